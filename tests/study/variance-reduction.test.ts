import { describe, expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';
import {
  COMPARED,
  type Outcome,
  prepare,
  type VarianceRuns,
  varianceReduction,
  varianceRuns,
} from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();
const season = prepare(scenario)(COMPARED, 1, 0);

/** A replication with these costs, yuan/t, mode by mode. */
function costing(...costs: readonly number[]): Outcome {
  const modes = costs.map((cost, mode) => {
    const outcome = season.modes[mode] as Outcome['modes'][number];
    return { ...outcome, measures: { ...outcome.measures, 'cost.perTonne': cost } };
  });
  return { ...season, modes };
}

const N = 200;
const normal = (cause: string, at: number) => normalQuantile(new RandomStreams(3, at).stream(cause).at(0));
const each = (of: (at: number) => Outcome) => Array.from({ length: N }, (_, at) => of(at));

/** Costs that are sums of causes: `sun` and `moon` act on both modes, the first alike and the second turned round; `tide` on one. */
function model(sun: number, moon: number, tide: number): Outcome {
  return costing(10 + 3 * sun + moon, 8 + sun - moon + 2 * tide);
}
const worlds = (shift: { sun?: number; moon?: number; tide?: number }, sign = 1) =>
  each((at) =>
    model(
      sign * normal('sun', at + (shift.sun ?? 0)),
      sign * normal('moon', at + (shift.moon ?? 0)),
      sign * normal('tide', at + (shift.tide ?? 0)),
    ),
  );

const runs: VarianceRuns = {
  independent: { modes: ['direct'], change: {} },
  antithetic: { modes: COMPARED, change: {} },
  redrawn: ['sun', 'moon', 'tide'].map((group) => ({ group, modes: COMPARED, change: {} })),
  drawn: ['sun', 'moon', 'tide', 'idle'].map((cause) => ({ cause, entity: undefined, count: 1 })),
};
const alone = worlds({ sun: N, moon: N, tide: N }).map(({ modes, ...rest }) => ({ ...rest, modes: modes.slice(1) }));
const found = varianceReduction(
  runs,
  {
    paired: worlds({}),
    independent: alone,
    antithetic: worlds({}, -1),
    redrawn: [worlds({ sun: N }), worlds({ moon: N }), worlds({ tide: N })],
  },
  3,
  0.95,
);

/** Fixed seeds: the tolerances are those of variances of 200 normals, 10 % each, five times over. */
describe('a saving made of known causes', () => {
  // saving = 2 + 2 sun + 2 moon − 2 tide; staged has variance 10, direct 6, the saving 12; independent 16.
  const { pairing, controls, antithetic } = found;

  test('has the gain, the ceiling and the share that its variances make', () => {
    expect(pairing.gain.value).toBeGreaterThan((16 / 12) * 0.5);
    expect(pairing.gain.value).toBeLessThan((16 / 12) * 1.5);
    const { staged, direct, paired, independent } = pairing.variance;
    expect(pairing.gain.value).toBeCloseTo(independent / paired, 9);
    expect(pairing.ceiling).toBeCloseTo((staged + direct) / (Math.sqrt(staged) - Math.sqrt(direct)) ** 2, 6);
    expect(pairing.share.value).toBeCloseTo((pairing.gain.value as number) / (pairing.ceiling as number), 9);
    expect(pairing.correlation).toBeCloseTo((staged + direct - paired) / 2 / Math.sqrt(staged * direct), 9);
  });

  test('knows which causes the two costs follow in step, which turned round, and which acts on one alone', () => {
    const [sun, moon, tide] = pairing.causes;
    expect(sun?.inStep).toBeCloseTo(1, 9);
    expect((sun?.staged ?? 0) / (sun?.direct ?? 1)).toBeCloseTo(3, 9);
    expect(moon?.inStep).toBeCloseTo(-1, 9);
    expect([tide?.staged, tide?.inStep]).toEqual([0, null]);
    for (const cause of pairing.causes) {
      expect(cause.share.value).toBeGreaterThan(0.15);
      expect(cause.share.value).toBeLessThan(0.6);
    }
    expect(pairing.outOfStep).not.toBeNull();
  });

  test('is controlled by the uniforms of its causes, not by one that does nothing', () => {
    // A uniform has correlation √(3/π) with its normal: together they leave 1 − 3/π = 0.045 of the variance.
    expect([...controls.chosen].sort()).toEqual(['moon', 'sun', 'tide']);
    expect(controls.gain.low).toBeGreaterThan(5);
  });

  test('has no variance left in antithetic pairs, being straight', () => {
    expect(antithetic.correlation).toBeCloseTo(-1, 9);
    // Up to rounding, pairs do not vary at all.
    expect(antithetic.gain.value === null || antithetic.gain.value > 1e12).toBe(true);
  });
});

test('a cause that acts on one mode alone is named so', () => {
  const tideOnly = (shift: number) =>
    each((at) => costing(10 + normal('sun', at), 8 + normal('sun', at) * 0.5 + 9 * normal('tide', at + shift)));
  const { pairing, controls } = varianceReduction(
    { ...runs, redrawn: [runs.redrawn[2] as VarianceRuns['redrawn'][number]], drawn: [] },
    { paired: tideOnly(0), independent: alone, antithetic: tideOnly(0), redrawn: [tideOnly(N)] },
    3,
    0.95,
  );
  expect(pairing.outOfStep).toEqual({ group: 'tide', only: 'direct' });
  // Nothing to control with: nothing gained, nothing lost.
  expect([controls.chosen, controls.gain.value]).toEqual([[], 1]);
});

describe('the runs of a scenario', () => {
  const laidOut = varianceRuns(scenario, 1, 4);
  const run = prepare(scenario);
  const cost = ({ modes }: Outcome) => modes.map(({ measures }) => measures['cost.perTonne']);

  test('redraw each group of causes that is drawn from, and all together', () => {
    const groups = laidOut.redrawn.map(({ group }) => group);
    expect(groups).toEqual([...groups].sort());
    expect(groups).toEqual(expect.arrayContaining(['calls', 'customs', 'truck', 'weather']));
    const all = { redrawn: { groups, by: 4 } };
    expect(cost(run(COMPARED, 1, 0, all))).toEqual(cost(run(COMPARED, 1, 4)));
    const { change, modes } = laidOut.independent;
    expect(cost(run(modes, 1, 0, change))).toEqual(cost(run(['direct'], 1, 4)));
    const calls = laidOut.redrawn.find(({ group }) => group === 'calls');
    expect(cost(run(COMPARED, 1, 0, calls?.change))).not.toEqual(cost(run(COMPARED, 1, 0)));
  });

  test('are the same seasons in a world turned round twice', () => {
    expect(cost(run(COMPARED, 1, 0, laidOut.antithetic.change))).not.toEqual(cost(run(COMPARED, 1, 0)));
    expect(cost(run(COMPARED, 1, 0, {}))).toEqual(cost(run(COMPARED, 1, 0)));
  });
});
