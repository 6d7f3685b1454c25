import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const good = folder.file('good.yaml', smallText());
const AXES = ['--x', 'fleet.size=20,40', '--y', 'handling.secondHaulPrice=0..9'];
const SMALL = [...AXES, '--scan', '2', '--replications', '2', ...ONE_THREAD];

async function refusal(args: readonly string[]): Promise<readonly string[]> {
  const { status, stdout, stderr } = await inProcess(['frontier', good, ...args, ...ONE_THREAD]);
  expect([status, stdout]).toEqual([2, '']);
  return stderr;
}

describe('what is refused in one line', () => {
  test.each([
    ['no x', ['--y', 'road.distance=5..80'], /^--x:1:1: expected at least one parameter to vary, .*found nothing$/],
    ['an unknown y', ['--x', 'fleet.size', '--y', 'road.distanse=5..80'], /^--y:1:1: .*did you mean road\.distance\?$/],
    ['a list along y', ['--x', 'fleet.size', '--y', 'road.distance=5,80'], /^--y:1:1: expected a range of numbers/],
    ['words along y', ['--x', 'fleet.size', '--y', 'dispatch.policy'], /^--y:1:1: expected a range of numbers/],
    ['one parameter twice', ['--x', 'road.distance', '--y', 'road.distance=5..80'], /^--y:1:1: expected another/],
    ['a whole group', ['--x', 'fleet.*', '--y', 'road.distance=5..80'], /^--x:1:1: expected one parameter, found \d+$/],
    ['x given twice', [...AXES, '--x', 'fleet.size'], /^--x:2:1: expected this option once/],
    ['no columns', [...AXES, '--points', '0'], /^--points:1:1: .*at least 1/],
    ['one level', [...AXES, '--scan', '1'], /^--scan:1:1: .*at least 2/],
    ['no nearness', [...AXES, '--tolerance', '0'], /^--tolerance:1:1: expected a number from 0\.01 to 50/],
    ['a nearness that is no number', [...AXES, '--tolerance', '1%'], /^--tolerance:1:1: .*found "1%"$/],
    [
      'a measure that never changes its sign',
      [...AXES, '--measure', 'direct:cost.perTonne'],
      /^--measure:1:1: expected/,
    ],
    ['a share of calls', [...AXES, '--measure', 'saving.lossShare'], /^--measure:1:1: expected a measure that can/],
    ['both forms', [...AXES, '--csv', '--json'], /^--csv:1:1: expected --csv or --json, found both$/],
    ['more than memory', [...AXES, '--replications', '100000'], /^--points:1:1: expected at most 200000 points times/],
  ])('%s', async (_, args, line) => {
    const lines = await refusal(args);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('all of it at once, in Chinese too', async () => {
    const lines = await refusal(['--scan', '1', '--measure', 'x', '--y', 'road.distance=9..3', '--lang', 'zh']);
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['--measure', '--scan', '--x', '--y']);
    expect(lines.join('\n')).not.toMatch(/expected|found/);
  });
});

describe('what is printed', () => {
  test('is one object, one table or a page of the same frontier', async () => {
    const printed = async (...more: string[]) => {
      const { status, stdout, stderr } = await inProcess(['frontier', good, ...SMALL, ...more]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: [] });
      return stdout;
    };
    const json = JSON.parse(await printed('--json'));
    expect(json.schema).toBe('zhizhuang/frontier@1');
    expect(json.points.map(({ x }: { x: number }) => x)).toEqual([20, 40]);
    const table = (await printed('--csv')).split('\r\n');
    expect(table[0]).toContain('fleet.size,verdict,sure,crossing,handling.secondHaulPrice');
    expect(table).toHaveLength(2 + json.points.length);
    expect(await printed()).toContain('direct pays throughout');
    expect(await printed('--lang', 'zh')).toContain('全程直装合算');
  });
});
