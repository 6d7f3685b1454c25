import { expect, test } from 'vitest';
import { type SweepJson, sweepText } from '../../src/report/index.ts';
import { widthOf } from '../../src/report/layout.ts';
import { COMMANDS, PROGRAM, smallScenario } from './small-study.ts';

const scenario = smallScenario();
const MEASURES = {
  'saving.perTonne': 'yuan/t',
  'direct:vessel.portHours': 'h',
  'difference:truck.waitHours': 'h',
} as const;
const NAMES = Object.keys(MEASURES);

function sweep(): SweepJson {
  const at = (point: number, trucks: number) => ({
    point,
    values: { 'fleet.size': trucks },
    failure: null,
    measures: Object.fromEntries(
      NAMES.map((name) => [name, { mean: trucks, sd: 1, low: trucks - 1, high: trucks + 1 }]),
    ),
    replications: {},
  });
  return {
    schema: 'zhizhuang/sweep@1',
    program: PROGRAM,
    scenario: { name: scenario.name, hash: scenario.hash, overrides: [] },
    seed: 1,
    replications: 2,
    confidence: 0.95,
    calls: { count: 3, tonnes: 11_000 },
    design: 'grid',
    factors: [{ kind: 'list', key: 'fleet.size', values: [20, 30] }],
    measures: MEASURES,
    points: [at(1, 20), at(2, 30)],
  };
}

test.each([
  ['en', 3],
  ['zh', 2],
] as const)('measures that do not fit side by side stand below each other (%s)', (language, count) => {
  const lines = sweepText(sweep(), scenario, language, COMMANDS).split('\n');
  const tables = lines.filter((line) => /^(point|点) /u.test(line));
  expect(tables).toHaveLength(count);
  for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(100);
  // Every table begins with the point and the parameter, and every measure is in one of them.
  expect(lines.filter((line) => /^ *1 +20 /u.test(line))).toHaveLength(count);
  expect(tables.join(' ').match(/95%/gu)).toHaveLength(NAMES.length);
});
