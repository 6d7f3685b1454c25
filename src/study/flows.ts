import { type Recording, type StepSeries, type TruckPlace, trucksAtPlaces } from '../port/index.ts';
import { quantile } from '../stats/index.ts';
import type { Settled } from './measures.ts';
import { rounded } from './season-view.ts';

/** What rises and falls over a season: stocks in tonnes, trucks and ships in number. */
export const FLOWS = ['worksStock', 'yardStock', 'shipsWaiting', 'loaderLine', 'gateLine', 'quayLine'] as const;
export type FlowId = (typeof FLOWS)[number];

/** Where trucks stand in a line. */
const LINES = {
  loaderLine: ['weighInLine', 'loaderLine', 'weighOutLine'],
  gateLine: ['gateLine', 'gateHeld', 'gateWeighLine'],
  quayLine: ['apronLine'],
} as const satisfies Partial<Record<FlowId, readonly TruckPlace[]>>;

/** Mean and middle part over replications, in each step of the grid. */
export interface Band {
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** A season's course over replications. */
export interface Flows {
  /** Length of a step, hours; the first begins with the clock. */
  readonly stepHours: number;
  readonly staged: Readonly<Record<FlowId, Band | null>>;
  readonly direct: Readonly<Record<FlowId, Band | null>>;
}

/** One replication's course: the mean in each step. */
export type Course = Readonly<Record<FlowId, readonly number[]>>;

/** Part of replications that a band leaves out, below and above. */
export const BAND = [0.1, 0.9] as const;

/** Steps of a grid at most, and the lengths to choose from, hours. */
const [MOST_STEPS, STEP_HOURS] = [240, [1, 2, 3, 6, 12, 24, 48, 96]];

/** The length of a step for a season of so many hours. */
export function stepHoursFor(hours: number): number {
  return STEP_HOURS.find((step) => hours / step <= MOST_STEPS) ?? 168;
}

/** How one season went, in steps of {@link stepHoursFor} its hours. */
export function courseOf({ facts }: Settled, recording: Recording): Course {
  const stepHours = stepHoursFor(facts.horizonHours);
  const steps = Math.ceil(facts.horizonHours / stepHours);
  const over = (series: StepSeries) => Array.from(stepMeans(series, steps, stepHours));
  const { works, yard } = recording.stocks;
  return {
    worksStock: over(works).map((kg) => kg / 1000),
    yardStock: over(yard).map((kg) => kg / 1000),
    shipsWaiting: over(shipsWaiting(facts.calls)),
    loaderLine: over(trucksAtPlaces(recording, LINES.loaderLine)),
    gateLine: over(trucksAtPlaces(recording, LINES.gateLine)),
    quayLine: over(trucksAtPlaces(recording, LINES.quayLine)),
  };
}

function shipsWaiting(calls: Settled['facts']['calls']): StepSeries {
  const changes = calls.flatMap(({ arrived, alongside }): [number, number][] => [
    [arrived, 1],
    [alongside, -1],
  ]);
  changes.sort(([one], [other]) => one - other);
  let ships = 0;
  return {
    at: Float64Array.from(changes, ([hour]) => hour),
    value: Int32Array.from(changes, ([, change]) => (ships += change)),
  };
}

/** The mean of a level in each step; before its first instant it is 0. */
export function stepMeans({ at, value }: StepSeries, steps: number, stepHours: number): Float64Array {
  const means = new Float64Array(steps);
  const end = steps * stepHours;
  for (let i = 0; i < at.length; i++) {
    const level = value[i] as number;
    const to = Math.min(end, i + 1 < at.length ? (at[i + 1] as number) : end);
    let from = at[i] as number;
    while (level !== 0 && from < to) {
      const step = Math.floor(from / stepHours);
      const until = Math.min(to, (step + 1) * stepHours);
      means[step] = (means[step] as number) + (level * (until - from)) / stepHours;
      from = until;
    }
  }
  return means;
}

/** Sums up one mode's courses; null for what never is. @param courses of equal length, at least one */
export function bandsOf(courses: readonly Course[]): Record<FlowId, Band | null> {
  return Object.fromEntries(FLOWS.map((id) => [id, bandOf(courses.map((course) => course[id]))])) as Record<
    FlowId,
    Band | null
  >;
}

function bandOf(courses: readonly (readonly number[])[]): Band | null {
  if (courses.every((course) => course.every((value) => value === 0))) return null;
  const steps = courses[0]?.length ?? 0;
  const over = (sum: (values: number[]) => number) =>
    Array.from({ length: steps }, (_, step) => rounded(sum(courses.map((course) => course[step] as number)), 2));
  return {
    mean: over((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    low: over((values) => quantile(values, BAND[0])),
    high: over((values) => quantile(values, BAND[1])),
  };
}
