import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editFitted, type FittedValue, parseScenario } from '../../src/scenario/index.ts';
import { smallText } from '../report/small-study.ts';
import { scenarioOf, shippedText } from './example.ts';

const price: FittedValue = {
  key: 'handling.secondHaulPrice',
  value: 4.321,
  prior: 5,
  fittedTo: 'saving.perTonne',
  fittedBy: 'calibrate: nelder-mead, seed 1',
};
const fleet: FittedValue = { ...price, key: 'fleet.size', value: 33, prior: 40 };

/** Lines of one text that the other has not, each way. */
function changed(before: string, after: string): { gone: string[]; come: string[] } {
  const [one, other] = [before.split('\n'), after.split('\n')];
  return { gone: one.filter((line) => !other.includes(line)), come: other.filter((line) => !one.includes(line)) };
}

describe('a scenario file edited after a fit', () => {
  test('changes the values and what is said of the fit, and not a byte else', () => {
    const before = shippedText('bayuquan-2024');
    const after = editFitted(before, [price, fleet]) as string;
    const { gone, come } = changed(before, after);
    expect(gone).toEqual(expect.arrayContaining(['      value: 40 trucks']));
    expect(come).toEqual([
      '      value: 33 trucks',
      '      prior: 40 trucks',
      '      fittedBy: "calibrate: nelder-mead, seed 1"',
      '      value: 4.321 yuan/t',
      '      fittedBy: "calibrate: nelder-mead, seed 1"',
    ]);
    expect(after).toContain(
      '# 车队规模: Trucks of the base fleet.\n    size:\n      value: 33 trucks\n      range: [20, 80]\n',
    );
    expect(scenarioOf(after).parameters['fleet.size']).toMatchObject({ value: 33, prior: 40, standing: 'fitted' });
  });

  test('says the same again if it is edited again: the same bytes', () => {
    const once = editFitted(shippedText('bayuquan-2024'), [price, fleet]) as string;
    expect(editFitted(once, [price, fleet])).toBe(once);
    const other = editFitted(once, [{ ...price, value: 4.5 }]) as string;
    expect(changed(once, other)).toEqual({ gone: ['      value: 4.321 yuan/t'], come: ['      value: 4.5 yuan/t'] });
  });

  const shipped = readdirSync(new URL('../../scenarios/', import.meta.url)).filter((file) => file.endsWith('.yaml'));
  test.each(shipped)('%s takes a parameter that it has and one that it has not', (file) => {
    const before = shippedText(file.replace(/\.yaml$/u, ''));
    const fact = { fittedTo: 'bayuquan-2024/saving.perTonne' };
    const after = editFitted(before, [
      { ...price, ...fact },
      { ...fleet, ...fact },
    ]);
    expect(after).not.toBeNull();
    expect(changed(before, after as string).gone.length).toBeLessThanOrEqual(9);
  });

  test.each([
    ['a value alone', '  fleet:\n    size: 40 # of them\n', 'size: { value: 33 trucks, standing: fitted'],
    ['a group on one line', '  fleet: { size: 40, hiredTrucks: 2 }\n', '{ value: 33 trucks, standing: fitted'],
    ['a parameter on one line', '  fleet:\n    size: { value: 40, range: [20, 80] }\n', '{ value: 33 trucks, '],
    [
      'a group without it',
      '  fleet:\n    hiredTrucks: 3 # hired\n',
      '    hiredTrucks: 3 # hired\n    size: { value: 33',
    ],
    ['no such group', '  gate:\n    lanes: 2\n', '    lanes: 2\n  fleet:\n    size: { value: 33'],
    [
      'lines that end as in Windows',
      '  fleet:\r\n    size:\r\n      value: 40 trucks\r\n',
      '      value: 33 trucks\r\n',
    ],
  ])('%s', (_, group, expected) => {
    const before = smallText().replace(/ {2}handling:\n.*\n/u, group);
    const after = editFitted(before, [fleet]) as string;
    expect(after).toContain(expected);
    expect(parseScenario(after, 'a')).toMatchObject({
      ok: true,
      scenario: { parameters: { 'fleet.size': { value: 33, prior: 40, standing: 'fitted' } } },
    });
  });

  test('without any parameters gets some, and keeps its byte order mark', () => {
    const before = `\ufeff${smallText().replace(/parameters:\n[\s\S]*/u, '')}`;
    const after = editFitted(before, [fleet]) as string;
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(after).toContain('\nparameters:\n  fleet:\n    size: { value: 33 trucks');
  });

  test('that cannot be edited so is left', () => {
    expect(editFitted(smallText().replace(/parameters:\n[\s\S]*/u, 'parameters: {}\n'), [fleet])).toBeNull();
  });

  test('keeps a law, stretched to the mean that was fitted', () => {
    const gate = '  gate:\n    serviceTime: { lognormal: { mean: 45 s/truck, cv: 0.3 } }\n';
    const before = smallText().replace(/ {2}handling:\n.*\n/u, gate);
    const after = editFitted(before, [{ ...fleet, key: 'gate.serviceTime', value: 30, prior: 45 }]) as string;
    expect(after).toContain('value: { lognormal: { mean: 45 s/truck, cv: 0.3 }, stretchedTo: 30 s/truck }');
    expect(scenarioOf(after).parameters['gate.serviceTime']).toMatchObject({
      value: 30,
      law: { name: 'lognormal', mean: 45, cv: 0.3 },
      standing: 'fitted',
      prior: 45,
    });
  });
});

test('several facts, and figures that are no published ones, may stand behind a fit', () => {
  const several = { ...price, fittedTo: 'saving.perTonne, target/staged:vessel.portHours' };
  const text = editFitted(smallText(), [several]) as string;
  expect(scenarioOf(text).parameters['handling.secondHaulPrice'].fittedTo).toBe(several.fittedTo);
  const wrong = parseScenario(text.replace('target/staged', 'staged'), 'a.yaml');
  expect(wrong).toMatchObject({ ok: false, problems: [{ expected: { is: 'publishedId' } }] });
});

test('how a value was fitted is said of fitted ones only', () => {
  const text = smallText().replace('standing: recalled', 'standing: recalled, fittedBy: hand');
  expect(parseScenario(text, 'a.yaml')).toMatchObject({
    ok: false,
    problems: [{ expected: { is: 'fittedStanding' } }],
  });
});
