import {
  type Filling,
  fillingsOf,
  lastBefore,
  placeNumbers,
  type StepSeries,
  TRUCK_PLACES,
  type TruckPlace,
  type TruckTimeline,
  tripEnd,
  trucksAway,
  truckTimelines,
} from '../../port/index.ts';
import type { RecordedOutcome } from '../../study/index.ts';
import { type Running, runningOf } from './accrual.ts';
import { slotsOf } from './slots.ts';

/** One crane's time beside one ship: what it spent it on, from each instant to the next. */
export interface CraneSpans {
  readonly from: Float64Array;
  readonly cause: Uint8Array;
}

/** One mode's season, with everything looked up in advance that a drawing asks for again and again. */
export interface Side {
  readonly season: RecordedOutcome;
  /** The trucks of the works, then the shuttles. */
  readonly timelines: readonly TruckTimeline[];
  /** Which of several bays, lanes or places a truck has, by row of the stages. */
  readonly bays: Uint8Array;
  /** By call, crane by crane. */
  readonly fillings: readonly (readonly Filling[])[];
  /** By call and crane: what it spends its time on (number in `HOUR_CAUSES`), from when. */
  readonly craneSpans: readonly (readonly CraneSpans[])[];
  /** Which place in the yard each call's stack has, and how many places there are. */
  readonly piles: Uint8Array;
  readonly pileCount: number;
  /** Works' trucks on hire, over time. */
  readonly hired: StepSeries;
  readonly running: Running;
  /** First and last hour at which anything happens to a cargo. */
  readonly from: number;
  readonly to: number;
}

/** Places that have several bays, side by side. */
const BAYED = [
  'weighIn',
  'loader',
  'weighOut',
  'gate',
  'gateWeigh',
  'inspectionYard',
  'stacking',
  'reclaim',
  'tipping',
  'gateOut',
  'worksTip',
] as const satisfies readonly TruckPlace[];

export function prepareSide(season: RecordedOutcome): Side {
  const { recording, facts } = season;
  const timelines = truckTimelines(recording);
  const { slots: piles, count: pileCount } = pilesOf(recording.stocks.stacks);
  const { sent, back } = recording.trips;
  const firstSent = sent[0] ?? 0;
  const lastBack = back.reduce((last, hour) => (hour > last ? hour : last), 0);
  return {
    season,
    timelines,
    bays: baysOf(season),
    fillings: fillingsOf(recording.pours, facts.calls.length),
    craneSpans: craneSpansOf(season),
    piles,
    pileCount,
    hired: hiredOf(season),
    running: runningOf(season, trucksAway(recording)),
    from: Math.min(
      firstSent,
      ...facts.calls.flatMap(({ arrived, lots }) => [arrived, ...lots.map(({ lodged }) => lodged)]),
    ),
    to: Math.max(lastBack, ...facts.calls.map(({ sailed }) => sailed)),
  };
}

/** The bay of each stage at a place with several: the first that is free when it begins. */
function baysOf({ recording }: RecordedOutcome): Uint8Array {
  const { trips, stages } = recording;
  const bays = new Uint8Array(stages.from.length);
  const bayed = placeNumbers(BAYED);
  const ends = new Float64Array(stages.from.length);
  const rows: number[][] = TRUCK_PLACES.map(() => []);
  for (let trip = 0; trip < trips.count; trip++) {
    const after = trips.stages[trip + 1] as number;
    const end = tripEnd(recording, trip);
    for (let row = trips.stages[trip] as number; row < after; row++) {
      ends[row] = row + 1 < after ? (stages.from[row + 1] as number) : end;
      const place = stages.place[row] as number;
      if (bayed.has(place)) (rows[place] as number[]).push(row);
    }
  }
  for (const own of rows) {
    own.sort((a, b) => (stages.from[a] as number) - (stages.from[b] as number));
    const slots = slotsOf(own.map((row) => [stages.from[row] as number, ends[row] as number]));
    for (const [i, row] of own.entries()) bays[row] = slots[i] as number;
  }
  return bays;
}

/** Where in the yard each call's stack is: the first place that is free when it begins to grow. */
function pilesOf(stacks: readonly StepSeries[]): { readonly slots: Uint8Array; readonly count: number } {
  const spans = stacks
    .map(({ at, value }, call) => {
      const first = value.findIndex((kg) => kg > 0);
      const last = value.findLastIndex((kg) => kg > 0);
      return { call, from: at[first] ?? 0, to: at[last + 1] ?? Number.POSITIVE_INFINITY, none: first < 0 };
    })
    .filter(({ none }) => !none)
    .sort((a, b) => a.from - b.from);
  const slots = new Uint8Array(stacks.length);
  const found = slotsOf(spans.map(({ from, to }) => [from, to]));
  for (const [i, { call }] of spans.entries()) slots[call] = found[i] as number;
  return { slots, count: Math.max(1, 1 + Math.max(-1, ...found)) };
}

function craneSpansOf({ facts, recording: { cranes, setting } }: RecordedOutcome): CraneSpans[][] {
  const rows: number[][][] = facts.calls.map(() => Array.from({ length: setting.cranesPerCall }, () => []));
  for (const [row, call] of cranes.call.entries()) rows[call]?.[cranes.crane[row] as number]?.push(row);
  return rows.map((own) =>
    own.map((ofCrane) => {
      ofCrane.sort((a, b) => (cranes.from[a] as number) - (cranes.from[b] as number));
      return {
        from: Float64Array.from(ofCrane, (row) => cranes.from[row] as number),
        cause: Uint8Array.from(ofCrane, (row) => cranes.cause[row] as number),
      };
    }),
  );
}

function hiredOf({ recording: { hires } }: RecordedOutcome): StepSeries {
  const changes = hires.flatMap(({ from, to }) => [[from, 1] as const, [to, -1] as const]).sort((a, b) => a[0] - b[0]);
  let hired = 0;
  return {
    at: Float64Array.from(changes, ([hour]) => hour),
    value: Int32Array.from(changes, ([, change]) => (hired += change)),
  };
}

/** The trip that a truck is on at an hour, else its last one before; −1: none yet. */
export function tripBefore({ trips, sent }: TruckTimeline, hour: number): number {
  return trips[lastBefore(sent, hour)] ?? -1;
}

/** The most that any call's stack ever held on any side, kg: by it the heaps are drawn. */
export function highestStackKg(sides: readonly Side[]): number {
  let most = 1;
  for (const { season } of sides) {
    for (const { value } of season.recording.stocks.stacks) for (const kg of value) most = Math.max(most, kg);
  }
  return most;
}
