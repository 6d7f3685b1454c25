import { RandomStreams } from '../random/index.ts';
import {
  type Index,
  type SaltelliValues,
  type SobolIndices,
  saltelliRow,
  sobolIndices,
  sobolSequence,
} from '../stats/index.ts';
import type { Probe, Probed } from './probe.ts';
import {
  coordinatesOf,
  type Failures,
  factorsOf,
  failuresOf,
  type PointValue,
  pointValues,
  probesAt,
  type SensitivityPlan,
  settingsAt,
  withDummy,
} from './sensitivity-plan.ts';

/** One group's shares of the output's variance. */
export interface GroupShares {
  readonly name: string;
  readonly factors: readonly string[];
  readonly first: Index;
  readonly total: Index;
}

/** Two groups' share beyond what each has alone. */
export interface PairShare extends Index {
  readonly groups: readonly [string, string];
}

/** Indices as they were with fewer rows. */
export interface Convergence {
  readonly rows: number;
  /** First orders and totals by the names of the groups. */
  readonly first: Readonly<Record<string, number | null>>;
  readonly total: Readonly<Record<string, number | null>>;
}

/** Shares of variance: groups by their totals, the largest first, and the dummy. */
export interface VarianceShares {
  /** Rows asked for, and those that every point of had a value. */
  readonly rows: number;
  readonly usedRows: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly groups: readonly GroupShares[];
  /** What other random numbers alone do, and with all: the share that no parameter explains. */
  readonly dummy: GroupShares;
  /** The largest first; null if not asked for. */
  readonly second: readonly PairShare[] | null;
  readonly convergence: readonly Convergence[];
  readonly failures: Failures;
}

/** Fewest rows that convergence is looked at with. */
const LEAST_ROWS = 16;
/** How often rows are halved to look back. */
const HALVINGS = 3;

/**
 * The probes of Saltelli's design on Sobol's sequence, shifted at random; one row of it a row here: A, B, A with each
 * group of B, and for second orders B with each of A. A and its mixtures stand in one world, B and its in another: the
 * dummy's mixtures are A's point in B's world, and B's in A's.
 */
export function varianceProbes(plan: SensitivityPlan): Probe[][] {
  const factors = factorsOf(plan);
  const groups = coordinatesOf(withDummy(plan));
  const streams = new RandomStreams(plan.seed, 0);
  const ofFactor = factors.map(({ key }) => streams.stream('sensitivity.shift', key));
  const shift = [...ofFactor.map((stream) => stream.at(0)), ...ofFactor.map((stream) => stream.at(1))];
  const sequence = sobolSequence(2 * factors.length, shift);
  const dummy = groups.length - 1;
  return Array.from({ length: plan.samples }, (_, j) => {
    const { a, b, ab, ba } = saltelliRow(sequence.point(j), groups);
    const [worldA, worldB] = [2 * j, 2 * j + 1];
    const at = (point: readonly number[], world: number) =>
      probesAt(settingsAt(factors, point), world, plan.replications);
    return [
      ...at(a, worldA),
      ...ab.slice(0, -1).flatMap((point) => at(point, worldA)),
      ...at(b, worldB),
      ...at(ab[dummy] ?? a, worldB),
      ...(plan.secondOrder ? [...ba.slice(0, -1).flatMap((point) => at(point, worldB)), ...at(b, worldA)] : []),
    ];
  });
}

/** The values of a design's rows, from those of its points. */
function valuesOf(rows: readonly (readonly number[])[], groups: number, secondOrder: boolean): SaltelliValues {
  const column = (at: number) => rows.map((row) => row[at] as number);
  const columns = (from: number) => Array.from({ length: groups }, (_, g) => column(from + g));
  // A, its mixtures but the dummy's, B, the dummy's, then B's mixtures with the dummy's last.
  const mixtures = columns(1);
  const dummy = column(groups + 1);
  return {
    a: column(0),
    b: column(groups),
    ab: [...mixtures.slice(0, -1), dummy],
    ba: secondOrder ? columns(groups + 2) : null,
  };
}

/** Sums up the probes of a design. */
export function varianceShares(plan: SensitivityPlan, probed: readonly (readonly Probed[])[]): VarianceShares {
  const { samples, replications, secondOrder, seed, resamples, confidence = 0.95 } = plan;
  const groups = withDummy(plan);
  const points = probed.map((row) => pointValues(row, replications));
  const whole = points.flatMap((row) => completeRow(row) ?? []);
  const failures = failuresOf(points.flat());
  const indicesOf = (rows: readonly (readonly number[])[], withIntervals: boolean) => {
    const stream = new RandomStreams(seed, 0).stream('sensitivity.bootstrap');
    const options = withIntervals ? { resamples, confidence, stream } : undefined;
    return rows.length === 0 ? null : sobolIndices(valuesOf(rows, groups.length, secondOrder), options);
  };
  const found = indicesOf(whole, true);
  const shares = groups.map((group, g) => sharesOf(group, g, found));
  return {
    rows: samples,
    usedRows: whole.length,
    mean: found?.mean ?? null,
    sd: found === null ? null : Math.sqrt(found.variance),
    groups: shares.slice(0, -1).sort((one, other) => (other.total.value ?? 0) - (one.total.value ?? 0)),
    dummy: shares.at(-1) as GroupShares,
    second: secondOrder ? pairsOf(groups, found) : null,
    convergence: sizesOf(whole.length).map((rows) => convergedTo(groups, indicesOf(whole.slice(0, rows), false), rows)),
    failures,
  };
}

const UNDEFINED: Index = { value: null, low: null, high: null };

type Named = { readonly name: string; readonly factors: readonly { readonly key: string }[] };

function sharesOf({ name, factors }: Named, g: number, found: SobolIndices | null): GroupShares {
  const [first, total] = [found?.first[g] ?? UNDEFINED, found?.total[g] ?? UNDEFINED];
  return { name, factors: factors.map(({ key }) => key), first, total };
}

function pairsOf(groups: readonly Named[], found: SobolIndices | null): PairShare[] {
  const nameOf = (g: number) => groups[g]?.name as string;
  return (found?.second ?? [])
    .map(({ groups: [i, k], ...index }) => ({ groups: [nameOf(i), nameOf(k)] as const, ...index }))
    .sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
}

/** Values of a row, if every point of it has one. */
function completeRow(row: readonly PointValue[]): [number[]] | null {
  const values = row.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === row.length ? [values] : null;
}

/** Numbers of rows that indices are told for: all, and halves of halves down to a few. */
function sizesOf(rows: number): number[] {
  const sizes = Array.from({ length: HALVINGS + 1 }, (_, k) => Math.floor(rows / (1 << (HALVINGS - k))));
  return [...new Set(sizes)].filter((size) => size >= Math.min(LEAST_ROWS, Math.max(rows, 1)));
}

function convergedTo(groups: readonly Named[], found: SobolIndices | null, rows: number): Convergence {
  const named = (of: 'first' | 'total') =>
    Object.fromEntries(groups.map(({ name }, g) => [name, found?.[of][g]?.value ?? null]));
  return { rows, first: named('first'), total: named('total') };
}
