import { describe, expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import {
  budgetFor,
  CALIBRATE_METHODS,
  type CalibrateMethod,
  type CalibratePlan,
  calibrate,
  calibrateSize,
  fittedValues,
  ownTargets,
  type Probe,
  type RangeFactor,
  type RunProbes,
  readFactors,
  readTargets,
} from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();

function plan(fit: readonly string[], targets: readonly string[], more: Partial<CalibratePlan> = {}): CalibratePlan {
  const { factors, faults } = readFactors(scenario, fit, '--fit');
  const aims = readTargets(scenario, targets);
  expect([...faults, ...aims.faults]).toEqual([]);
  const { method = 'nelder-mead' } = more;
  return {
    factors: factors as RangeFactor[],
    targets: aims.targets,
    method,
    budget: budgetFor(method, fit.length),
    seed: 1,
    replications: 20,
    ...more,
  };
}

type Values = Readonly<Record<string, number>>;

/** Standard normal draws by replication and target, the same for every point. */
const LUCK = Array.from({ length: 40 }, (_, replication) => {
  const stream = new RandomStreams(7, replication).stream('luck');
  return [normalQuantile(stream.next()), normalQuantile(stream.next())];
});

/** A simulator that is a formula with noise. */
function toy(of: (values: Values) => number[], noise = 0.1) {
  const seen = { probes: 0, replications: new Set<number>() };
  const known = new Map<readonly string[], number[]>();
  const at = (settings: readonly string[]) => {
    const found = known.get(settings) ?? of(Object.fromEntries(settings.map((text) => split(text))));
    known.set(settings, found);
    return found;
  };
  const run: RunProbes = async (rows) =>
    rows.map((row) =>
      row.map(({ settings, replication }: Probe) => {
        seen.probes++;
        seen.replications.add(replication);
        const found = at(settings);
        if (found.some(Number.isNaN)) return { ok: false, failure: { why: 'refused', problems: [] } };
        return { ok: true, values: found.map((y, k) => y + noise * (LUCK[replication]?.[k] as number)) };
      }),
    );
  return { run, seen };
}

function split(setting: string): [string, number] {
  const [key = '', value] = setting.split('=');
  return [key, Number(value)];
}

const PRICE = 'handling.secondHaulPrice';
const FLEET = 'fleet.size';
const at = (values: Values, key: string) => values[key] as number;

describe.each(CALIBRATE_METHODS)('%s', (method: CalibrateMethod) => {
  // Planted: price 4.2 and distance 9, told apart by two curved measures.
  const both = (values: Values) => {
    const [price, km] = [at(values, PRICE), at(values, 'road.distance')];
    return [price - 0.05 * km, 10 + km * km * 0.3 + price];
  };
  const aims = ['saving.perTonne=3.7..3.8', 'direct:vessel.portHours=38.5±0.5'];
  const asked = plan([PRICE, 'road.distance'], aims, { method });

  test('recovers planted parameters, within what noise and bands leave', async () => {
    const { run, seen } = toy(both);
    const found = await calibrate(scenario, asked, run);
    const [price, distance] = found.parameters;
    // The bands reach 0.05 and 0.5 to either side, the means of 20 are off by 0.02 (one deviation): price and distance are
    // known to about 0.06; six times the luck is inside the bounds, so fewer than 1 in 10 million seeds of it fail.
    expect(Math.abs((price?.value ?? 0) - 4.2)).toBeLessThan(0.15);
    expect(Math.abs((distance?.value ?? 0) - 9)).toBeLessThan(0.25);
    expect(found.reached).toBe(true);
    expect(found.points.length).toBeLessThan(asked.budget + 100);
    for (const one of found.posterior?.parameters ?? []) expect(one.known).toBe('found');
    const [first] = found.posterior?.parameters ?? [];
    expect((first?.low ?? 9) <= 4.25 && (first?.high ?? 0) >= 4.15).toBe(true);
    // The check saw seasons that the fit did not.
    expect(seen.replications.size).toBe(2 * asked.replications);
    expect(seen.probes).toBeLessThanOrEqual(calibrateSize(asked) + 100 * asked.replications);
  });

  test('finds the same again', async () => {
    const short = { ...asked, budget: 130, replications: 4 };
    const [one, other] = [
      await calibrate(scenario, short, toy(both).run),
      await calibrate(scenario, short, toy(both).run),
    ];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  test('says which parameters the target cannot tell apart, and which it says nothing of', async () => {
    const sum = toy((values) => [at(values, PRICE) + at(values, 'handling.directDiscount')]);
    const keys = [PRICE, 'handling.directDiscount', 'road.distance'];
    const found = await calibrate(scenario, plan(keys, ['saving.perTonne=6.95..7.05'], { method }), sum.run);
    const { parameters, confounded, directions } = found.posterior ?? {};
    expect(parameters?.[2]?.known).toBe('open');
    // Nothing speaks for moving it, so it stands where it stood.
    expect(found.parameters[2]).toMatchObject({ key: 'road.distance', prior: 8, value: 8 });
    expect(parameters?.[0]?.known).not.toBe('found');
    expect(confounded).toEqual([{ keys: [PRICE, 'handling.directDiscount'], correlation: expect.any(Number) }]);
    expect(confounded?.[0]?.correlation).toBeLessThan(-0.9);
    expect(directions?.[0]?.width).toBeLessThan(0.1);
    expect(directions?.at(-1)?.width).toBeGreaterThan(0.8);
    expect(found.reached).toBe(true);
  });

  test('comes as near as the ranges allow to a target out of reach, and says how near', async () => {
    const found = await calibrate(
      scenario,
      plan([PRICE], ['saving.perTonne=9..10'], { method }),
      toy((v) => [at(v, PRICE)]).run,
    );
    expect(found.reached).toBe(false);
    expect(found.parameters[0]?.value).toBeGreaterThan(7.8);
    expect(found.targets[0]?.outside).toBeLessThan(-0.9);
    expect(found.targets[0]?.outside).toBeGreaterThan(-1.3);
    expect(fittedValues(found)[0]?.fittedBy).toMatch(/not reached, came to [78]\./u);
  });

  test('goes round points without a value, and counts them', async () => {
    const holed = toy((v) => [at(v, PRICE) > 6 ? Number.NaN : at(v, PRICE)]);
    const found = await calibrate(scenario, plan([PRICE], ['saving.perTonne=3.9..4.1'], { method }), holed.run);
    expect(Math.abs((found.parameters[0]?.value ?? 0) - 4)).toBeLessThan(0.15);
    expect(found.failures.points).toBe(found.points.filter(({ loss }) => loss === null).length);
  });

  test('without any value says so', async () => {
    const found = await calibrate(
      scenario,
      plan([PRICE], ['saving.perTonne=1..2'], { method }),
      toy(() => [Number.NaN]).run,
    );
    expect(found).toMatchObject({ reached: false, posterior: null, parameters: [{ value: null }] });
    expect(found.failures.points).toBe(found.points.length);
    expect(fittedValues(found)).toEqual([]);
  });

  test('fits whole numbers as whole numbers', async () => {
    const found = await calibrate(
      scenario,
      plan([FLEET], ['saving.perTonne=2.95..3.05'], { method }),
      toy((v) => [at(v, FLEET) / 10], 0.01).run,
    );
    expect(found.parameters[0]).toMatchObject({ value: 30, prior: 40 });
  });
});

test('more noise leaves more open', async () => {
  const width = async (noise: number) => {
    const { run } = toy((values) => [at(values, PRICE)], noise);
    const found = await calibrate(scenario, plan([PRICE], ['saving.perTonne=3.9..4.1']), run);
    return found.posterior?.parameters[0]?.width ?? Number.NaN;
  };
  expect(await width(2)).toBeGreaterThan(3 * (await width(0.01)));
});

test('what is written says the same of the same fit, and no more', async () => {
  const found = await calibrate(
    scenario,
    plan([PRICE], ['saving.perTonne=3.9..4.1']),
    toy((v) => [at(v, PRICE)], 0).run,
  );
  expect(fittedValues(found)).toEqual([
    {
      key: PRICE,
      value: found.parameters[0]?.value,
      prior: 5,
      fittedTo: 'saving.perTonne',
      fittedBy: expect.stringMatching(
        /^zhizhuang calibrate: nelder-mead, seed 1, 20 replications, budget 80; saving\.perTonne 3\.9 to 4\.1 yuan\/t, reached (?:3\.99\d?|4|4\.00\d?)$/u,
      ),
    },
  ]);
});

describe('targets', () => {
  const own = (published: Partial<Scenario['published'][number]>[]) =>
    ownTargets({ published: published as Scenario['published'] });
  const fact = { id: 'saving.perTonne', low: 2.99, high: 3.13, unit: 'yuan/t', reading: 'fitted' } as const;

  test('of the scenario are the facts that may be fitted, the saving once', () => {
    const total = { ...fact, id: 'saving.total', low: 2.2, high: 2.3, unit: 'yuan' };
    expect(own([total, fact, { ...fact, id: 'truck.turnHours', reading: 'interval' }])).toEqual([
      { output: { id: 'saving.perTonne', side: 'saving' }, low: 2.99, high: 3.13, fact: 'saving.perTonne' },
    ]);
    expect(own([total])).toMatchObject([{ output: { id: 'saving.total' }, low: 2.2 }]);
  });

  test('in another unit are converted, of a mode are of direct loading, and one-sided or single ones are none', () => {
    const time = { ...fact, id: 'vessel.portHours', low: 1, high: 2, unit: 'd' };
    expect(own([time])).toMatchObject([{ output: { id: 'vessel.portHours', side: 'direct' }, low: 24, high: 48 }]);
    expect(
      own([
        { ...fact, low: null },
        { ...time, high: 1 },
        { ...fact, id: 'calls.count' },
      ]),
    ).toEqual([]);
  });

  test.each([
    ['saving.perTonne=2.99..3.13', { low: 2.99, high: 3.13, fact: 'saving.perTonne' }],
    ['saving.perTonne = 3.06 ± 0.07 yuan/t', { low: 2.99, high: 3.13 }],
    ['direct:vessel.portHours=2+-0.5 d', { low: 36, high: 60, fact: null }],
    ['staged:demurrage.probability=3..5 %', { low: 0.03, high: 0.05 }],
    ['saving.system.perTonne=-1..1', { low: -1, high: 1 }],
  ])('%s is read', (text, target) => {
    const { targets, faults } = readTargets(scenario, [text]);
    expect(faults).toEqual([]);
    for (const [key, value] of Object.entries(target)) {
      const found = targets[0]?.[key as 'low'];
      if (typeof value === 'number') expect(found).toBeCloseTo(value, 12);
      else expect(found).toBe(value);
    }
  });

  test.each([
    ['saving.perTonne', { is: 'form' }],
    ['saving.perTonne=', { is: 'form' }],
    ['saving.perTonne=3', { is: 'form' }],
    ['=1..2', { is: 'form' }],
    ['saving.perTonne=a..b', { is: 'form' }],
    ['saving.perTonne=1..2 furlongs', { is: 'form' }],
    ['saving.perTone=1..2', { is: 'measure', hint: 'saving.perTonne' }],
    ['vessel.portHours=1..2', { is: 'measure', hint: 'direct:vessel.portHours' }],
    ['__proto__=1..2', { is: 'measure' }],
    ['saving.perTonne=1..2 h', { is: 'unit', unit: 'yuan/t', found: 'h' }],
    ['saving.perTonne=2..1', { is: 'emptyBand', low: 2, high: 1 }],
    ['saving.perTonne=3±0', { is: 'emptyBand' }],
  ])('%s is refused', (text, fault) => {
    expect(readTargets(scenario, [text]).faults).toMatchObject([{ text: 1, fault }]);
  });

  test('stand once', () => {
    const twice = ['saving.perTonne=1..2', 'saving.perTonne=2..3'];
    expect(readTargets(scenario, twice).faults).toMatchObject([{ text: 2, fault: { is: 'twice' } }]);
  });
});
