import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ReplayJson } from '../../src/report/index.ts';
import { inProcess, ownFolder } from './command.ts';

const logs = fileURLToPath(new URL('../../docs/examples/logs/', import.meta.url));
const scenario = `${logs}own-port.yaml`;
const folder = ownFolder();
const calls = folder.file(
  'calls.csv',
  '船名,抵锚时间,靠泊时间,开装时间,完船时间,离泊时间,吨数\n海丰,2024-03-03 06:00,2024-03-03 08:30,2024-03-03 10:00,2024-03-03 14:00,2024-03-03 16:00,3000\n昌盛,2024-03-08 06:00,,,,,\n',
);

test('recorded calls are served as they came, and the answer says how they compare, in either language', async () => {
  const args = ['replay', scenario, '--log', calls, '--replications', '2'];
  const { status, stdout } = await inProcess([...args, '--json']);
  const json = JSON.parse(stdout) as ReplayJson;
  expect([status, json.schema, json.calls, json.unplaced]).toEqual([
    0,
    'zhizhuang/replay@1',
    1,
    { calls: 1, trips: 0 },
  ]);
  expect(json.measures.map(({ measure, recorded }) => [measure, recorded])).toEqual([
    ['vessel.waitHours', 2.5],
    ['vessel.loadingHours', 4],
    ['vessel.berthHours', 7.5],
    ['vessel.portHours', 10],
  ]);
  const english = await inProcess(args);
  expect(english.stdout).toContain('1 recorded calls served as they came, direct, 2 times over.');
  expect(english.stdout).toContain('too few calls');
  const chinese = await inProcess([...args, '--lang', 'zh']);
  expect(chinese.stdout).toContain('船次过少');
});

describe('bad input is one line each', () => {
  test.each([
    ['no log', [scenario], ['--log:1:1: expected a list of calls: --log calls.csv']],
    [
      'no calls',
      [scenario, '--log', `${logs}tariff.csv`],
      ['--log:1:1: expected calls with an arrival and a tonnage, found none'],
    ],
    ['no file', [scenario, '--log', 'gone.csv'], ['gone.csv:1:1: expected a log, found no such file']],
    [
      'words',
      [scenario, '--log', calls, '--dispatch', 'recordet', '--mode', 'ship'],
      [
        '--mode:1:1: expected one of direct, staged, hybrid, found "ship"',
        '--dispatch:1:1: expected one of recorded, policy, found "recordet"; did you mean recorded?',
      ],
    ],
  ])('%s', async (_, args, lines) => {
    const { status, stderr } = await inProcess(['replay', ...args]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: lines });
  });

  test('a ship that the model cannot serve is told as any', async () => {
    const huge = folder.file('huge.csv', '船名,抵锚时间,吨数\n海丰,2024-03-03 06:00,900000\n');
    const { status, stderr } = await inProcess(['replay', scenario, '--log', huge, '--replications', '1']);
    expect([status, stderr[0]]).toEqual([2, expect.stringMatching(/sailed/u)]);
  });
});
