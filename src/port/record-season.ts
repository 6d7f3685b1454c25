import { Calendar } from './calendar.ts';
import { grouped } from './column-log.ts';
import type { SeasonFacts } from './facts.ts';
import { levelFor } from './harbour.ts';
import type { PortInputs } from './inputs.ts';
import type { Mechanisms, Mode } from './modes.ts';
import { noSteps, Recorder, type ShipWay } from './recorder.ts';
import type { ClosedPart, Closure, Recording, Setting, ShipRecord } from './recording.ts';
import { seasonSteps } from './season.ts';
import { finished, type Stepwise } from './stepwise.ts';
import type { StopLayers } from './stops.ts';
import type { TripLog } from './trip-log.ts';
import type { NumberedMachine, World } from './world.ts';

/** A season with all that happened in it. */
export interface RecordedSeason {
  readonly facts: SeasonFacts;
  readonly recording: Recording;
}

/**
 * Simulates one season as {@link simulateSeason} does, with the same facts, and writes down what happened.
 *
 * @throws {UnfinishedSeasonError} when a ship has not sailed by the time the clock closes
 * @example
 * const { facts, recording } = recordSeason(inputs, 'direct', makeWorld(inputs, 1, 0));
 */
export function recordSeason(inputs: PortInputs, mode: Mode | Mechanisms, world: World): RecordedSeason {
  return finished(recordingSteps(inputs, mode, world));
}

/** The same, day by day. */
export function* recordingSteps(inputs: PortInputs, mode: Mode | Mechanisms, world: World): Stepwise<RecordedSeason> {
  const recorder = new Recorder();
  const facts = yield* seasonSteps(inputs, mode, world, { recorder });
  const { horizonHours } = facts;
  const { ways, stacks } = recorder;
  return {
    facts,
    recording: {
      horizonHours,
      setting: settingOf(inputs),
      ...columnsOf(recorder),
      cranes: recorder.cranes.all(),
      pours: recorder.pours.all(),
      stocks: {
        works: recorder.works.all(),
        yard: recorder.yard.all(),
        stacks: facts.calls.map(({ index }) => (stacks[index] ?? noSteps()).all()),
        reserve: recorder.reserve.all(),
        pads: recorder.pads.all(),
      },
      ships: facts.calls.map(({ index }) => shipRecord(ways.slag[index], inputs)),
      otherShips: facts.otherShips.map((_, number) => shipRecord(ways.other[number], inputs)),
      closures: closuresOf(inputs, world),
      hires: recorder.hires.map((hire) => ({ ...hire, to: Math.min(hire.to, horizonHours) })),
      stands: recorder.stands,
    },
  };
}

/** Trips with their stages and waits. */
function columnsOf({ log, lotPlaces }: Recorder): Pick<Recording, 'trips' | 'stages' | 'waits' | 'carried'> {
  const { count } = log.trips;
  const stages = grouped(log.stages.columns.trip, log.stages.count, count);
  const waits = grouped(log.waits.columns.trip, log.waits.count, count);
  const carried = carriedIn(log.lots, lotPlaces);
  return {
    trips: { count, ...log.trips.all(), stages: stages.first, waits: waits.first, lots: carried.first },
    stages: log.stages.some(stages.rows, ['place', 'from', 'laden']),
    waits: log.waits.some(waits.rows, ['cause', 'from', 'to']),
    carried: { lot: carried.lot },
  };
}

/** Lots that trips carried, each once a trip, and the first row of each trip. */
function carriedIn(lots: TripLog['lots'], places: Recorder['lotPlaces']): { first: Int32Array; lot: Int32Array } {
  const first = new Int32Array(lots.length + 1);
  const rows: number[] = [];
  for (const [trip, some] of lots.entries()) {
    for (const lot of some.length < 2 ? some : new Set(some)) {
      const place = places.get(lot);
      if (place !== undefined) rows.push(place);
    }
    first[trip + 1] = rows.length;
  }
  return { first, lot: Int32Array.from(rows) };
}

function shipRecord(way: ShipWay | undefined, { harbour }: PortInputs): ShipRecord {
  const moves = way?.moves ?? [];
  return {
    berth: way?.berth ?? null,
    moves: moves.map((move) => ({ ...move, waterM: move.draught === 0 ? 0 : levelFor(move.draught, harbour) })),
  };
}

function settingOf({ works, fleet, road, gate, customs, yard, quay, tide }: PortInputs): Setting {
  return {
    trucks: fleet.trucks,
    shuttles: yard.shuttleTrucks,
    roadKm: road.distanceKm,
    shuttleKm: yard.shuttleKm,
    worksLoaders: works.loaders,
    weighbridgeLanes: works.weighbridgeLanes,
    gateLanes: gate.lanes,
    mannedLanes: gate.mannedLanes,
    inspectionBays: customs.inspectionBays,
    stackingSlots: yard.stackingSlots,
    reclaimLoaders: yard.reclaimLoaders,
    berths: quay.berths,
    cranesPerCall: quay.cranesPerCall,
    warehouseKg: works.capacityKg,
    yardKg: yard.capacityKg,
    pads: yard.pads,
    tide,
  };
}

/** Everything that was ever closed. */
function closuresOf(inputs: PortInputs, world: World): Closure[] {
  const { horizonHours } = world;
  const closures: Closure[] = [];
  const add = (
    part: ClosedPart,
    layers: StopLayers,
    berth: number | null = null,
    number: number | null = null,
  ): void => {
    for (const [cause, calendar] of layers) {
      const spans = calendar.closedBetween(0, horizonHours);
      if (spans.length === 0) continue;
      const [from, to] = [Float64Array.from(spans, (span) => span[0]), Float64Array.from(spans, (span) => span[1])];
      closures.push({ part, cause, berth, number, from, to });
    }
  };
  add('worksLoading', world.worksLoaders.layers);
  add('stacking', world.stacking.layers);
  add('reclaiming', world.yardLoaders.layers);
  add('quay', world.quay.layers);
  add('pilotage', world.pilotage.layers);
  add('road', world.road.layers);
  add('office', [['shift', world.office]]);
  add('incident', [['queue', world.incidents]]);
  for (const [kind, count] of machineCounts(inputs)) {
    for (let number = 0; number < count; number++) add(kind, world.machine(kind, number).layers, null, number);
  }
  for (let berth = 0; berth < inputs.quay.berths; berth++) {
    for (let number = 0; number < inputs.quay.cranesPerCall; number++) {
      add('crane', [['breakdown', Calendar.allOf(world.crane(berth, number).of('breakdown'))]], berth, number);
    }
  }
  return closures;
}

function machineCounts({ works, gate, yard }: PortInputs): (readonly [kind: NumberedMachine, count: number])[] {
  return [
    ['worksLoader', works.loaders],
    ['weighbridge', works.weighbridgeLanes],
    ['gateLane', gate.lanes],
    ['stacker', yard.stackingMachines],
    ['reclaimer', yard.reclaimLoaders],
  ];
}
