/**
 * What each shipped scenario comes to at seed 1 over three replications, held against a committed file.
 *
 * A golden file changes only together with a line in CHANGELOG.md that says why; where simulated numbers move, the
 * line is marked RESULTS CHANGE. To write the files anew:
 *
 *   UPDATE_GOLDEN=1 npx vitest run --config tests/vitest.config.ts tests/golden
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenario, type Scenario } from '../../src/scenario/index.ts';
import { COMPARED, type Comparison, compare, prepare } from '../../src/study/index.ts';

const SEED = 1;
const REPLICATIONS = 3;
const DIGITS = 6;

const scenarios = new URL('../../scenarios/', import.meta.url);
const golden = new URL('./', import.meta.url);

/** The scenarios that are shipped. */
export const NAMES = readdirSync(scenarios).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));

/** Those that every check holds; the rungs of the ladder beyond them are held by the slow tests. */
export const ALWAYS = ['bayuquan-2024', 'bayuquan-72kt'];

/** One test for each scenario named. */
export function holdToGolden(scenarioNames: readonly string[]): void {
  test.each(scenarioNames)(
    '%s comes to what it came to',
    (name) => {
      const file = new URL(`${name}.json`, golden);
      const found = summaryOf(comparisonOf(scenarioNamed(name)));
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
      expect(existsSync(file), `no golden file for ${name}: UPDATE_GOLDEN=1 writes it`).toBe(true);
      expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    },
    60_000,
  );
}

/** Names of the scenarios that have a golden file. */
export function goldenNames(): string[] {
  return readdirSync(golden).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []));
}

function scenarioNamed(name: string): Scenario {
  const read = parseScenario(readFileSync(new URL(`${name}.yaml`, scenarios), 'utf8'), name);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

function comparisonOf(scenario: Scenario): Comparison {
  const run = prepare(scenario);
  const outcomes = Array.from({ length: REPLICATIONS }, (_, replication) => run(COMPARED, SEED, replication));
  return compare(scenario, outcomes, { seed: SEED });
}

/** Means only, to so many digits that a change of the model shows and the file can be read. */
function summaryOf({ calls, measures, ledger, massBalance, published }: Comparison): unknown {
  const means = Object.entries(measures).map(([id, { unit, staged, direct, difference }]) => {
    return [
      id,
      { unit, staged: rounded(staged?.mean), direct: rounded(direct?.mean), difference: rounded(difference?.mean) },
    ];
  });
  return {
    seed: SEED,
    replications: REPLICATIONS,
    calls,
    measures: Object.fromEntries(means),
    ledger: ledger.map((row) => ({
      ...row,
      ...allRounded({ staged: row.staged, direct: row.direct, difference: row.difference }),
    })),
    massBalance: { staged: allRounded({ ...massBalance.staged }), direct: allRounded({ ...massBalance.direct }) },
    verdicts: Object.fromEntries(published.map(({ id, verdict }) => [id, verdict])),
  };
}

function allRounded(values: Readonly<Record<string, number>>): Record<string, number | null> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)]));
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toPrecision(DIGITS));
}
