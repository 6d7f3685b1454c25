import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RecordedCall } from '../../src/history/index.ts';
import { makeWorld, recordSeason, TRUCK_PLACES } from '../../src/port/index.ts';
import { applyOverrides, parseInstant, parseScenario, type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { replayer, replayOf } from '../../src/study/index.ts';

const SEED = 11;
const text = readFileSync(new URL('../../docs/examples/logs/own-port.yaml', import.meta.url), 'utf8').replace(
  /cargoes:[\s\S]*?parameters:/u,
  (): string => {
    const laycans = ['2024-03-01T06:00', '2024-03-05T10:00', '2024-03-09T02:00', '2024-04-30T01:00'];
    return `cargoes:\n${laycans.map((laycan) => `  - { tonnes: 2000 t, laycan: ${laycan} }\n`).join('')}parameters:\n  calls:\n    arrivalDeviationSd: 0 h`;
  },
);

function scenarioWith(...settings: readonly string[]): Scenario {
  const read = parseScenario(text, 'a.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const set = applyOverrides(read.scenario, settings);
  if (!set.ok) throw new Error(JSON.stringify(set.problems));
  return set.scenario;
}

/** A simulated season as a log would tell it. */
function recordedBy(scenario: Scenario, replication: number): RecordedCall[] {
  const inputs = toPortInputs(scenario);
  const { facts, recording } = recordSeason(inputs, 'direct', makeWorld(inputs, SEED, replication));
  const opening = (parseInstant('2024-03-01T00:00') ?? 0) - inputs.season.openingHours;
  const { trips, stages } = recording;
  return facts.calls.map((call) => ({
    ship: String(call.index),
    laycan: call.laycan + opening,
    arrived: call.arrived + opening,
    berthed: call.alongside + opening,
    loadFrom: call.loadingStarted + opening,
    loadTo: call.loadingCompleted + opening,
    sailed: call.sailed + opening,
    cargoKg: call.cargoKg,
    trips: [...trips.call].flatMap((of, trip) => {
      if (of !== call.index) return [];
      const places = [...stages.place.subarray(trips.stages[trip], trips.stages[trip + 1])];
      const came = (...names: readonly string[]) => {
        const at = places.findIndex((place) => names.includes(TRUCK_PLACES[place] ?? ''));
        return (stages.from[(trips.stages[trip] ?? 0) + at] ?? 0) + opening;
      };
      return [
        {
          worksIn: (trips.sent[trip] ?? 0) + opening,
          worksOut: came('roadLoaded'),
          reached: came('gateLine', 'gate'),
          left: came('roadEmpty'),
        },
      ];
    }),
  }));
}

describe('a season that the model itself made', () => {
  const scenario = scenarioWith();
  const calls = recordedBy(scenario, 3);

  test.each(['recorded', 'policy'] as const)('is replayed exactly in its own world, trucks sent as %s', (dispatch) => {
    const options = { mode: 'direct', seed: SEED, dispatch } as const;
    const replay = replayOf(scenario, calls, [replayer(scenario, calls, options)(3)], options);
    expect(replay.measures).toHaveLength(7);
    expect(replay.departures).toBe(dispatch === 'recorded' ? replay.trips : 0);
    for (const { error, recorded, simulated, inside } of replay.measures) {
      expect(recorded).toBeGreaterThan(0);
      expect(simulated).toBeCloseTo(recorded, 6);
      expect(error.mean).toBeCloseTo(0, 6);
      expect(inside).toBeLessThanOrEqual(4);
    }
  });

  test('staged, no truck is said to be sent as it was', () => {
    const options = { mode: 'staged', seed: SEED, dispatch: 'recorded' } as const;
    const { trips, departures } = replayOf(scenario, calls, [replayer(scenario, calls, options)(0)], options);
    expect(trips).toBeGreaterThan(0);
    expect(departures).toBe(0);
  });

  test('another road is noticed, what lies before it is not blamed', () => {
    const options = { mode: 'direct', seed: SEED, dispatch: 'recorded' } as const;
    const slow = scenarioWith('road.speedLoaded=15');
    const run = replayer(slow, calls, options);
    const { measures } = replayOf(slow, calls, [run(0), run(1), run(2)], options);
    const verdicts = Object.fromEntries(measures.map(({ measure, verdict }) => [measure, verdict]));
    // 8 km at 15 instead of 30 km/h: 16 min more, against a few seconds of chance.
    expect(verdicts).toMatchObject({ 'truck.roadHours': 'long' });
    expect(verdicts['truck.worksHours']).not.toBe('long');
  });
});

test('what a log does not tell is not compared, and few calls get no verdict', () => {
  const scenario = scenarioWith();
  const calls = recordedBy(scenario, 3)
    .slice(0, 2)
    .map((call) => ({ ...call, berthed: null, trips: [] }));
  const options = { mode: 'direct', seed: SEED, dispatch: 'recorded' } as const;
  const { measures, trips, departures } = replayOf(scenario, calls, [replayer(scenario, calls, options)(0)], options);
  expect(measures.map(({ measure, verdict }) => [measure, verdict])).toEqual([
    ['vessel.loadingHours', 'few'],
    ['vessel.portHours', 'few'],
  ]);
  expect([trips, departures]).toEqual([0, 0]);
});
