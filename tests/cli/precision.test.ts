import { expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const good = folder.file('good.yaml', smallText());
const COMPARE = ['compare', good, '--replications', '3', '--budget', '4', ...ONE_THREAD];

test('a precision that is not reached ends with status 3, says what fell short, and how to get the same again', async () => {
  const { status, stdout } = await inProcess([
    ...COMPARE,
    '--precision',
    'saving.perTonne=0.001,direct:cost.perTonne=90%',
  ]);
  expect(status).toBe(3);
  const page = stdout.replaceAll(/\s+/g, ' ');
  expect(page).toContain('The budget of 4 replications is spent: 1 of 2 measures fell short');
  expect(page).toMatch(/Shipper's saving per tonne ±0\.001 yuan\/t ±\S+ yuan\/t ±\S+% [\d,]+ NOT reached/);
  expect(page).toMatch(/Shipper's cost per tonne \(direct\) ±90% .* reached/);
  expect(page).toContain('--replications 3 --precision saving.perTonne=0.001,direct:cost.perTonne=90% --budget 4');
});

test('one that is reached ends with status 0, and stands in the JSON, in Chinese alike', async () => {
  const asked = [
    'run',
    good,
    '--mode',
    'direct',
    '--replications',
    '2',
    ...ONE_THREAD,
    '--precision',
    'cost.perTonne=99%',
  ];
  const { status, stdout } = await inProcess([...asked, '--json']);
  expect(status).toBe(0);
  const { precision, replications } = JSON.parse(stdout);
  // The minimum and five more that are looked ahead at.
  expect(replications).toBe(7);
  expect(precision).toMatchObject({ minimum: 2, budget: 1000, reached: true });
  expect(precision.measures[0]).toMatchObject({ measure: 'cost.perTonne', asked: { kind: 'relative', size: 0.99 } });
});

test.each([
  [
    'an unknown measure',
    '--precision',
    'saving.perTone=5%',
    /^--precision:1:1: expected a measure, .*did you mean saving\.perTonne\?$/,
  ],
  ['a measure without its side', '--precision', 'vessel.portHours=1', /did you mean direct:vessel\.portHours\?$/],
  ['no precision', '--precision', '', /^--precision:1:1: expected a precision above 0, .*found nothing$/],
  ['nothing to reach', '--precision', '5%,direct:cost.perTonne=0', /^--precision:1:4: .*found "0"$/],
  [
    'another unit',
    '--precision',
    '2 h',
    /^--precision:1:1: expected a percentage, or a number in yuan\/t, found "2 h"$/,
  ],
  ['no number', '--precision', 'NaN', /^--precision:1:1: expected a precision above 0/],
])('%s is refused in one line', async (_, option, text, line) => {
  const { status, stdout, stderr } = await inProcess(['compare', good, option, text, ...ONE_THREAD]);
  expect([status, stdout, stderr.length]).toEqual([2, '', 1]);
  expect(stderr[0]).toMatch(line);
});

test.each([
  ['a budget alone', ['--budget', '50'], /^--budget:1:1: expected --precision with it/],
  [
    'a budget too small',
    ['--precision', '5%', '--budget', '20'],
    /^--budget:1:1: expected at least the 30 replications/,
  ],
  ['one replication', ['--precision', '5%', '--replications', '1'], /^--replications:1:1: .*at least 2/],
  [
    'variance of other modes',
    ['--variance', '--modes', 'direct,direct'],
    /^--variance:1:1: expected the modes staged,direct/,
  ],
  ['variance of too few', ['--variance', '--replications', '9'], /^--replications:1:1: .*at least 10/],
])('%s is refused in one line', async (_, options, line) => {
  const { status, stderr } = await inProcess(['compare', good, ...options, ...ONE_THREAD]);
  expect([status, stderr.length]).toEqual([2, 1]);
  expect(stderr[0]).toMatch(line);
});
