import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/index.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const at = (name: string) => join(folder.path, name);
const textOf = (name: string) => readFileSync(at(name), 'utf8');

describe('init writes a scenario that is valid, has nothing doubtful, and runs:', () => {
  const cases = ['ship', 'season', 'port'].flatMap((template) => ['en', 'zh'].map((lang) => [template, lang]));
  test.each(cases)('%s in %s', async (template = '', lang = '') => {
    const file = at(`${template}-${lang}.yaml`);
    const { status, stderr } = await inProcess(['init', file, '--template', template, '--lang', lang]);
    expect([status, stderr]).toEqual([0, []]);
    expect(textOf(`${template}-${lang}.yaml`)).toMatch(
      /^# yaml-language-server: \$schema=\.\/zhizhuang\.schema\.json\n/,
    );
    expect(await inProcess(['validate', file])).toMatchObject({ status: 0, stderr: [] });
    if (lang === 'zh') return;
    const run = ['run', file, '--mode', 'direct', '--replications', '1', ...ONE_THREAD, '--store', 'none', '--json'];
    const { stdout } = await inProcess(run);
    expect(JSON.parse(stdout).calls.count).toBe(template === 'ship' ? 1 : template === 'season' ? 12 : 6);
  });

  test('both languages say the same, in other words', () => {
    const [en, zh] = ['en', 'zh'].map((lang) => parseScenario(textOf(`port-${lang}.yaml`), 'x'));
    expect(en?.ok && zh?.ok && en.scenario.hash === zh.scenario.hash).toBe(true);
    expect(textOf('port-zh.yaml')).toContain('# 车队规模：');
    expect(textOf('port-en.yaml').replaceAll(/^ {2}zh: .*$/gmu, '')).not.toMatch(/\p{Script=Han}/u);
  });

  test.each([
    [['--template', 'season', '--tonnes', '9万吨', '--calls', '40', '--distance', '40 km', '--fleet', '12']],
    [['--template', 'ship', '--tonnes', '200000', '--distance', '0.1', '--fleet', '1', '--start', '2024-02-29']],
    [['--template', 'port', '--tonnes', '1000', '--calls', '500', '--fleet', '1000', '--distance', '500']],
  ])('whatever is asked for: %s', async (options) => {
    const file = at(`any-${options[1]}.yaml`);
    expect(await inProcess(['init', file, ...options])).toMatchObject({ status: 0, stderr: [] });
    expect(await inProcess(['validate', file])).toMatchObject({ status: 0, stderr: [] });
  });

  test('with the values that were given, in their own units', async () => {
    const options = ['--tonnes', '2.5 万吨', '--distance', '12000 m', '--fleet', '18', '--start', '2026-05-01'];
    await inProcess(['init', at('own.yaml'), '--name', 'our-ship', ...options]);
    const read = parseScenario(textOf('own.yaml'), 'x');
    expect(read.ok && read.scenario).toMatchObject({
      name: 'our-ship',
      period: { start: '2026-05-01', end: '2026-05-31' },
      cargoes: [{ tonnes: 25_000, laycan: '2026-05-15T08:00' }],
      parameters: {
        'road.distance': { value: 12, standing: 'assumed' },
        'fleet.size': { value: 18, standing: 'assumed' },
        'quay.craneRate': { value: 280, standing: 'derived' },
      },
    });
  });
});

describe('at a terminal it asks', () => {
  test('what no option says, and takes what is usual for an empty line', async () => {
    const { status, stderr } = await inProcess(
      ['init', at('asked.yaml'), '--fleet', '30'],
      {},
      'season\n\n4\n11 km\n\n',
    );
    expect(status).toBe(0);
    const questions = stderr.join('\n');
    expect(questions).toContain('How many tonnes does each ship load? [22000]');
    expect(questions).not.toContain('How many trucks');
    const read = parseScenario(textOf('asked.yaml'), 'x');
    expect(read.ok && read.scenario.cargoes.map(({ tonnes }) => tonnes)).toEqual([22_000, 22_000, 22_000, 22_000]);
    expect(read.ok && read.scenario.parameters['road.distance'].value).toBe(11);
  });

  test('again where an answer is wrong, in Chinese too', async () => {
    const { status, stderr } = await inProcess(
      ['init', at('again.yaml'), '--template', 'ship', '--lang', 'zh'],
      {},
      'many\n3 km\n28000\n\n\n\n',
    );
    expect(status).toBe(0);
    expect(stderr.join('\n')).toMatch(/--tonnes:1:1: .*实为“many”[\s\S]*实为“3 km”/u);
    expect(textOf('again.yaml')).toContain('tonnes: 28000 t');
  });

  test('nothing with --yes, and nothing more once nobody answers', async () => {
    expect((await inProcess(['init', at('yes.yaml'), '--yes'], {}, 'port\n')).stderr).toEqual([]);
    expect((await inProcess(['init', at('end.yaml')], {}, 'season\n')).status).toBe(0);
    expect(textOf('end.yaml')).toContain('calls: 12');
  });
});

describe('init refuses', () => {
  test('to overwrite, unless forced; a schema that is there stays', async () => {
    const file = folder.file('there.yaml', 'mine');
    const { status, stderr } = await inProcess(['init', file]);
    expect([status, textOf('there.yaml')]).toEqual([2, 'mine']);
    expect(stderr).toEqual([expect.stringMatching(/^FILE:1:1: .*there already; --force overwrites it/)]);
    folder.file('zhizhuang.schema.json', '{}');
    await inProcess(['init', at('new.yaml')]);
    expect(textOf('zhizhuang.schema.json')).toBe('{}');
    expect((await inProcess(['init', file, '--force'])).status).toBe(0);
    expect(textOf('there.yaml')).toContain('schema: zhizhuang/scenario@1');
    expect(JSON.parse(textOf('zhizhuang.schema.json')).title).toBe('Scenario of Zhizhuang');
  });

  test('all that is wrong at once, and writes nothing', async () => {
    const wrong = [
      '--template',
      'sip',
      '--tonnes',
      '5',
      '--start',
      '2026-02-30',
      '--fleet',
      '2.5',
      '--distance',
      '8 t',
    ];
    const { status, stderr } = await inProcess(['init', at('wrong.yaml'), ...wrong, 'more']);
    expect([status, existsSync(at('wrong.yaml'))]).toEqual([2, false]);
    expect(stderr.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['--template', '--tonnes', '--start', '--fleet', '--distance', 'FILE']),
    );
    expect(stderr).toHaveLength(6);
  });

  test('several ships for the template of one', async () => {
    expect((await inProcess(['init', at('many.yaml'), '--calls', '3'])).stderr).toEqual([
      '--calls:1:1: expected one call for the template ship; --template season has several',
    ]);
  });
});

test('schema prints the JSON Schema in the language that is spoken', async () => {
  const [en, zh] = await Promise.all(['en', 'zh'].map((lang) => inProcess(['schema', '--lang', lang])));
  expect(JSON.parse(en?.stdout ?? '')).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  expect(JSON.parse(zh?.stdout ?? '').title).toBe('直装情景文件');
});
