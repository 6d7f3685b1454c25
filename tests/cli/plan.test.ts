import { describe, expect, test } from 'vitest';
import { oneShipText } from '../report/one-ship.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const ship = folder.file('ship.yaml', oneShipText());
const season = folder.file('season.yaml', smallText());
const there = folder.file('there.csv', '');

async function refusal(args: readonly string[]): Promise<readonly string[]> {
  const { status, stdout, stderr } = await inProcess(['plan', ...args, ...ONE_THREAD]);
  expect([status, stdout]).toEqual([2, '']);
  return stderr;
}

describe('what is refused in one line', () => {
  test.each([
    ['a season', [season], /^SCENARIO:1:1: expected a scenario of one ship, found 3$/],
    ['no time', [ship, '--sail-by', 'soon'], /^--sail-by:1:1: expected hours after arrival.*found "soon"$/],
    ['no hours', [ship, '--sail-by', '0'], /^--sail-by:1:1: expected hours/],
    ['a day gone by', [ship, '--sail-by', '2020-01-01T00:00'], /^--sail-by:1:1: expected an instant after the season/],
    [
      'modes said twice',
      [ship, '--choose', 'mode=direct', '--choose', 'mode=staged'],
      /^--choose:2:1: expected mode once/,
    ],
    [
      'a slip in the second',
      [ship, '--choose', 'mode=direct', '--choose', 'fleet.sise=3,4'],
      /^--choose:2:1: .*fleet\.size/,
    ],
    ['set and chosen', [ship, '--set', 'fleet.size=20', '--choose', 'fleet.size=20,30'], /^--choose:1:1: .*in both$/],
    ['no day', [ship, '--sail-by', '2024-02-30T08:00'], /^--sail-by:1:1: .*2024-02-30T08:00"$/],
    ['certainty', [ship, '--sail-by', '90', '--chance', '100'], /^--chance:1:1: expected a chance from 50 to 99\.9/],
    ['a chance of nothing', [ship, '--chance', '90'], /^--chance:1:1: expected --sail-by with --chance/],
    ['an unknown mode', [ship, '--choose', 'mode=direkt'], /^--choose:1:1: .*did you mean direct\?$/],
    ['an unknown choice', [ship, '--choose', 'fleet.sise=3,4'], /^--choose:1:1: .*did you mean fleet\.size\?$/],
    ['no indifference', [ship, '--indifference', '0'], /^--indifference:1:1: expected yuan per tonne above 0/],
    ['a small budget', [ship, '--budget', '5'], /^--budget:1:1: .*at least 20/],
    ['a table of another kind', [ship, '--timetable', `${folder.path}/a.pdf`], /^--timetable:1:1: .*\.csv or \.xlsx/],
    ['a table that is there', [ship, '--timetable', there], /^--timetable:1:1: .*--force/],
    ['too much to choose from', [ship, '--choose', 'road.distance=1..100:99'], /^--choose:1:1: expected at most 2000/],
  ])('%s', async (_, args, line) => {
    const lines = await refusal(args);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('all of it at once, in Chinese too', async () => {
    const lines = await refusal([season, '--sail-by', 'x', '--chance', '0', '--choose', 'mode=x', '--lang', 'zh']);
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['--chance', '--choose', '--sail-by', 'SCENARIO']);
    expect(lines.join('\n')).not.toMatch(/expected|found/);
  });
});

test('a demand that nothing keeps is said, with status 3', async () => {
  const args = [
    'plan',
    ship,
    '--sail-by',
    '2',
    '--choose',
    'mode=direct',
    '--set',
    'dispatch.policy=pull',
    ...ONE_THREAD,
  ];
  const few = ['--set', 'fleet.size=20', '--set', 'fleet.hiredTrucks=0'];
  const { status, stdout } = await inProcess([...args, ...few]);
  expect(status).toBe(3);
  expect(stdout.replace(/\s+/g, ' ')).toContain('Nothing that was considered is proven to have her sail within 2 h');
  const zh = await inProcess([...args, ...few, '--lang', 'zh']);
  expect(zh.stdout.replace(/\s+/g, '')).toContain('没有一个能被证明以95%的把握在抵港后2小时内离港');
  const json = await inProcess([...args, ...few, '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'zhizhuang/plan@1', chosen: null });
});
