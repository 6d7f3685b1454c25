import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MODES,
  type Mode,
  makeWorld,
  type PortInputs,
  type SeasonFacts,
  simulateSeason,
} from '../../src/port/index.ts';
import { type NumberKey, type Scenario, toPortInputs, toTerms } from '../../src/scenario/index.ts';
import { settleSeason } from '../../src/settlement/index.ts';
import { scenarios, withSettings } from '../../src/testing/index.ts';
import { inputsTwiceAsLong, pairsOf, twiceAsLong } from './doubled-times.ts';
import { EVENTFUL } from './seasons.ts';

/**
 * What goes by the calendar or the tide, off; and stock enough, since slag is made by quarters of an hour. Everything
 * else of a scenario is anything.
 */
const NO_CALENDAR = [
  'road.peakFactor=1',
  'road.curfewHours=[]',
  'fleet.workFrom=0',
  'fleet.workTo=24',
  'customs.officeOpens=0',
  'customs.officeCloses=24',
  'customs.officeDays=everyDay',
  ...['works', 'yard', 'quay'].flatMap((name) => [`shifts.${name}Opens=0`, `shifts.${name}Closes=24`]),
  'shifts.holidayRest=[]',
  'shifts.changeoverTime=0',
  'shifts.mealHours=[]',
  'weather.model=flat',
  'harbour.channelDepth=100',
  'works.openingStock=100000',
  'works.warehouseCapacity=100000000',
  'contract.regime=SHINC',
  'contract.turnRule=hours',
  'contract.noticeHours=anyTime',
  'storage.freeTime=3650',
];

/** What spreads services, reviews, repairs and spells: lognormal laws, which a doubled mean doubles but for rounding. */
const SPREADS: readonly NumberKey[] = [
  'service.timeCv',
  'customs.reviewCv',
  'breakdowns.repairCv',
  'weather.stopCv',
  'road.incidentCv',
  'traffic.stayCv',
];

const anyScenario = scenarios({
  ...EVENTFUL,
  fixed: [],
  // Berths that are not taken for good.
  ranges: { ...EVENTFUL.ranges, 'yard.capacity': [30_000, 30_000], 'traffic.arrivals': [0, 0.05] },
});

/** What must hold of any scenario; so many are tried. */
export function onDoubledTimes(numRuns: number): void {
  test('double all hours to the last bit, where nothing is spread', () => {
    onAny(numRuns, [...NO_CALENDAR, ...SPREADS.map((key) => `${key}=0`)], (first, second) => {
      const wrong = pairsOf(first, second).filter(({ hours, once, twice }) => {
        return twice !== (hours && typeof once === 'number' ? 2 * once : once);
      });
      expect(wrong).toEqual([]);
    });
  });

  test('double all hours but for rounding, where everything is, and no cost: an hour is paid half', () => {
    onAny(numRuns, NO_CALENDAR, (first, second, scenario) => {
      const wrong = pairsOf(first, second).filter(({ hours, once, twice }) => {
        if (typeof once !== 'number') return twice !== once;
        return !isClose(twice as number, hours ? 2 * once : once);
      });
      expect(wrong).toEqual([]);
      const before = settleSeason(first, 'any', toTerms(scenario)).lines;
      const after = settleSeason(second, 'any', toTerms(twiceAsLong(scenario))).lines;
      expect(before.filter(({ yuan }, i) => !isClose(after[i]?.yuan ?? Number.NaN, yuan))).toEqual([]);
    });
  });
}

type Check = (first: SeasonFacts, second: SeasonFacts, scenario: Scenario) => void;

/** Any scenario with these settings, and the same with doubled times, in every mode. */
function onAny(numRuns: number, settings: readonly string[], check: Check): void {
  const property = fc.property(anyScenario, (drawn) => {
    const scenario = withSettings(drawn, settings);
    const [once, twice] = [toPortInputs(scenario), inputsTwiceAsLong(scenario)];
    for (const mode of MODES) check(season(once, mode), season(twice, mode), scenario);
  });
  fc.assert(property, { numRuns, endOnFailure: true });
}

function season(inputs: PortInputs, mode: Mode): SeasonFacts {
  return simulateSeason(inputs, mode, makeWorld(inputs, 1, 0));
}

function isClose(found: number, due: number): boolean {
  return Math.abs(found - due) <= 1e-9 * (1 + Math.abs(due));
}
