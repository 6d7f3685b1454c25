import fc from 'fast-check';
import { CATALOGUE, PARAMETER_KEYS, type Scenario } from '../scenario/index.ts';
import { COMPARED } from '../study/index.ts';
import type { Estimate, Estimator, Side } from './estimate.ts';
import { type ScenarioShape, scenarios, withSettings } from './scenarios.ts';

/** Something that any estimate of any scenario must keep: resolves if it does, else rejects with what is wrong. */
export type EstimateProperty = (estimator: Estimator, scenario: Scenario, seed: number) => Promise<void>;

/** What sums may differ by in the order of adding, of the larger of 1 and the sum of all sizes. */
const ROUNDING = 1e-9;
const [BASE, OTHER] = COMPARED;
const PRICES = PARAMETER_KEYS.filter((key) => CATALOGUE[key].kind === 'price');

/** The properties, each by the name under which a failure is told. */
export const ESTIMATE_PROPERTIES = {
  /** Nothing is made or lost but what is booked, to the kilogram, and what goes aboard is the scenario's cargo. */
  async massCloses(estimator, scenario, seed) {
    const cargoKg = sum(scenario.cargoes.map(({ tonnes }) => Math.round(tonnes * 1000)));
    for (const { mass } of sidesOf(await estimator(scenario, COMPARED, seed))) {
      const { openingKg, producedKg, loadedKg, lostKg, closingKg, underwayKg } = mass;
      const residual = openingKg + producedKg - loadedKg - lostKg - closingKg - underwayKg;
      expect(residual === 0, `the mass balance is off by ${residual} kg`);
      expect(loadedKg === cargoKg, `${loadedKg} kg went aboard of a cargo of ${cargoKg} kg`);
    }
  },

  /** What the shipper pays in the ledger less what it earns there is its cost, and the saving is base less other. */
  async ledgerAddsUp(estimator, scenario, seed) {
    const found = await estimator(scenario, COMPARED, seed);
    for (const { ledger, costPerTonne } of sidesOf(found)) {
      const amounts = ledger.map(({ payer, payee, yuanPerTonne }) => {
        return (payer === 'shipper' ? yuanPerTonne : 0) - (payee === 'shipper' ? yuanPerTonne : 0);
      });
      const size = Math.max(1, sum(amounts.map(Math.abs)));
      const off = sum(amounts) - costPerTonne;
      expect(Math.abs(off) <= ROUNDING * size, `the ledger and the cost differ by ${off} yuan/t`);
    }
    const { base, other, savingPerTonne } = found;
    const off = base.costPerTonne - other.costPerTonne - savingPerTonne;
    expect(Math.abs(off) <= ROUNDING * Math.max(1, Math.abs(base.costPerTonne)), `the saving is off by ${off} yuan/t`);
  },

  /** The same question has the same answer, byte for byte, whatever was asked in between. */
  async isDeterministic(estimator, scenario, seed) {
    const first = JSON.stringify(await estimator(scenario, COMPARED, seed));
    await estimator(scenario, [OTHER, BASE], seed + 1);
    const again = JSON.stringify(await estimator(scenario, COMPARED, seed));
    expect(first === again, 'the same seed gave another answer');
  },

  /** A mode against itself saves exactly nothing: the A/A check. */
  async sameSavesNothing(estimator, scenario, seed) {
    for (const mode of COMPARED) {
      const { savingPerTonne } = await estimator(scenario, [mode, mode], seed);
      expect(savingPerTonne === 0, `${mode} against itself saves ${savingPerTonne} yuan/t`);
    }
  },

  /** What one mode saves against another, the other loses against the one. */
  async isAntisymmetric(estimator, scenario, seed) {
    const there = (await estimator(scenario, COMPARED, seed)).savingPerTonne;
    const back = (await estimator(scenario, [OTHER, BASE], seed)).savingPerTonne;
    expect(there === -back, `${BASE} to ${OTHER} saves ${there} yuan/t, the other way ${back}`);
  },

  /** Twice every price is twice every amount of the ledger, exactly: money has no threshold of its own. */
  async pricesScale(estimator, scenario, seed) {
    const once = await estimator(scenario, COMPARED, seed);
    const twice = await estimator(withTwicePrices(scenario), COMPARED, seed);
    for (const side of ['base', 'other'] as const) {
      for (const [at, { item, yuanPerTonne }] of once[side].ledger.entries()) {
        const found = twice[side].ledger[at]?.yuanPerTonne;
        expect(found === 2 * yuanPerTonne, `${item} is ${yuanPerTonne} yuan/t, and ${found} at twice every price`);
      }
    }
    expect(twice.savingPerTonne === 2 * once.savingPerTonne, 'twice every price does not double the saving');
  },
} as const satisfies Record<string, EstimateProperty>;

/** How estimates are checked. */
export interface CheckOptions extends Pick<fc.Parameters<unknown>, 'numRuns' | 'seed' | 'endOnFailure'> {
  /** What the random scenarios look like. */
  readonly shape?: ScenarioShape;
  /** The properties to hold it to; all unless said otherwise. */
  readonly properties?: readonly (keyof typeof ESTIMATE_PROPERTIES)[];
}

/**
 * Holds estimates to the properties on random scenarios.
 *
 * @param options 100 scenarios of a new seed each time unless said otherwise; a failure is shrunk unless `endOnFailure`
 * @throws what fast-check throws: the property, and the scenario that breaks it as a file with its settings
 * @example await checkEstimates(myEstimator, { numRuns: 20, properties: ['massCloses', 'sameSavesNothing'] });
 */
export async function checkEstimates(estimator: Estimator, options: CheckOptions = {}): Promise<void> {
  const { shape, properties = Object.keys(ESTIMATE_PROPERTIES), ...runs } = options;
  const names = properties as readonly (keyof typeof ESTIMATE_PROPERTIES)[];
  const every = fc.asyncProperty(scenarios(shape), fc.nat(), async (scenario, seed) => {
    for (const name of names) {
      await ESTIMATE_PROPERTIES[name](estimator, scenario, seed).catch((error: unknown) => {
        throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      });
    }
  });
  await fc.assert(every, runs);
}

function sidesOf({ base, other }: Estimate): readonly Side[] {
  return [base, other];
}

function withTwicePrices(scenario: Scenario): Scenario {
  return withSettings(
    scenario,
    PRICES.map((key) => `${key}=${2 * Number(scenario.parameters[key].value)}`),
  );
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
