import { type Bin, histogram } from '../stats/index.ts';
import { type MeasureId, MODE_MEASURES, type ModeMeasureId, unitOf } from './measures.ts';
import type { ModeOutcome } from './mode-outcome.ts';
import type { Outcome } from './replication.ts';
import { savings } from './savings.ts';

/** The differences whose spread over replications is told. */
export const SPREAD_MEASURES = [
  'saving.perTonne',
  'saving.system.perTonne',
  'vessel.portHours',
  'crane.idleForCargoHours',
  'demurrage.perCall',
  'truck.turnHours',
] as const satisfies readonly MeasureId[];

/** How a paired difference is spread over replications. */
export interface Spread {
  readonly id: (typeof SPREAD_MEASURES)[number];
  readonly unit: string;
  /** Base less other, in order of replication; those in which either side does not apply are left out. */
  readonly values: readonly number[];
  readonly bins: readonly Bin[];
}

/** Bins that a histogram has, about. */
const BINS = 16;

/** How the differences of two modes are spread. @param outcomes replications of two modes, base first */
export function spreads(outcomes: readonly Outcome[]): Spread[] {
  const pairs = outcomes.map(({ modes: [base, other] }) => [base, other] as [ModeOutcome, ModeOutcome]);
  return SPREAD_MEASURES.map((id) => {
    const values = pairs.map(([base, other]) => differenceIn(id, base, other)).filter((value) => value !== null);
    return { id, unit: unitOf(id), values, bins: histogram(values, BINS) };
  });
}

function differenceIn(id: Spread['id'], base: ModeOutcome, other: ModeOutcome): number | null {
  if (!isModeMeasure(id)) return savings(base, other)[id];
  const [one, two] = [base.measures[id], other.measures[id]];
  return one === null || two === null ? null : one - two;
}

function isModeMeasure(id: Spread['id']): id is Spread['id'] & ModeMeasureId {
  return id in MODE_MEASURES;
}
