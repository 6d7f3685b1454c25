import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const good = folder.file('good.yaml', smallText());

async function refusal(args: readonly string[]): Promise<string[]> {
  const { status, stdout, stderr } = await inProcess([...args, ...ONE_THREAD]);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  return stderr.map((line) => line.replaceAll(`${folder.path}/`, ''));
}

const SWEEP = ['sweep', good, '--vary', 'fleet.size=10,20', '--vary', 'dispatch.policy', '--replications', '2'];
const TWO = ['--vary', 'handling.secondHaulPrice', '--vary', 'fleet.size'];

describe('what is refused in one line', () => {
  test.each([
    ['nothing to vary', ['sweep', good], /^--vary:1:1: expected at least one parameter to vary, .*, found nothing$/],
    ['an unknown parameter', ['sweep', good, '--vary', 'fleet.sise=1,2'], /^--vary:1:1: .*did you mean fleet\.size\?$/],
    ['an empty range', ['sweep', good, '--vary', 'fleet.size=9..3'], /^--vary:1:1: fleet\.size: .*found 9\.\.3$/],
    ['a value out of bounds', ['sweep', good, '--vary', 'fleet.size=0..3'], /^--vary:1:12: fleet\.size: .*found "0"$/],
    ['one value', ['sweep', good, '--vary', 'fleet.size=9'], /at least two values; a single one is set by --set$/],
    ['an unknown measure', [...SWEEP, '--measures', 'saving.perTone'], /did you mean saving\.perTonne\?$/],
    [
      'a measure without its side',
      [...SWEEP, '--measures', 'vessel.portHours'],
      /did you mean direct:vessel\.portHours\?$/,
    ],
    ['an unknown design', [...SWEEP, '--design', 'grids'], /^--design:1:1: .*did you mean grid\?$/],
    ['samples of a grid', [...SWEEP, '--samples', '9'], /^--samples:1:1: --samples belongs to --design lhs or sobol$/],
    ['a form without CSV', [...SWEEP, '--table', 'long'], /^--table:1:1: --table belongs to --csv$/],
    [
      'levels of a hypercube',
      [...SWEEP, '--design', 'lhs', '--levels', '9'],
      /^--levels:1:1: --levels belongs to --design grid$/,
    ],
    ['no points', [...SWEEP, '--design', 'lhs', '--samples', '0'], /^--samples:1:1: .*at least 1/],
    ['both forms', [...SWEEP, '--csv', '--json'], /^--csv:1:1: expected --csv or --json, found both$/],
    [
      'more points than memory',
      [
        'sweep',
        good,
        ...['fleet.size', 'road.distance', 'gate.lanes'].flatMap((key) => ['--vary', key]),
        '--levels',
        '999',
      ],
      /^--vary:1:1: expected at most 200000 points times replications, found \d+; take fewer/,
    ],
    ['sobol of everything', ['sensitivity', good, '--method', 'sobol'], /^--vary:1:1: expected at least one parameter/],
    [
      'rows that are no power of two',
      ['sensitivity', good, '--method', 'sobol', ...TWO, '--samples', '100'],
      /^--samples:1:1: expected a power of two, such as 256, found "100"$/,
    ],
    [
      'odd levels',
      ['sensitivity', good, '--method', 'morris', '--levels', '5'],
      /^--levels:1:1: expected an even number of levels, found "5"$/,
    ],
    [
      'an option of another method',
      ['sensitivity', good, '--second-order'],
      /^--second-order:1:1: --second-order belongs to --method sobol$/,
    ],
    [
      'a parameter in two groups',
      ['sensitivity', good, '--method', 'morris', '--vary', 'gate.lanes', '--group', 'g=gate.*'],
      /^--group:1:1: .*found "gate\.lanes" twice$/,
    ],
    [
      'a group named as a parameter',
      ['sensitivity', good, '--method', 'morris', '--group', 'fleet.size=gate.lanes'],
      /^--group:1:1: expected NAME=KEY,KEY/,
    ],
    [
      'a group of an unknown parameter',
      ['sensitivity', good, '--method', 'morris', '--group', 'a=gate.lanes', '--group', 'g=gate.lane'],
      /^--group:2:1: gate\.lane: .*did you mean gate\.lanes\?$/,
    ],
  ])('%s', async (_, args, line) => {
    const lines = await refusal(args);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('all of it at once, in Chinese too', async () => {
    const args = [
      'sweep',
      good,
      '--vary',
      'fleet.sise',
      '--vary',
      'fleet.size=9..3',
      '--measures',
      'x',
      '--lang',
      'zh',
    ];
    const lines = await refusal(args);
    expect(lines.map((line) => line.split(':')[0])).toEqual(['--measures', '--vary', '--vary']);
    expect(lines.join('\n')).not.toMatch(/expected|found/);
  });

  test('is told together with a scenario that is missing', async () => {
    const lines = await refusal(['sweep', join(folder.path, 'none'), '--design', 'x', '--vary', 'fleet.size']);
    expect(lines.map((line) => line.split(':')[0])).toEqual(['--design', 'none']);
  });
});
