import type { Wait } from '../study/index.ts';

/** Who can wait: a ship, a chain of work for one call, a vehicle or paper in it; an `other ship` is of another trade. */
export type WaiterKind =
  | 'ship'
  | 'dispatch'
  | 'staging'
  | 'shuttling'
  | 'truck'
  | 'staging truck'
  | 'shuttle'
  | 'crane'
  | 'declaration'
  | 'inspection'
  | 'lot'
  | 'reserve'
  | 'pushing up'
  | 'other ship'
  | 'other traffic';

/** What can be waited for, by the name it has in the model. */
export type WaitedKind =
  | 'works warehouse'
  | 'released cargo'
  | 'yard room'
  | 'fleet'
  | 'shuttle trucks'
  | 'berth'
  | 'loads'
  | 'apron'
  | 'works loaders'
  | 'works weighbridge'
  | 'gate lanes'
  | 'manned gate lanes'
  | 'gate weighbridges'
  | 'lanes out'
  | 'inspection yard'
  | 'trucks under way'
  | 'staging gang'
  | 'stacking slots'
  | 'reclaim loaders'
  | 'inspection bays'
  | 'loading'
  | 'staging'
  | 'release'
  | 'arrival'
  | 'water'
  | 'fuel pumps'
  | 'yard pads'
  | 'stacking machines'
  | 'stack face'
  | 'hatches'
  | 'hopper'
  | 'hoppers'
  | 'line to the hoppers'
  | 'loads wanted'
  | 'the clock';

/** One who waits, of which call if of any, and which of several. */
export interface Waiter {
  readonly kind: WaiterKind;
  readonly call: string;
  readonly index: string;
}

/** Several who wait for the same, the one that has waited longest first. Names that are not known stay as they are. */
export interface WaitGroup {
  readonly who: Waiter | string;
  readonly what: WaitedKind | string;
  readonly count: number;
  readonly sinceHour: number;
}

/**
 * Waits with their like put together, what others follow from first: stock and room, then gear and berths, then what
 * is only a matter of time.
 */
export function waitGroups(waits: readonly Wait[]): WaitGroup[] {
  const groups = new Map<string, { group: WaitGroup; rank: number }>();
  for (const wait of waits) {
    const [who, what] = [waiterOf(wait.who), waitedOf(wait.what)];
    const key = `${typeof who === 'string' ? who : who.kind} ${what}`;
    const known = groups.get(key);
    const count = (known?.group.count ?? 0) + 1;
    const longest =
      known !== undefined && known.group.sinceHour <= wait.sinceHour ? known.group : { who, sinceHour: wait.sinceHour };
    groups.set(key, {
      group: { who: longest.who, what, count, sinceHour: longest.sinceHour },
      rank: rankOf(wait.what),
    });
  }
  return [...groups.values()].toSorted((a, b) => a.rank - b.rank).map(({ group }) => group);
}

const WAITER = /^(staging truck|pushing up|\w+)(?: (\d+))? (?:of|for|at) call (\d+)$/u;
/** Whoever is of no call: a truck that is filled up, a ship of another trade, and whoever sends those. */
const OF_NO_CALL = /^(truck|other ship|other traffic)(?: (\d+))?$/u;

function waiterOf(name: string): Waiter | string {
  const [, kind, index = '', call = ''] = WAITER.exec(name) ?? OF_NO_CALL.exec(name) ?? [];
  if (kind === undefined) return name;
  // The model counts lots from 0, people from 1.
  return { kind: kind as WaiterKind, call, index: kind === 'lot' ? String(Number(index) + 1) : index };
}

/**
 * `container "released cargo of call 3" (to take)` comes to `released cargo`; of several that are waited for together
 * the first counts.
 */
function waitedOf(name: string): WaitedKind | string {
  const first = name.replace(/^event "(?:(?:any|all) of )+/u, '').split(', ')[0] as string;
  const inner = /"(.*?)"/u.exec(first)?.[1] ?? first.replace(/"$/u, '');
  if (/^lot \d+ in the supervised area$/u.test(inner)) return 'arrival';
  if (/^release of lot \d+$/u.test(inner)) return 'release';
  if (inner.startsWith('water for ')) return 'water';
  const kind = inner.replace(/(?: \d+)? (?:of|for|by) call \d+$/u, '');
  return kind === 'staging truck' ? 'the clock' : kind;
}

const RANKS: readonly RegExp[] = [/^container/u, /^(?:store|resource|signal)/u, /^event/u];

function rankOf(what: string): number {
  const rank = RANKS.findIndex((pattern) => pattern.test(what));
  return rank < 0 ? RANKS.length : rank;
}
