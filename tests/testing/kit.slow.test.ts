import { describe, expect, test, vi } from 'vitest';
import {
  checkEstimates,
  type ESTIMATE_PROPERTIES,
  type Estimate,
  type Estimator,
  estimate,
  type Side,
} from '../../src/testing/index.ts';
import { EVENTFUL } from '../properties/seasons.ts';

/** Seasons take milliseconds, but a busy machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

type Name = keyof typeof ESTIMATE_PROPERTIES;

const CHECKED = { numRuns: 4, seed: 1, shape: EVENTFUL, endOnFailure: true };

test("this program's own estimates have every property", async () => {
  await checkEstimates(estimate, CHECKED);
});

describe('an estimate that is wrong is found out', () => {
  let asked = 0;
  const wrong: Readonly<Record<Name, Estimator>> = {
    massCloses: altered((side) => ({ ...side, mass: { ...side.mass, lostKg: side.mass.lostKg + 1 } })),
    ledgerAddsUp: altered((side) => ({ ...side, ledger: side.ledger.slice(1) })),
    isDeterministic: altered((side) => ({ ...side, costPerTonne: side.costPerTonne + asked++ })),
    // One that draws the other side by itself.
    sameSavesNothing: async (scenario, modes, seed) => {
      const { base } = await estimate(scenario, modes, seed);
      return saving(base, (await estimate(scenario, modes, seed + 1)).other);
    },
    isAntisymmetric: async (scenario, modes, seed) => {
      const found = await estimate(scenario, modes, seed);
      return { ...found, savingPerTonne: Math.abs(found.savingPerTonne) };
    },
    pricesScale: altered((side) => ({
      ...side,
      ledger: side.ledger.map((line) => ({ ...line, yuanPerTonne: Math.round(line.yuanPerTonne * 100) / 100 })),
    })),
  };

  test.each(Object.keys(wrong) as Name[])('by %s', async (name) => {
    const found = checkEstimates(wrong[name], { ...CHECKED, properties: [name] });
    // As a file with the settings that repeat it.
    await expect(found).rejects.toThrow(/schema: zhizhuang\/scenario@1/);
    await expect(found).rejects.toMatchObject({ cause: { message: expect.stringMatching(`^${name}: `) } });
  });
});

/** The program's own estimates, each side altered. */
function altered(alter: (side: Side) => Side): Estimator {
  return async (...question) => {
    const { base, other } = await estimate(...question);
    return saving(alter(base), alter(other));
  };
}

function saving(base: Side, other: Side): Estimate {
  return { base, other, savingPerTonne: base.costPerTonne - other.costPerTonne };
}
