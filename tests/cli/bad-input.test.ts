import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ownFolder, zhizhuang } from './command.ts';

const folder = ownFolder();
const good = folder.file('good.yaml', smallText());
const small = smallText();

/** Every bad input ends with status 2, says nothing on stdout, and one sentence a line on stderr. */
async function refusal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { status, stdout, stderr } = await inProcess(args, env);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.join('\n')).not.toMatch(/^\s+at /m);
  return stderr.map((line) => line.replaceAll(`${folder.path}/`, ''));
}

describe('a file that is none', () => {
  mkdirSync(join(folder.path, 'folder.yaml'));
  const bomb = `a: &a [x, x]\nb: &b [*a, *a]\n${small}`;
  test.each([
    ['missing', () => join(folder.path, 'zzz'), /^zzz:1:1: .*found no such file$/],
    ['misspelt', () => join(folder.path, 'goood.yaml'), /found no such file; did you mean .*good\.yaml\?$/],
    ['a folder', () => join(folder.path, 'folder.yaml'), /^folder\.yaml:1:1: .*found a folder$/],
    ['empty', () => folder.file('empty.yaml', ''), /^empty\.yaml:1:1: expected a scenario, found nothing$/],
    ['binary', () => folder.file('bin.yaml', Buffer.from([0xff, 0xfe, 0])), /^bin\.yaml:1:1: .*found binary data$/],
    ['a device', () => '/dev/zero', /^\/dev\/zero:1:1: .*found a device or pipe$/],
    ['too large', () => folder.file('big.yaml', Buffer.alloc(1_000_001, 0x20)), /^big\.yaml:1:1: .*1000000 bytes/],
    [
      'malformed',
      () => folder.file('mal.yaml', 'a: [1, 2\nb: }'),
      /^mal\.yaml:1:1: expected the bracket to be closed on this line/,
    ],
    ['self-expanding', () => folder.file('bomb.yaml', bomb), /^bomb\.yaml:1:\d+: .*(known key|anchors)/],
  ])('%s', async (_, path, line) => {
    const lines = await refusal(['compare', path()]);
    expect(lines[0]).toMatch(line);
    for (const each of lines) expect(each).toMatch(/^\S+:\d+:\d+: (\S+: )?expected .+, found .+$/);
  });

  test('a pipe, which might never end', async () => {
    const pipe = join(folder.path, 'pipe.yaml');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    expect(await refusal(['compare', pipe])).toEqual([
      'pipe.yaml:1:1: expected a file that can be read, found a device or pipe',
    ]);
  });
});

describe('a file that is wrong', () => {
  test.each([
    ['an unknown key', 'handling:', 'handlign:', /parameters\.handlign: expected a known key.*did you mean handling/],
    [
      'a wrong unit',
      '{ value: 5,',
      '{ value: 5 t,',
      /secondHaulPrice\.value: expected a unit like yuan\/t \(yuan per mass\), found "5 t" \(mass\)/,
    ],
    ['a value out of range', '{ value: 5,', '{ value: -5,', /secondHaulPrice\.value: expected a number in yuan\/t/],
  ])('%s', async (_, from, to, line) => {
    const lines = await refusal(['compare', folder.file('wrong.yaml', small.replace(from, to))]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^wrong\.yaml:\d+:\d+: parameters\./);
    expect(lines[0]).toMatch(line);
  });

  test('all that is wrong at once, the command line included', async () => {
    const wrong = folder.file('two.yaml', small.replace('3000 t', '0 t').replace('end: 2024', 'end: 2023'));
    const lines = await refusal(['compare', wrong, '--replications', 'abc']);
    expect(lines.map((line) => line.split(':')[0])).toEqual(['--replications', 'two.yaml', 'two.yaml']);
  });

  test('in Chinese', async () => {
    const wrong = folder.file('zh.yaml', small.replace('handling:', 'handlign:'));
    expect(await refusal(['compare', wrong, '--lang', 'zh'])).toEqual([
      'zh.yaml:15:3: parameters.handlign: 未知的键“handlign”；是否指 handling？',
    ]);
    expect((await refusal(['compare', wrong], { LANG: 'zh_CN.UTF-8' }))[0]).toContain('未知的键');
  });
});

describe('a setting', () => {
  test.each([
    ['__proto__.x=1', /^--set:1:1: __proto__\.x: expected a known key, found "__proto__\.x"$/],
    ['fleet.sise=3', /did you mean fleet\.size\?$/],
    ['fleet.size=abc', /^--set:1:12: fleet\.size: expected a whole number.*found "abc"$/],
    ['fleet.size=1e9', /^--set:1:12: fleet\.size: .*at most 10000/],
    ['fleet', /expected path=value, found "fleet"$/],
    ['', /expected path=value, found nothing$/],
  ])('%s', async (setting, line) => {
    const lines = await refusal(['compare', good, '--set', setting]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('several are all told', async () => {
    expect(await refusal(['compare', good, '--set', 'a=1', '--set', 'b=2'])).toHaveLength(2);
  });

  test('of a key that is set already is refused', async () => {
    expect(await refusal(['compare', good, '--set', 'fleet.size=30', '--set', 'fleet.size=40'])).toEqual([
      '--set:2:1: fleet.size: expected each key once, found "fleet.size=30" and "fleet.size=40"',
    ]);
  });

  test.each([
    ['missing', () => join(folder.path, 'zzz')],
    ['wrong', () => folder.file('wrong-too.yaml', small.replace('handling:', 'handlign:'))],
    ['not given', () => null],
  ])('is told even where the scenario is %s', async (_, path) => {
    const scenario = path();
    const settings = ['--set', 'fleet.sise=3', '--set', 'x', '--set', 'fleet.size=0'];
    const lines = await refusal(['compare', ...(scenario === null ? [] : [scenario]), ...settings]);
    expect(lines).toHaveLength(4);
    expect(lines.slice(1).map((line) => line.slice(0, 9))).toEqual(['--set:1:1', '--set:2:1', '--set:3:1']);
  });
});

describe('a number', () => {
  test.each([
    ['--replications', ['abc', '1e400', '-3', '2.5', '', '0', '100001', '0x10', '３', '1 2', 'NaN', 'Infinity']],
    ['--seed', ['abc', '-1', '0.5', '1e3', '', '9007199254740992']],
    ['--threads', ['0', '65', 'two']],
  ])('%s', async (option, values) => {
    for (const value of values) {
      const lines = await refusal(['compare', good, `${option}=${value}`]);
      const found = value === '' ? 'nothing' : `"${value}"`;
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(
        new RegExp(`^${option}:1:1: expected a whole number at least \\d+ and at most \\d+, found `),
      );
      expect(lines[0]?.endsWith(found)).toBe(true);
    }
  });

  test.each(['0', '4', '100001', 'abc', ''])('--laytime=%s, of a scenario of three calls', async (value) => {
    const lines = await refusal(['run', good, '--mode', 'direct', `--laytime=${value}`]);
    expect(lines).toHaveLength(1);
    const most = value === '4' ? '3' : '100000';
    const found = value === '' ? 'nothing' : `"${value}"`;
    expect(lines[0]).toBe(`--laytime:1:1: expected a whole number at least 1 and at most ${most}, found ${found}`);
  });

  test('without its value', async () => {
    expect((await refusal(['compare', good, '--replications']))[0]).toMatch(/found nothing$/);
  });

  test('twice', async () => {
    expect(await refusal(['compare', good, '--seed', '1', '--seed', '2'])).toEqual([
      '--seed:2:1: expected this option once, found it 2 times',
    ]);
  });
});

describe('usage', () => {
  test.each([
    [
      'no command',
      [],
      /^zhizhuang:1:1: expected a command; npx zhizhuang --help lists them, npx zhizhuang init begins a scenario$/,
    ],
    ['an unknown command', ['comapre', good], /found "comapre"; did you mean compare\?$/],
    ['no scenario', ['compare'], /^SCENARIO:1:1: expected one scenario file, found nothing$/],
    ['two scenarios', ['compare', good, 'b.yaml'], /^SCENARIO:2:1: .*found "b\.yaml"$/],
    ['an unknown option', ['compare', good, '--replicaitons', '3'], /did you mean --replications\?$/],
    ['an unknown option before the path', ['compare', '--foo', good], /^--foo:1:1: expected a known option/],
    ['a laytime sheet of a comparison', ['compare', good, '--laytime', '1'], /^--laytime:1:1: expected a known option/],
    ['an option of another command', ['validate', good, '--seed', '3'], /^--seed:1:1: expected a known option/],
    ['an option that is not there', ['compare', good, '--where=here'], /^--where:1:1: .*known option/],
    ['a single letter', ['compare', good, '-x'], /^-x:1:1: expected a known option/],
    ['a negated flag', ['compare', good, '--no-json'], /^--no-json:1:1: expected a known option/],
    ['a flag with a value', ['compare', good, '--json=abc'], /^--json:1:1: expected no value, found "abc"$/],
    ["an option named as every object's member", ['compare', good, '--constructor'], /^--constructor:1:1: .*known/],
    ['the same, dangerous', ['compare', good, '--__proto__.x=1'], /^--__proto__\.x:1:1: expected a known option/],
    ['no mode', ['run', good], /^--mode:1:1: expected one of staged, direct, hybrid, found nothing$/],
    ['an unknown mode', ['run', good, '--mode', 'stagd'], /did you mean staged\?$/],
    ['one mode to compare', ['compare', good, '--modes', 'direct'], /^--modes:1:1: expected 2 to 8 of staged, direct/],
    [
      'a variant without a name',
      ['compare', good, '--variant', 'fleet.size=60'],
      /^--variant:1:1: expected NAME:PATH=/,
    ],
    ['a variant of nothing', ['compare', good, '--variant', 'a: '], /^--variant:1:1: expected NAME:PATH=/],
    ['a variant named as a mode', ['compare', good, '--variant', 'direct:fleet.size=60'], /found "direct"$/],
    [
      'an unknown parameter of a variant, at its place',
      ['compare', good, '--variant', 'a:fleet.size=60,quay.craneRat=400'],
      /^--variant:1:17: quay\.craneRat: .*did you mean quay\.craneRate\?$/,
    ],
    [
      'values of a variant that cannot stand together',
      ['compare', good, '--variant', 'a:yard.stagingLead=15,calls.clockOpening=10'],
      /^--variant:1:20: parameters\.yard\.stagingLead: expected at most calls\.clockOpening/,
    ],
    [
      'more seasons of variants than fit',
      ['compare', good, '--variant', 'a:fleet.size=60', '--replications', '100000'],
      /^--replications:1:1: expected at most 200000 seasons/,
    ],
    ['an unknown mode among two', ['compare', good, '--modes', 'direct,stagd'], /did you mean staged\?$/],
    ['an unknown language', ['compare', good, '--lang', 'fr'], /^--lang:1:1: expected one of zh, en, found "fr"$/],
  ])('%s', async (_, args, line) => {
    const lines = await refusal(args);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('nothing that was typed reaches the terminal raw', async () => {
    expect(await refusal(['compare', 'a\u001b[31m\nb'])).toEqual([
      'a\\u001b[31m\\u000ab:1:1: expected a file that can be read, found no such file',
    ]);
  });
});

describe('a season that cannot be served is a bad input, on any number of threads', () => {
  const settings = ['fleet.size=1', 'fleet.stagingTrucks=1', 'calls.clockClosing=1', 'road.distance=2000'];
  test.each(['1', '2'])('%s', async (threads) => {
    const set = settings.flatMap((setting) => ['--set', setting]);
    const lines = await refusal(['compare', good, ...set, '--quiet', '--replications', '2', '--threads', threads]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^The scenario cannot be served: \d of 3 ships had not sailed when the clock closed at 2024-02-02 00:00, staged: call/,
    );
  });
});

test('the built command itself refuses with status 2, in the language of the environment', () => {
  const args = ['compare', good, '--replications', 'abc', '--set', '__proto__.x=1'];
  const { status, stdout, stderr } = zhizhuang(args, { LC_ALL: 'zh_CN.UTF-8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toEqual([
    '--replications:1:1: 应为整数，不小于 1 且不大于 100000，实为“abc”',
    '--set:1:1: __proto__.x: 未知的键“__proto__.x”',
  ]);
});
