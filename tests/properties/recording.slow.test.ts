import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  fillingAt,
  fillingsOf,
  HOUR_CAUSES,
  type HourCause,
  levelAt,
  type Mode,
  makeWorld,
  type RecordedSeason,
  recordSeason,
  simulateSeason,
  type TruckState,
  truckAt,
  trucksAtPlaces,
  truckTimelines,
  wayDone,
} from '../../src/port/index.ts';
import { type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { scenarios } from '../../src/testing/index.ts';
import { stagesOf } from '../port/recorded-seasons.ts';
import { EVENTFUL } from './seasons.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Seasons with refused lots, incidents, rests, hired trucks, hoppers, divided yards, buffers and reserves. */
const any = scenarios({
  ...EVENTFUL,
  fixed: [],
  ranges: {
    ...EVENTFUL.ranges,
    'hybrid.buffer': [0, 3000],
    'hybrid.stagedShare': [0, 1],
    'fallback.reserve': [0, 1500],
    'yard.capacity': [5600, 13_000],
    'traffic.arrivals': [0, 0.2],
  },
});

const recorded = new Map<string, RecordedSeason>();

function recordedSeason(scenario: Scenario, mode: Mode): RecordedSeason {
  const key = `${scenario.hash} ${mode}`;
  let season = recorded.get(key);
  if (season === undefined) {
    const inputs = toPortInputs(scenario);
    season = recordSeason(inputs, mode, makeWorld(inputs, 1, 0));
    recorded.set(key, season);
  }
  return season;
}

const onAny = (check: (season: RecordedSeason, scenario: Scenario, mode: Mode) => void) =>
  fc.assert(
    fc.property(any, fc.constantFrom<Mode>('staged', 'direct', 'hybrid'), (scenario, mode) => {
      check(recordedSeason(scenario, mode), scenario, mode);
    }),
    { numRuns: 20, endOnFailure: true },
  );

const close = (one: number, other: number) =>
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(other)));

describe('a recording of any season', () => {
  test('leaves the facts as they are, byte for byte', () => {
    onAny(({ facts }, scenario, mode) => {
      const inputs = toPortInputs(scenario);
      const bare = simulateSeason(inputs, mode, makeWorld(inputs, 1, 0));
      expect(JSON.stringify(facts) === JSON.stringify(bare)).toBe(true);
    });
  });

  test('has each truck somewhere from when it is sent until it is back, and nowhere twice', () => {
    onAny((season) => {
      const { facts, recording } = season;
      const { trips } = recording;
      const turnHours = facts.calls.map(() => [0, 0] as [number, number]);
      for (let trip = 0; trip < trips.count; trip++) {
        const stages = stagesOf(season, trip);
        if (stages[0]?.from !== trips.sent[trip]) throw new Error(`trip ${trip} begins late`);
        if (!stages.every(({ from, to }) => to > from)) throw new Error(`trip ${trip}: ${JSON.stringify(stages)}`);
        if (Number.isNaN(trips.back[trip])) continue;
        const of = turnHours[trips.call[trip] as number] as [number, number];
        of[trips.shuttle[trip] as 0 | 1] += (trips.back[trip] as number) - (trips.sent[trip] as number);
      }
      for (const [i, { trucks, shuttles }] of facts.calls.entries()) {
        close(turnHours[i]?.[0] ?? 0, trucks.turnHours);
        close(turnHours[i]?.[1] ?? 0, shuttles.turnHours);
      }
      for (const timeline of truckTimelines(recording)) {
        const ends = Array.from(timeline.trips, (trip) => trips.back[trip] as number);
        for (const [i, sent] of [...timeline.sent].slice(1).entries())
          expect(sent).toBeGreaterThanOrEqual(ends[i] as number);
      }
    });
  });

  test('books the same hours by cause as the facts: trucks, shuttles, cranes', () => {
    onAny(({ facts, recording: { trips, waits, cranes } }) => {
      const booked = facts.calls.map(() => ({ trucks: none(), shuttles: none(), cranes: none() }));
      for (let trip = 0; trip < trips.count; trip++) {
        if (Number.isNaN(trips.back[trip])) continue;
        const of = booked[trips.call[trip] as number]?.[trips.shuttle[trip] === 1 ? 'shuttles' : 'trucks'];
        for (let row = trips.waits[trip] as number; row < (trips.waits[trip + 1] as number); row++) {
          const [from, to] = [waits.from[row] as number, waits.to[row] as number];
          if (from < (trips.sent[trip] as number) || to > (trips.back[trip] as number) + 1e-9)
            throw new Error(`wait ${row}`);
          add(of, waits.cause[row], to - from);
        }
      }
      for (const [row, call] of cranes.call.entries()) {
        add(booked[call]?.cranes, cranes.cause[row], (cranes.to[row] as number) - (cranes.from[row] as number));
      }
      for (const [i, { hours }] of facts.calls.entries()) {
        for (const [cause] of HOUR_CAUSES.entries()) {
          const name = HOUR_CAUSES[cause] as HourCause;
          close(booked[i]?.cranes[cause] ?? 0, hours.cranes[name]);
          if (name === 'moving' || name === 'service') continue;
          close(booked[i]?.trucks[cause] ?? 0, hours.trucks[name]);
          close(booked[i]?.shuttles[cause] ?? 0, hours.shuttles[name]);
        }
      }
    });
  });

  test('has every crane at one thing at a time from ready to loading completed', () => {
    onAny(({ facts, recording: { cranes, setting } }) => {
      for (const { index, ready, loadingCompleted } of facts.calls) {
        for (let crane = 0; crane < setting.cranesPerCall; crane++) {
          const rows = [...cranes.call.keys()].filter(
            (row) => cranes.call[row] === index && cranes.crane[row] === crane,
          );
          rows.sort((a, b) => (cranes.from[a] as number) - (cranes.from[b] as number));
          let since = ready;
          for (const row of rows) {
            close(cranes.from[row] as number, since);
            since = cranes.to[row] as number;
          }
          close(since, loadingCompleted);
        }
      }
    });
  });

  test('pours the cargo, kilogram for kilogram, between the beginning and the end of loading', () => {
    onAny(({ facts, recording: { pours } }) => {
      const fillings = fillingsOf(pours, facts.calls.length);
      for (const { index, cargoKg, loadingStarted, loadingCompleted } of facts.calls) {
        const of = fillings[index] ?? [];
        expect(fillingAt(of, loadingStarted)).toBe(0);
        expect(fillingAt(of, loadingCompleted)).toBe(cargoKg);
        const hours = Array.from(
          { length: 50 },
          (_, i) => loadingStarted + ((loadingCompleted - loadingStarted) * i) / 49,
        );
        const aboard = hours.map((hour) => fillingAt(of, hour));
        for (const [i, kg] of aboard.slice(1).entries())
          expect(kg).toBeGreaterThanOrEqual((aboard[i] as number) - 1e-6);
      }
    });
  });

  test('has stocks that agree with the facts: opening, peak, closing, and the stacks with the yard', () => {
    onAny(({ facts, recording: { stocks } }, scenario) => {
      const { works, modes } = toPortInputs(scenario);
      const { mass, calls } = facts;
      expect(stocks.works.value[0]).toBe(works.openingStockKg);
      const refusedKg = calls.reduce((kg, { refused }) => kg + refused.kg, 0);
      expect((stocks.works.value.at(-1) as number) + refusedKg).toBe(mass.closingKg);
      expect(Math.max(...stocks.yard.value)).toBe(facts.yardPeakKg);
      expect(Math.max(...stocks.pads.value)).toBe(facts.yardPeakPads);
      expect(stocks.yard.value[0]).toBe(modes.fallback.reserveKg);
      for (const hour of stocks.yard.at) {
        const parts = [...stocks.stacks, stocks.reserve].reduce((kg, stack) => kg + levelAt(stack, hour), 0);
        if (parts !== levelAt(stocks.yard, hour)) throw new Error(`${parts} kg in the stacks at hour ${hour}`);
      }
    });
  });

  test('tells of each truck what its lines tell of all of them', () => {
    onAny(({ recording }) => {
      const timelines = truckTimelines(recording);
      const road = trucksAtPlaces(recording, ['roadLoaded', 'roadEmpty', 'roadOut', 'roadBack']);
      const line = trucksAtPlaces(recording, ['loaderLine', 'loader']);
      const state: TruckState = { trip: -1, stage: 0, place: 0, from: 0, to: 0, laden: false };
      for (let i = 0; i < 40; i++) {
        const hour = (recording.horizonHours * (i + 0.31)) / 40;
        let [driving, loading] = [0, 0];
        for (const timeline of timelines) {
          if (!truckAt(recording, timeline, hour, state)) continue;
          expect(hour).toBeGreaterThanOrEqual(state.from);
          expect(hour).toBeLessThan(state.to);
          const [place, done] = [state.place, wayDone(recording, state, hour)];
          expect(done).toBeGreaterThanOrEqual(0);
          expect(done).toBeLessThanOrEqual(1);
          if ([7, 25, 26, 27].includes(place)) driving++;
          if ([2, 3].includes(place)) loading++;
        }
        expect([driving, loading]).toEqual([levelAt(road, hour), levelAt(line, hour)]);
      }
    });
  });
});

const none = (): number[] => HOUR_CAUSES.map(() => 0);

function add(of: number[] | undefined, cause: number | undefined, hours: number): void {
  if (of === undefined || cause === undefined) throw new RangeError('no such call');
  of[cause] = (of[cause] as number) + hours;
}
