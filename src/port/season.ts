import { Simulation, StalledError } from '../engine/index.ts';
import { Call } from './call.ts';
import type { MassFacts, SeasonFacts } from './facts.ts';
import { MECHANISMS, type Mechanisms, type Mode, type PortInputs } from './inputs.ts';
import { Port, type SeasonObserver } from './port.ts';
import { vesselCall } from './vessel.ts';
import type { World } from './world.ts';

/** A season that could not be served: the message says which calls, what they wait for and since when. */
export class UnfinishedSeasonError extends Error {
  override readonly name: string = 'UnfinishedSeasonError';
}

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
  const mechanisms = typeof mode === 'string' ? MECHANISMS[mode] : mode;
  const sim = new Simulation();
  const port = new Port(sim, inputs, mechanisms, world, observer);
  const calls = world.calls.map((plan) => new Call(sim, plan, world, port.customs.lotsOf(plan.cargoKg)));
  for (const call of calls) sim.spawn(`ship of ${call.name}`, vesselCall(port, call));
  runToClose(sim, world.horizonHours, calls);
  port.closed();
  return {
    horizonHours: world.horizonHours,
    berths: inputs.quay.berths,
    calls: calls.map((call) => call.facts(mechanisms.straight, inputs.quay.cranesPerCall)),
    mass: massOf(port, calls),
    weatherStops: world.weather.closures,
    gatePeakPerHour: port.gate.peakPerHour,
    yardPeakKg: port.yard.stock.most,
  };
}

function runToClose(sim: Simulation, horizonHours: number, calls: readonly Call[]): void {
  let stalled = '';
  try {
    sim.run(horizonHours);
  } catch (error) {
    if (!(error instanceof StalledError)) throw error;
    stalled = ` (nothing more could happen after hour ${sim.now.toFixed(1)})`;
  }
  const unfinished = calls.filter((call) => call.sailed < 0);
  if (unfinished.length === 0) return;
  const names = unfinished.slice(0, 5).map(({ name, plan, aboardKg }) => {
    const of = `${Math.round(aboardKg / 1000)} of ${Math.round(plan.cargoKg / 1000)} t aboard`;
    return `${name} (laycan hour ${plan.laycan.toFixed(1)}, ${of})`;
  });
  throw new UnfinishedSeasonError(
    `${unfinished.length} of ${calls.length} ships had not sailed when the clock closed at hour ` +
      `${horizonHours}${stalled}: ${names.join(', ')}; ${describeWaits(sim, 8)}`,
  );
}

/** Who waits for what since when: for stock and room first, since most other waits follow from those. */
function describeWaits(sim: Simulation, most: number): string {
  const waits = sim.describeWaiting(Number.POSITIVE_INFINITY).split('\n');
  const roots = waits.filter((wait) => wait.includes('container "'));
  const all = [...roots, ...waits.filter((wait) => !roots.includes(wait))];
  const shown = all.slice(0, most).join('; ');
  const rounded = shown.replace(/\d+\.\d+/g, (hour) => Number(hour).toFixed(1));
  return all.length > most ? `${rounded}; and ${all.length - most} more` : rounded;
}

/** The balance, every term counted where it happens. */
function massOf(port: Port, calls: readonly Call[]): MassFacts {
  let lostKg = 0;
  for (const call of calls) lostKg += call.lostKg;
  return {
    openingKg: port.inputs.works.openingStockKg,
    producedKg: port.works.producedKg,
    loadedKg: port.loadedKg,
    lostKg,
    closingKg: port.works.warehouse.level,
    underwayKg: port.onTrucksKg + port.yard.stock.value,
  };
}
