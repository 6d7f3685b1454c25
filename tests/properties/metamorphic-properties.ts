import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CallFacts,
  MODES,
  type Mode,
  makeWorld,
  type PortInputs,
  type SeasonFacts,
  simulateSeason,
} from '../../src/port/index.ts';
import { constant, lognormal } from '../../src/random/index.ts';
import { numberOf, type Scenario, toPortInputs, toTerms } from '../../src/scenario/index.ts';
import { settleSeason, shipperCostYuan } from '../../src/settlement/index.ts';
import { pairedDifference } from '../../src/stats/index.ts';
import { scenarios, withSettings } from '../../src/testing/index.ts';
import { baseInputs } from '../port/base-inputs.ts';
import { EVENTFUL, seasonOf } from './seasons.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Anything that happens, with a part of each cargo staged in hybrid mode, and berths that are not taken for good. */
const anyScenario = scenarios({
  ...EVENTFUL,
  ranges: {
    ...EVENTFUL.ranges,
    'hybrid.buffer': [0, 2000],
    'hybrid.stagedShare': [0, 1],
    'traffic.arrivals': [0, 0.05],
  },
});

const loneShips = scenarios({ ...EVENTFUL, calls: [1, 1] });

const fewTrucks = scenarios({
  ...EVENTFUL,
  ranges: { ...EVENTFUL.ranges, 'fleet.size': [1, 5], 'yard.shuttleTrucks': [1, 5], 'hybrid.stagedShare': [0, 1] },
});

function onAny(numRuns: number, check: (scenario: Scenario, mode: Mode) => void): void {
  const property = fc.property(anyScenario, (scenario) => {
    for (const mode of MODES) check(scenario, mode);
  });
  fc.assert(property, { numRuns, endOnFailure: true });
}

/** What must follow from a change to any scenario, in every mode; so many are tried. */
export function onAnyChange(numRuns: number): void {
  test('a free second haul makes each mode cheaper by just its price on what is staged, and changes nothing else', () => {
    let covered = 0;
    onAny(numRuns, (scenario, mode) => {
      const free = withSettings(scenario, ['handling.secondHaulPrice=0']);
      const { facts } = seasonOf(scenario, mode);
      expect(seasonOf(free, mode).facts).toEqual(facts);
      const [paid, unpaid] = [scenario, free].map((one) => {
        return shipperCostYuan(settleSeason(facts, mode, toTerms(one)).lines);
      }) as [number, number];
      const covers = scenario.parameters['handling.covers'].value as readonly string[];
      const isCovered = covers.includes('secondHaul') && covers.includes('reclaim');
      if (isCovered) covered++;
      const price = isCovered ? 0 : numberOf(scenario, 'handling.secondHaulPrice');
      const due = price * sum(facts.calls.map(({ cargoKg }) => stagedKg(scenario, mode, cargoKg) / 1000));
      expect(Math.abs(paid - unpaid - due)).toBeLessThanOrEqual(1e-9 * Math.abs(paid));
    });
    expect(covered).toBeGreaterThan(0);
  });

  test('at probability 0 no lot is inspected, at 1 one of each declaration, and those of a smaller one at a larger', () => {
    const inspectedAt = [0, 0, 0, 0];
    onAny(numRuns, (scenario, mode) => {
      const probability = numberOf(scenario, 'customs.inspectionProbability');
      const rising = [0, Math.min(probability, 0.5), Math.max(probability, 0.5), 1].map((value) => {
        const settings = [
          `customs.inspectionProbability=${value}`,
          'customs.creditClass=custom',
          'customs.documentShare=0',
        ];
        const { facts } = seasonOf(withSettings(scenario, settings), mode);
        // Which lots are refused, and so replaced by others that are declared too, goes by their inspection.
        for (const lot of facts.calls.flatMap(({ lots }) => lots))
          expect(lot.inspectionBegan !== null).toBe(lot.inspected);
        return facts.calls.map((call) => call.lots.filter((_, i) => i < firstLots(call)).map((lot) => lot.inspected));
      });
      for (const [i, calls] of rising.entries()) {
        inspectedAt[i] = (inspectedAt[i] as number) + sum(calls.map((lots) => sum(lots.map(Number))));
        const before = rising[i - 1];
        if (before === undefined) continue;
        for (const [j, lots] of calls.entries()) {
          expect(lots).toHaveLength(before[j]?.length as number);
          for (const [k, inspected] of lots.entries()) expect(inspected || before[j]?.[k] === false).toBe(true);
        }
      }
      const perDeclaration = numberOf(scenario, 'customs.lotsPerDeclaration');
      for (const lots of rising[3] ?? []) if (perDeclaration === 1) expect(lots).not.toContain(false);
    });
    const [none, few, more, all] = inspectedAt as [number, number, number, number];
    expect(none).toBe(0);
    expect(few).toBeGreaterThan(0);
    expect(more).toBeGreaterThan(few);
    expect(all).toBeGreaterThan(more);
  });
}

/** Lots as first cut: those that replaced refused ones come after them. */
function firstLots({ lots }: CallFacts): number {
  return lots.length - lots.filter(({ outcome }) => outcome === 'returned').length;
}

/** One of everything, in constant traffic and with stock enough: nothing can overtake, or come at a worse time. */
const ONE_BY_ONE = [
  'fleet.size=1',
  'fleet.hiredTrucks=0',
  'fleet.restRule=false',
  'fleet.breakdownProbability=0',
  'works.openingStock=100000',
  'works.warehouseCapacity=100000',
  'works.loaders=1',
  'works.weighbridgeLanes=1',
  'road.peakFactor=1',
  'road.incidentRate=0',
  'gate.lanes=1',
  'gate.mannedLanes=0',
  'yard.stackingSlots=1',
  'yard.reclaimLoaders=1',
  'yard.shuttleTrucks=1',
  'quay.berths=1',
  'quay.cranesPerCall=1',
  'quay.loadersPerCall=1',
  'customs.returnedShare=0',
];

/** A part of the seasons in which nothing is stopped by weather. */
const NO_WEATHER = ['weather.model=flat', 'weather.stopShare=0'];

/** A lone ship's hours follow the weather path by path; so many scenarios. */
export function onLoneShips(numRuns: number): void {
  test('weather off never lengthens the stay of a lone ship where nothing can overtake', () => {
    let shorter = 0;
    const property = fc.property(loneShips, (drawn) => {
      const on = withSettings(drawn, ONE_BY_ONE);
      const off = withSettings(on, NO_WEATHER);
      for (const mode of MODES) {
        const [stay, calm] = [on, off].map((scenario) => meanStay(seasonOf(scenario, mode).facts)) as [number, number];
        expect(calm).toBeLessThanOrEqual(stay + 1e-9);
        if (calm < stay - 0.1) shorter++;
      }
    });
    fc.assert(property, { numRuns, endOnFailure: true });
    expect(shorter).toBeGreaterThan(0);
  });
}

/** Small ships of a fortnight, otherwise as at the base: their worlds differ less than scenarios do. */
const fortnight: PortInputs = {
  ...baseInputs,
  season: { ...baseInputs.season, periodHours: 336, closingHours: 960, cargoesKg: [3e6, 3e6, 2e6, 2e6, 2e6] },
  modes: { ...baseInputs.modes, hybrid: { bufferKg: 5e5, stagedShare: 0.3, draw: 'at-once' } },
};

/** What holds in the mean only, since blocking may turn a path the other way; so many replications. */
export function onMeans(replications: number): void {
  test('weather lengthens the mean stay in every mode', () => {
    const { weather } = fortnight;
    const [off, on] = [0, 0.25].map((stopShare) => ({
      ...fortnight,
      weather: { ...weather, stopShare, stopHours: lognormal(1, 0.5) },
    }));
    expectLonger(off as PortInputs, on as PortInputs, meanStay, replications);
  });

  test('the mean time to the release rises with the chance of an inspection in every mode', () => {
    const { customs } = fortnight;
    const [never, often, always] = [0, 0.5, 1].map((inspectionProbability) => {
      const held = { lotKg: 5e5, lotsPerDeclaration: 1, inspectionHours: lognormal(24, 0.3), inspectionBays: 9 };
      return { ...fortnight, customs: { ...customs, ...held, lateLeadHours: 0, inspectionProbability } };
    });
    expectLonger(never as PortInputs, often as PortInputs, meanRelease, replications);
    expectLonger(often as PortInputs, always as PortInputs, meanRelease, replications);
  });
}

/**
 * The hours under the second inputs are longer in the mean than under the first, by Student's t of the paired differences
 * of independent replications: were they alike or shorter, one seed in a million would pass.
 *
 * False alarms: the means lie ten standard errors and more apart where five and a half suffice, so that less than one
 * other seed in a million would fail.
 */
function expectLonger(
  first: PortInputs,
  second: PortInputs,
  hoursOf: (facts: SeasonFacts) => number,
  replications: number,
): void {
  for (const mode of MODES) {
    const [before, after] = [first, second].map((inputs) =>
      Array.from({ length: replications }, (_, r) => hoursOf(simulateSeason(inputs, mode, makeWorld(inputs, 1, r)))),
    ) as [number[], number[]];
    const { mean, sd, low } = pairedDifference(after, before, 1 - 2e-6);
    expect(low, mode).toBeGreaterThan(0);
    expect(((mean ?? 0) * Math.sqrt(replications)) / (sd ?? 0), mode).toBeGreaterThan(10);
  }
}

function meanStay({ calls }: SeasonFacts): number {
  return sum(calls.map(({ sailed, arrived }) => sailed - arrived)) / calls.length;
}

/** Mean over lots, those apart that were refused. */
function meanRelease({ calls }: SeasonFacts): number {
  const lots = calls.flatMap((call) => call.lots.filter(({ outcome }) => outcome !== 'returned'));
  return sum(lots.map(({ released, arrived }) => Math.max(0, released - arrived))) / lots.length;
}

/** As many cranes as vehicles that bring loads, none of which comes back before its load is aboard; no stop lets any pile up. */
function withCranes(scenario: Scenario, more: number): PortInputs {
  const settings = [
    'quay.gear=cranes',
    'quay.hatchPlan=byTonnes',
    'quay.hatchPour=1000000',
    'quay.craneRate=20000',
    'breakdowns.craneMtbf=1000000000',
    'shifts.changeoverTime=0',
    'shifts.mealHours=[]',
    'shifts.quayOpens=0',
    'shifts.quayCloses=24',
    'shifts.holidayRest=[]',
    'vessel.surveyTime=0',
    'fleet.hiredTrucks=0',
    'dispatch.lead=0',
    // These ask how many cranes there are.
    ...(scenario.parameters['dispatch.policy'].value === 'look-ahead' ? ['dispatch.policy=pull'] : []),
    'customs.lotsPerDeclaration=0',
    'hybrid.draw=at-once',
    ...NO_WEATHER,
  ];
  const inputs = toPortInputs(withSettings(scenario, settings));
  const { vessel, harbour, quay, fleet, yard } = inputs;
  const cranesPerCall = fleet.trucks + yard.shuttleTrucks + more;
  return {
    ...inputs,
    // She is ready when her agents say, so that no truck waits for her.
    vessel: { ...vessel, berthingHours: constant(vessel.berthingHours.mean) },
    harbour: { ...harbour, pilots: 0, tugs: 0, oneWayChannel: false, channelDepthM: 100 },
    quay: { ...quay, cranesPerCall },
  };
}

/** What may not change with another crane: everything but what is counted by cranes. */
function withoutCranes({ calls, mass }: SeasonFacts) {
  return [
    mass,
    calls.map(({ cranes, hours, ...call }) => [call, hours.trucks, hours.shuttles, hours.cargo, cranes.workingHours]),
  ];
}

/** With as many cranes as trucks. */
export function onAnotherCrane(numRuns: number): void {
  test('with as many cranes as trucks and shuttles and no hatch limit, another crane changes nothing', () => {
    const property = fc.property(fewTrucks, (scenario) => {
      for (const mode of MODES) {
        const [enough, more] = [0, 1].map((cranes) => {
          const inputs = withCranes(scenario, cranes);
          return withoutCranes(simulateSeason(inputs, mode, makeWorld(inputs, 1, 0)));
        });
        expect(more).toEqual(enough);
      }
    });
    fc.assert(property, { numRuns, endOnFailure: true });
  });
}

/** Of a cargo, what goes by way of the yard. */
function stagedKg(scenario: Scenario, mode: Mode, cargoKg: number): number {
  if (mode === 'staged') return cargoKg;
  if (mode === 'direct') return 0;
  const share = Math.round(cargoKg * numberOf(scenario, 'hybrid.stagedShare'));
  return Math.min(cargoKg, Math.round(1000 * numberOf(scenario, 'hybrid.buffer')) + share);
}
