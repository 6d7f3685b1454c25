import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeWorld, simulateSeason, type World } from '../../src/port/index.ts';
import { type ParameterKey, type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { prepare } from '../../src/study/index.ts';
import { withSettings } from '../../src/testing/index.ts';
import { eventful, onAny, seasonOf } from './seasons.ts';

const MODES = ['staged', 'direct'] as const;

/** What chance is held to, on a share of the seasons that the slow tests look at. */
export function randomness(share: number): void {
  describe('the same seed gives the same bytes', () => {
    test('whatever was run before', () => {
      fc.assert(
        fc.property(eventful, fc.nat(), fc.nat(50), (scenario, seed, replication) => {
          const bytes = () => JSON.stringify(prepare(scenario)(MODES, seed, replication));
          const first = bytes();
          prepare(scenario)(['direct'], seed + 1, replication);
          expect(bytes()).toBe(first);
        }),
        { numRuns: Math.ceil(10 * share) },
      );
    });

    test('whichever mode goes first', () => {
      onAny(
        (scenario) => {
          const modes = prepare(scenario)(['direct', 'staged'], 1, 0).modes;
          const turned = prepare(scenario)(['staged', 'direct'], 1, 0).modes;
          expect([...modes].reverse()).toEqual(turned);
        },
        Math.ceil(10 * share),
      );
    });

    test('and another seed or replication gives another season', () => {
      onAny(
        (scenario) => {
          const costs = [
            [1, 0],
            [1, 1],
            [2, 0],
          ].map(([seed = 0, replication = 0]) =>
            JSON.stringify(prepare(scenario)(['direct'], seed, replication).modes),
          );
          expect(new Set(costs).size).toBe(3);
        },
        Math.ceil(5 * share),
      );
    });
  });

  describe('what is drawn for one cause moves no other', () => {
    test('a new cause, or asking for the draws of a cause early and out of order, changes nothing', () => {
      onAny(
        (scenario) => {
          const inputs = toPortInputs(scenario);
          for (const mode of MODES) {
            const world = makeWorld(inputs, 1, 0);
            world.streams.stream('a.cause.of.its.own').at(99);
            for (const cause of CALL_CAUSES)
              for (const { index } of world.calls) world.streams.stream(cause, index).at(700);
            expect(simulateSeason(inputs, mode, world)).toEqual(seasonOf(scenario, mode).facts);
          }
        },
        Math.ceil(12 * share),
      );
    });

    test('a season leaves the world as it found it', () => {
      onAny(
        (scenario) => {
          const inputs = toPortInputs(scenario);
          const world = makeWorld(inputs, 1, 0);
          simulateSeason(inputs, 'staged', world);
          expect(simulateSeason(inputs, 'direct', world)).toEqual(seasonOf(scenario, 'direct').facts);
        },
        Math.ceil(12 * share),
      );
    });

    test.each<[ParameterKey, string, readonly (keyof Given)[]]>([
      ['gate.serviceTime', '2 min/truck', ['ships', 'weather', 'cranes', 'loads', 'instructions']],
      ['road.speedLoaded', '21 km/h', ['ships', 'weather', 'cranes', 'loads', 'instructions']],
      ['quay.tipTime', '7 min/truck', ['ships', 'weather', 'cranes', 'loads', 'instructions']],
      ['customs.reviewTime', '2.5 h', ['ships', 'weather', 'cranes', 'loads', 'instructions']],
      ['breakdowns.craneMtbf', '300 h', ['ships', 'weather', 'loads', 'instructions']],
      ['weather.stopShare', '0.1', ['ships', 'loads', 'instructions']],
      ['calls.arrivalDeviationSd', '30 h', ['cargoes', 'weather', 'cranes', 'loads', 'instructions']],
      ['fleet.payload', '29 t', ['ships', 'weather', 'cranes', 'instructions']],
      ['customs.inspectionProbability', '0.5', ['ships', 'weather', 'cranes', 'loads']],
    ])('%s moves only what follows from it', (key, value, unmoved) => {
      onAny(
        (scenario) => {
          // Which trucks are turned back with a refused lot goes by the clock, so that the number of loads does too.
          const before = given(withSettings(scenario, ['customs.returnedShare=0']));
          const changed = given(withSettings(scenario, ['customs.returnedShare=0', `${key}=${value}`]));
          for (const what of unmoved) expect(changed[what], what).toEqual(before[what]);
        },
        Math.ceil(6 * share),
      );
    });
  });
}

/** Causes that a call draws from, as the stations name them. */
const CALL_CAUSES = [
  'truck.payload',
  'works.loading',
  'works.weighing',
  'road.loaded',
  'road.empty',
  'gate.service',
  'gate.check',
  'yard.stacking',
  'yard.reclaim',
  'quay.tip',
  'shuttle.tip',
  'shuttle.payload',
  'crane.time',
  'customs.instruction',
  'customs.review',
  'vessel.survey',
];

/** What chance gives to a season before anything is done in it, or whatever is done. */
interface Given {
  readonly ships: unknown;
  readonly cargoes: unknown;
  readonly weather: unknown;
  readonly cranes: unknown;
  readonly loads: unknown;
  readonly instructions: unknown;
}

function given(scenario: Scenario): Given {
  const world: World = makeWorld(toPortInputs(scenario), 1, 0);
  const seasons = MODES.map((mode) => seasonOf(scenario, mode).facts);
  const each = <T>(of: (call: (typeof seasons)[number]['calls'][number]) => T) =>
    seasons.map(({ calls }) => calls.map(of));
  return {
    ships: world.calls,
    cargoes: world.calls.map(({ cargoKg, laycan }) => [cargoKg, laycan]),
    weather: world.weather.closures,
    cranes: [0, 1, 2].map((crane) => world.crane(0, crane).calendar.closures),
    loads: each((call) => [call.trucks.loads, call.shuttles.loads]),
    instructions: each((call) => call.lots.map((lot) => lot.inspected)),
  };
}
