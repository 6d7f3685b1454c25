import {
  type CallFacts,
  lastBefore,
  type Recording,
  type StepSeries,
  tippedBeside,
  tripRoute,
} from '../../port/index.ts';
import { type LedgerItem, shipperCostYuan } from '../../settlement/index.ts';
import type { RecordedOutcome } from '../../study/index.ts';

/** What costs grow with while a season runs. The settlement itself is after it. */
const BASES = ['delivered', 'shuttled', 'stored', 'aboard', 'lodged', 'laytime', 'sailing'] as const;
type Basis = (typeof BASES)[number];

/**
 * How each item of the ledger is spread over time: with the works' loads as they are tipped in the yard or beside the
 * ship, with the shuttles' loads, with tonne-hours in the stack, with tonnes tipped beside the ship, with lots declared,
 * evenly from the end of laytime to the end of loading, or at sailing.
 */
const BASIS_OF: Readonly<Record<LedgerItem, Basis>> = {
  haul: 'delivered',
  haulHours: 'delivered',
  haulKilometres: 'delivered',
  detention: 'delivered',
  detentionUnbilled: 'delivered',
  hiredTrucks: 'delivered',
  worksLoading: 'delivered',
  portPackage: 'aboard',
  directDiscount: 'aboard',
  secondHaul: 'shuttled',
  shuttleHaul: 'shuttled',
  shuttleDetention: 'shuttled',
  storageFirstBand: 'stored',
  storageSecondBand: 'stored',
  storageThirdBand: 'stored',
  cargoLoss: 'delivered',
  capital: 'aboard',
  declarations: 'lodged',
  amendments: 'sailing',
  inspections: 'lodged',
  cargoDues: 'aboard',
  berthage: 'sailing',
  nonProductiveBerthage: 'sailing',
  anchorage: 'sailing',
  pilotage: 'sailing',
  tugs: 'sailing',
  shifting: 'sailing',
  tonnageDues: 'sailing',
  demurrage: 'laytime',
  despatch: 'sailing',
  carbon: 'aboard',
  truckHours: 'delivered',
  shuttleHours: 'shuttled',
  worksLoaderHours: 'delivered',
  yardLoaderHours: 'delivered',
  craneHours: 'aboard',
  shipHours: 'sailing',
};

/** Something that grows from 0 to its whole, evenly between instants or at once at them. */
interface Growth {
  readonly at: Float64Array;
  readonly share: Float64Array;
  readonly evenly: boolean;
}

interface Cost {
  readonly yuan: number;
  readonly growth: Growth;
}

/** What can be told of a season at any hour: money and hours so far. */
export interface Running {
  readonly costs: readonly Cost[];
  /** The shipper's cost as settled, and the hour from which on all of it has been incurred. */
  readonly wholeYuan: number;
  readonly settledAt: number;
  /** The shipper's cost of each call as settled, and when its ship has sailed. */
  readonly calls: readonly { readonly yuan: number; readonly sailed: number; readonly tonnes: number }[];
  /** Arrivals and sailings. */
  readonly ships: readonly (readonly [arrived: number, sailed: number])[];
  /** Trucks on a trip over time, and truck-hours by then. */
  readonly away: StepSeries;
  readonly awayHours: Float64Array;
}

export function runningOf({ facts, recording, settlement }: RecordedOutcome, away: StepSeries): Running {
  const tips = tipsOf(recording, facts.calls.length);
  const growths = facts.calls.map((call) =>
    growthsOf(recording, call, tips[call.index] as Tips, settlement.calls[call.index]?.laytime.expiresAt),
  );
  const costs = settlement.calls.flatMap(({ lines }, call) =>
    BASES.flatMap((basis) => {
      const yuan = shipperCostYuan(lines.filter(({ item }) => BASIS_OF[item] === basis));
      const growth = growths[call]?.[basis];
      return yuan === 0 || growth === undefined ? [] : [{ yuan, growth }];
    }),
  );
  return {
    costs,
    wholeYuan: shipperCostYuan(settlement.lines),
    settledAt: Math.max(0, ...costs.map(({ growth }) => growth.at.at(-1) ?? 0)),
    calls: facts.calls.map(({ sailed, cargoKg }, call) => ({
      yuan: shipperCostYuan(settlement.calls[call]?.lines ?? []),
      sailed,
      tonnes: cargoKg / 1000,
    })),
    ships: facts.calls.map(({ arrived, sailed }) => [arrived, sailed] as const),
    away,
    awayHours: integral(away),
  };
}

/** The shipper's cost incurred so far, yuan; from the last thing that costs on, as settled, exactly. */
export function yuanSoFar({ costs, wholeYuan, settledAt }: Running, hour: number): number {
  if (hour >= settledAt) return wholeYuan;
  let yuan = 0;
  for (const cost of costs) yuan += cost.yuan * shareAt(cost.growth, hour);
  return yuan;
}

/** What the second side has saved against the first on the ships that have sailed on both. */
export interface Finished {
  ships: number;
  yuan: number;
  tonnes: number;
}

/** Writes what is finished at an hour; when all is, the saving is that of the settled totals. */
export function finishedBy(left: Running, right: Running, hour: number, into: Finished): Finished {
  into.ships = 0;
  into.yuan = 0;
  into.tonnes = 0;
  for (const [i, call] of left.calls.entries()) {
    const other = right.calls[i];
    if (other === undefined || hour < call.sailed || hour < other.sailed) continue;
    into.ships++;
    into.yuan += call.yuan - other.yuan;
    into.tonnes += call.tonnes;
  }
  if (into.ships === left.calls.length) into.yuan = left.wholeYuan - right.wholeYuan;
  return into;
}

/** Hours of all ships from arrival to sailing, so far. */
export function shipHoursSoFar({ ships }: Running, hour: number): number {
  let hours = 0;
  for (const [arrived, sailed] of ships) hours += Math.max(0, Math.min(hour, sailed) - arrived);
  return hours;
}

/** Hours of all trucks and shuttles from being sent to being back, so far. */
export function truckHoursSoFar({ away, awayHours }: Running, hour: number): number {
  const row = lastBefore(away.at, hour);
  if (row < 0) return 0;
  return (awayHours[row] as number) + (away.value[row] as number) * (hour - (away.at[row] as number));
}

/** Area under a level up to each of its changes. */
function integral({ at, value }: StepSeries): Float64Array {
  const area = new Float64Array(at.length);
  for (let row = 1; row < at.length; row++) {
    area[row] =
      (area[row - 1] as number) + (value[row - 1] as number) * ((at[row] as number) - (at[row - 1] as number));
  }
  return area;
}

function shareAt({ at, share, evenly }: Growth, hour: number): number {
  if (hour < (at[0] as number)) return 0;
  if (hour >= (at[at.length - 1] as number)) return share[share.length - 1] as number;
  const row = lastBefore(at, hour);
  if (row < 0) return 0;
  const before = share[row] as number;
  if (!evenly || row + 1 === at.length) return before;
  const part = (hour - (at[row] as number)) / ((at[row + 1] as number) - (at[row] as number));
  return before + ((share[row + 1] as number) - before) * part;
}

function growthsOf(
  recording: Recording,
  call: CallFacts,
  tips: Tips,
  expiresAt: number | null | undefined,
): Record<Basis, Growth> {
  const { index, lots, sailed, loadingCompleted } = call;
  const tipped = tippedBeside(recording.pours, index);
  const aboard = stepsOf([...tipped.at], [...tipped.value], sailed);
  const lodged = lots.map((lot) => lot.lodged).sort((a, b) => a - b);
  return {
    delivered: tipGrowth(tips.trucks, sailed),
    shuttled: tipGrowth(tips.shuttles, sailed),
    stored: storedGrowth(recording.stocks.stacks[index], sailed),
    aboard,
    lodged: stepsOf(
      lodged,
      lodged.map((_, i) => i + 1),
      sailed,
    ),
    laytime: {
      at: Float64Array.of(Math.min(expiresAt ?? loadingCompleted, loadingCompleted), loadingCompleted),
      share: Float64Array.of(0, 1),
      evenly: (expiresAt ?? loadingCompleted) < loadingCompleted,
    },
    sailing: stepsOf([sailed], [1], sailed),
  };
}

/** A load that is tipped. */
type Tip = readonly [hour: number, kg: number];

/** Loads of a call as they are tipped, by the works' trucks and by shuttles. */
interface Tips {
  readonly trucks: readonly Tip[];
  readonly shuttles: readonly Tip[];
}

/** The loads of each call, in order of their tipping; those hauled back count when they are back. */
function tipsOf(recording: Recording, calls: number): Tips[] {
  const { trips, stages } = recording;
  const tips = Array.from({ length: calls }, () => ({ trucks: [] as Tip[], shuttles: [] as Tip[] }));
  for (let trip = 0; trip < trips.count; trip++) {
    // The last stage but one of a round trip ends when the truck turns for home, its load given up.
    const last = (trips.stages[trip + 1] as number) - 1;
    const back = trips.back[trip] as number;
    const hour = tripRoute(recording, trip) === 'back' ? back : (stages.from[last] as number);
    if (Number.isNaN(hour)) continue;
    const own = tips[trips.call[trip] as number];
    own?.[trips.shuttle[trip] === 1 ? 'shuttles' : 'trucks'].push([hour, trips.kg[trip] as number]);
  }
  for (const { trucks, shuttles } of tips) for (const own of [trucks, shuttles]) own.sort((a, b) => a[0] - b[0]);
  return tips;
}

function tipGrowth(tips: readonly Tip[], whole: number): Growth {
  let kg = 0;
  return stepsOf(
    tips.map(([hour]) => hour),
    tips.map(([, one]) => (kg += one)),
    whole,
  );
}

/** Tonne-hours in a stack. */
function storedGrowth(stack: StepSeries | undefined, whole: number): Growth {
  if (stack === undefined || stack.at.length < 2) return stepsOf([], [], whole);
  const area = integral(stack);
  return { ...stepsOf([...stack.at], [...area], whole), evenly: true };
}

/** A growth by what has come by each instant; of nothing, all of it at once when she sails. */
function stepsOf(at: readonly number[], sums: readonly number[], sailed: number): Growth {
  const whole = sums.at(-1) ?? 0;
  if (whole === 0) return { at: Float64Array.of(sailed), share: Float64Array.of(1), evenly: false };
  return { at: Float64Array.from(at), share: Float64Array.from(sums, (sum) => sum / whole), evenly: false };
}
