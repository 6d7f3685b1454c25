import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const text = `# 小样 kept
${smallText(true).replace(
  'low: 2.99 yuan/t, high: 3.13 yuan/t, reading: interval',
  'low: 4.5 yuan/t, high: 4.9 yuan/t, reading: fitted',
)}`;
const good = folder.file('good.yaml', text);
const unfitted = folder.file('unfitted.yaml', smallText());
const written = join(folder.path, 'fitted.yaml');

const ask = (args: readonly string[]) => inProcess(['calibrate', ...args, ...ONE_THREAD, '--quiet']);

describe('what is refused in one line', () => {
  const PRICE = ['--fit', 'handling.secondHaulPrice'];
  const AIM = ['--target', 'saving.perTonne=2..3'];
  test.each([
    ['nothing to fit', [unfitted, ...AIM], /^--fit:1:1: expected a parameter to fit, .*has none that is fitted$/],
    ['nothing to hit', [unfitted, ...PRICE], /^--target:1:1: expected a target, .*publishes none that may be fitted$/],
    ['an unknown parameter', [good, '--fit', 'fleet.sise'], /^--fit:1:1: .*did you mean fleet\.size\?$/],
    ['an empty range', [good, '--fit', 'fleet.size=9..3'], /^--fit:1:1: fleet\.size: .*found 9\.\.3$/],
    [
      'a list',
      [good, '--fit', 'fleet.size=9,10'],
      /^--fit:1:1: fleet\.size: expected a range LOW\.\.HIGH of a number$/,
    ],
    [
      'no target',
      [good, '--target', 'saving.perTonne'],
      /^--target:1:1: expected MEASURE=LOW\.\.HIGH or .*found "saving/,
    ],
    ['an unknown measure', [good, '--target', 'vessel.portHours=1..2'], /did you mean direct:vessel\.portHours\?$/],
    ['another unit', [good, '--target', 'saving.perTonne=1..2 h'], /^--target:1:1: saving\.perTonne: .*yuan\/t.*"h"$/],
    ['a single value', [good, '--target', 'saving.perTonne=3±0'], /expected a band with room in it/],
    [
      'too small a budget',
      [good, '--budget', '1'],
      /^--budget:1:1: expected at least 3 points for --method nelder-mead/,
    ],
    ['one season', [good, '--replications', '1'], /^--replications:1:1: expected a whole number at least 2/],
    ['a file that is there', [good, '--write', good], /^--write:1:1: .*--force overwrites it/],
    [
      'a written file without its settings',
      [good, '--write', written, '--set', 'fleet.size=30'],
      /^--write:1:1: .*no --set/,
    ],
    ['a design without end', [good, '--budget', '100000', '--replications', '99'], /^--budget:1:1: expected at most/],
  ])('%s', async (_, args, line) => {
    const { status, stdout, stderr } = await ask(args);
    expect(stderr).toHaveLength(1);
    expect(stderr[0]).toMatch(line);
    expect([status, stdout]).toEqual([2, '']);
  });

  test('all of it at once, in Chinese too', async () => {
    const args = [good, '--fit', 'fleet.sise', '--target', 'x=1..2', '--method', 'x', '--budget', '0', '--lang', 'zh'];
    const { stderr } = await ask(args);
    expect(stderr.map((line) => line.split(':')[0])).toEqual(['--method', '--budget', '--fit', '--target']);
    expect(stderr.join('\n')).not.toMatch(/expected|found/);
  });
});

test('a fit of the price is one object, with every point that was looked at', async () => {
  const { status, stdout } = await ask([good, '--replications', '2', '--budget', '6', '--json']);
  const json = JSON.parse(stdout);
  expect(json).toMatchObject({ schema: 'zhizhuang/calibrate@1', method: 'nelder-mead', replications: 2, budget: 6 });
  expect(status).toBe(json.reached ? 0 : 3);
  expect(json.points).toHaveLength(6);
  expect(json.targets).toMatchObject([{ measure: 'saving.perTonne', low: 4.5, high: 4.9, fact: 'saving.perTonne' }]);
});
