import { Calendar } from './calendar.ts';
import type { SeasonFacts } from './facts.ts';
import { levelFor } from './harbour.ts';
import { HOUR_CAUSES, type HourCause } from './hours.ts';
import type { PortInputs } from './inputs.ts';
import type { Journey } from './journey.ts';
import type { Mechanisms, Mode } from './modes.ts';
import { noSteps, Recorder, type ShipWay, type Steps } from './recorder.ts';
import type {
  ClosedPart,
  Closure,
  CraneColumns,
  PourColumns,
  Recording,
  Setting,
  ShipRecord,
  StageColumns,
  StepSeries,
  TripColumns,
  WaitColumns,
} from './recording.ts';
import { seasonSteps } from './season.ts';
import { finished, type Stepwise } from './stepwise.ts';
import type { StopLayers } from './stops.ts';
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
      cranes: craneColumns(recorder),
      pours: pourColumns(recorder),
      stocks: {
        works: seriesOf(recorder.works),
        yard: seriesOf(recorder.yard),
        stacks: facts.calls.map(({ index }) => seriesOf(stacks[index] ?? noSteps())),
        reserve: seriesOf(recorder.reserve),
        pads: seriesOf(recorder.pads),
      },
      ships: facts.calls.map(({ index }) => shipRecord(ways.slag[index], inputs)),
      otherShips: facts.otherShips.map((_, number) => shipRecord(ways.other[number], inputs)),
      closures: closuresOf(inputs, world),
      hires: recorder.hires.map((hire) => ({ ...hire, to: Math.min(hire.to, horizonHours) })),
      stands: recorder.stands,
    },
  };
}

const CAUSE_NUMBERS = Object.fromEntries(HOUR_CAUSES.map((cause, number) => [cause, number])) as Record<
  HourCause,
  number
>;

/** Trips with their stages and waits. */
function columnsOf({ journeys, lotPlaces }: Pick<Recorder, 'journeys' | 'lotPlaces'>): {
  readonly trips: TripColumns;
  readonly stages: StageColumns;
  readonly waits: WaitColumns;
  readonly carried: Recording['carried'];
} {
  const { length } = journeys;
  const stages = firstRows(journeys.map(({ since }) => since.length));
  const waits = firstRows(journeys.map((journey) => journey.waits.length));
  const carried = journeys.map(({ lots }) => [...new Set(lots)].flatMap((lot) => lotPlaces.get(lot) ?? []));
  return {
    trips: {
      count: length,
      shuttle: filled(new Uint8Array(length), journeys, ({ of }) => (of.kind === 'shuttle' ? 1 : 0)),
      truck: filled(new Int32Array(length), journeys, ({ of }) => of.truck),
      hired: filled(new Uint8Array(length), journeys, ({ of }) => (of.hired ? 1 : 0)),
      call: filled(new Int32Array(length), journeys, ({ of }) => of.call),
      k: filled(new Int32Array(length), journeys, ({ of }) => of.k),
      kg: filled(new Int32Array(length), journeys, ({ of }) => of.kg),
      sent: filled(new Float64Array(length), journeys, ({ sentAt }) => sentAt),
      back: filled(new Float64Array(length), journeys, ({ backAt }) => backAt),
      stages,
      waits,
      lots: firstRows(carried.map((lots) => lots.length)),
    },
    stages: stageColumns(journeys, stages.at(-1) ?? 0),
    waits: waitColumns(journeys, waits.at(-1) ?? 0),
    carried: { lot: Int32Array.from(carried.flat()) },
  };
}

function stageColumns(journeys: readonly Journey[], count: number): StageColumns {
  const columns = { place: new Uint8Array(count), from: new Float64Array(count), laden: new Uint8Array(count) };
  let row = 0;
  for (const { places, since, laden } of journeys) {
    for (let stage = 0; stage < since.length; stage++, row++) {
      columns.place[row] = places[stage] as number;
      columns.from[row] = since[stage] as number;
      columns.laden[row] = laden[stage] as number;
    }
  }
  return columns;
}

function waitColumns(journeys: readonly Journey[], count: number): WaitColumns {
  const columns = { cause: new Uint8Array(count), from: new Float64Array(count), to: new Float64Array(count) };
  let row = 0;
  for (const { waits } of journeys) {
    for (const { cause, from, to } of waits) {
      columns.cause[row] = CAUSE_NUMBERS[cause];
      columns.from[row] = from;
      columns.to[row] = to;
      row++;
    }
  }
  return columns;
}

/** The first row of each group of so many rows, and the row after the last. */
function firstRows(rows: readonly number[]): Int32Array {
  const first = new Int32Array(rows.length + 1);
  for (const [i, count] of rows.entries()) first[i + 1] = (first[i] as number) + count;
  return first;
}

function craneColumns({ cranes }: Recorder): CraneColumns {
  const { length } = cranes;
  return {
    call: filled(new Int32Array(length), cranes, ({ call }) => call),
    crane: filled(new Uint8Array(length), cranes, ({ crane }) => crane),
    cause: filled(new Uint8Array(length), cranes, ({ cause }) => CAUSE_NUMBERS[cause]),
    from: filled(new Float64Array(length), cranes, ({ from }) => from),
    to: filled(new Float64Array(length), cranes, ({ to }) => to),
  };
}

function pourColumns({ pours }: Recorder): PourColumns {
  const { length } = pours;
  return {
    call: filled(new Int32Array(length), pours, ({ call }) => call),
    crane: filled(new Uint8Array(length), pours, ({ crane }) => crane),
    kg: filled(new Int32Array(length), pours, ({ kg }) => kg),
    from: filled(new Float64Array(length), pours, ({ from }) => from),
    to: filled(new Float64Array(length), pours, ({ to }) => to),
    trip: filled(new Int32Array(length), pours, ({ trip }) => trip),
    tipped: filled(new Float64Array(length), pours, ({ tipped }) => tipped),
  };
}

/** A column with a number of each row; by hand, since `from` with a function takes twenty times as long. */
function filled<C extends Uint8Array | Int32Array | Float64Array, R>(
  column: C,
  rows: readonly R[],
  of: (row: R) => number,
): C {
  for (let i = 0; i < rows.length; i++) column[i] = of(rows[i] as R);
  return column;
}

function seriesOf({ at, value }: Steps): StepSeries {
  return { at: Float64Array.from(at), value: Int32Array.from(value) };
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
