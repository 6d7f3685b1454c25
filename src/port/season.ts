import { Simulation, StalledError } from '../engine/index.ts';
import { Call } from './call.ts';
import type { MassFacts, SeasonFacts } from './facts.ts';
import type { PortInputs } from './inputs.ts';
import { type Mechanisms, type Mode, planOf } from './modes.ts';
import { Port, type SeasonObserver } from './port.ts';
import { finished, type Stepwise } from './stepwise.ts';
import { otherShipFacts, otherTraffic } from './traffic.ts';
import { vesselCall } from './vessel.ts';
import type { World } from './world.ts';

/** What was unfinished when the clock closed: plain data, so that reports can tell it in any language. */
export interface UnfinishedSeason {
  /** Null for a combination of mechanisms that is no mode. */
  readonly mode: Mode | null;
  readonly ships: number;
  readonly unsailed: number;
  readonly closingHour: number;
  /** The hour after which nothing more could happen; null if something always could. */
  readonly stalledHour: number | null;
  /** The first ships that had not sailed; `call` counts from 1. */
  readonly first: readonly UnsailedShip[];
  /** Who waits for what since when, as the engine names them. */
  readonly waits: readonly Wait[];
}

export interface UnsailedShip {
  readonly call: number;
  readonly laycanHour: number;
  readonly aboardTonnes: number;
  readonly cargoTonnes: number;
}

export interface Wait {
  readonly who: string;
  readonly what: string;
  readonly sinceHour: number;
}

/** A season that could not be served: the message says which calls, what they wait for and since when. */
export class UnfinishedSeasonError extends Error {
  override readonly name: string = 'UnfinishedSeasonError';
  readonly season: UnfinishedSeason;

  constructor(message: string, season: UnfinishedSeason) {
    super(message);
    this.season = season;
  }
}

/** Ships told by name, and waits kept. */
const [MOST_SHIPS, MOST_WAITS] = [5, 1000];

/** Simulated hours from one step of a season to the next. */
const STEP_HOURS = 24;

/**
 * Simulates one season under one mode (or any combination of the three mechanisms) in a given world.
 *
 * @param world from {@link makeWorld}; every mode of a replication takes the same
 * @returns what happened, in hours, kilograms and counts
 * @throws {UnfinishedSeasonError} when a ship has not sailed by the time the clock closes
 *
 * @example
 * const world = makeWorld(inputs, 1, 0);
 * const staged = simulateSeason(inputs, 'staged', world);
 * const direct = simulateSeason(inputs, 'direct', world);
 */
export function simulateSeason(
  inputs: PortInputs,
  mode: Mode | Mechanisms,
  world: World,
  observer: SeasonObserver = {},
): SeasonFacts {
  return finished(seasonSteps(inputs, mode, world, observer));
}

/** The same, day by day: for who must listen to others in between, and may leave it half-way. */
export function* seasonSteps(
  inputs: PortInputs,
  mode: Mode | Mechanisms,
  world: World,
  observer: SeasonObserver = {},
): Stepwise<SeasonFacts> {
  const sim = new Simulation();
  const port = new Port(sim, inputs, world, observer);
  const calls = world.calls.map((plan) => {
    const ownMode = mode === 'staged' || typeof mode !== 'string' ? mode : (plan.mode ?? mode);
    return new Call(sim, plan, planOf(ownMode, plan.cargoKg, inputs.modes), port);
  });
  for (const call of calls) sim.spawn(`ship of ${call.name}`, vesselCall(port, call));
  if (world.traffic.length > 0) sim.spawn('other traffic', otherTraffic(port));
  yield* runToClose(sim, world.horizonHours, calls, typeof mode === 'string' ? mode : null);
  port.closed();
  const fleet = port.fleet.close(world.horizonHours);
  return {
    horizonHours: world.horizonHours,
    berths: inputs.quay.berths,
    calls: calls.map((call) => call.facts(inputs.quay.cranesPerCall)),
    missedLaycans: world.calls.filter(({ arrived, laycanCloses }) => arrived > laycanCloses).length,
    mass: massOf(port, calls),
    otherShips: otherShipFacts(port.otherCalls),
    weatherStops: world.weather.closures,
    weatherEpisodes: world.weatherEpisodes,
    gatePeakPerHour: port.gate.peakPerHour,
    yardPeakKg: port.yard.stock.most,
    works: port.works.facts(world.horizonHours),
    fleet,
    yardPeakPads: port.yard.padsHeld.most,
  };
}

function* runToClose(sim: Simulation, horizonHours: number, calls: readonly Call[], mode: Mode | null): Stepwise<void> {
  let stalledHour: number | null = null;
  try {
    for (let step = 1; step * STEP_HOURS < horizonHours; step++) {
      sim.run(step * STEP_HOURS);
      yield;
    }
    sim.run(horizonHours);
  } catch (error) {
    if (!(error instanceof StalledError)) throw error;
    stalledHour = sim.now;
  }
  const unfinished = calls.filter((call) => call.sailed < 0);
  if (unfinished.length === 0) return;
  const first = unfinished.slice(0, MOST_SHIPS).map(({ plan, aboardKg }): UnsailedShip => {
    const [aboardTonnes, cargoTonnes] = [Math.round(aboardKg / 1000), Math.round(plan.cargoKg / 1000)];
    return { call: plan.index + 1, laycanHour: plan.laycan, aboardTonnes, cargoTonnes };
  });
  const names = first.map(({ call, laycanHour, aboardTonnes, cargoTonnes }) => {
    return `call ${call} (laycan hour ${laycanHour.toFixed(1)}, ${aboardTonnes} of ${cargoTonnes} t aboard)`;
  });
  const stalled = stalledHour === null ? '' : ` (nothing more could happen after hour ${stalledHour.toFixed(1)})`;
  throw new UnfinishedSeasonError(
    `${unfinished.length} of ${calls.length} ships had not sailed when the clock closed at hour ` +
      `${horizonHours}${stalled}: ${names.join(', ')}; ${describeWaits(sim, 8)}`,
    {
      mode,
      ships: calls.length,
      unsailed: unfinished.length,
      closingHour: horizonHours,
      stalledHour,
      first,
      waits: waitsOf(sim),
    },
  );
}

function waitsOf(sim: Simulation): Wait[] {
  const waiting = sim.waiting().slice(0, MOST_WAITS);
  return waiting.map(({ process, what, since }) => ({ who: process.name, what, sinceHour: since }));
}

/** Who waits for what since when: for stock and room first, since most other waits follow from those. */
function describeWaits(sim: Simulation, most: number): string {
  const waiting = sim.waiting();
  const roots = waiting.filter(({ what }) => what.startsWith('container'));
  const all = [...roots, ...waiting.filter((wait) => !roots.includes(wait))];
  const shown = all.slice(0, most).map(({ process, what, since }) => {
    return `${process.description} waits for ${what} since hour ${since.toFixed(1)}`;
  });
  return [...shown, ...(all.length > most ? [`and ${all.length - most} more`] : [])].join('; ');
}

/** The balance, every term counted where it happens. */
function massOf(port: Port, calls: readonly Call[]): MassFacts {
  let [lostKg, refusedKg] = [0, 0];
  for (const call of calls) {
    lostKg += call.lostKg;
    refusedKg += call.refused.kg;
  }
  return {
    openingKg: port.inputs.works.openingStockKg + port.inputs.modes.fallback.reserveKg,
    producedKg: port.works.producedKg,
    loadedKg: port.loadedKg,
    lostKg,
    closingKg: port.works.warehouse.level + refusedKg,
    underwayKg: port.onTrucksKg + port.yard.stock.value,
  };
}
