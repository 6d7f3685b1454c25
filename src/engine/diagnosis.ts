import { NOTHING } from './agenda.ts';
import type { Process } from './process.ts';
import { BACKGROUND, type Waiters } from './waiters.ts';

/** Somebody who waits: for what, since when, and who is in the way. */
export interface Waiting {
  readonly process: Process;
  /** `resource "berth"`, `event "permit"`, `the clock`. */
  readonly what: string;
  /** Hour since which it waits. */
  readonly since: number;
  /** The processes that alone can end its wait; empty when that is not known. */
  readonly heldBy: readonly Process[];
}

/** The processes in the foreground and what they wait for, in order of number. */
export function listWaiting(waiters: Waiters): readonly Waiting[] {
  const list: Waiting[] = [];
  for (const process of waiters.aliveProcesses()) {
    if ((waiters.marks[process.id]! & BACKGROUND) === 0) list.push(waitOf(waiters, process));
  }
  return list;
}

/** One line each, `process "b" waits for resource "r" since hour 2 (held by process "a")`, and the count of the rest. */
export function describeWaiting(waits: readonly Waiting[], most: number): string {
  const lines = waits.slice(0, most).map(({ process, what, since, heldBy }) => {
    const holders = heldBy.map((holder) => `${holder.description}${holder.alive ? '' : ', which has ended'}`);
    const held = holders.length === 0 ? '' : ` (held by ${holders.join(', ')})`;
    return `${process.description} waits for ${what} since hour ${since}${held}`;
  });
  if (waits.length > most) lines.push(`and ${waits.length - most} more`);
  return lines.join('\n');
}

/** What a process waits for. */
export function waitOf(waiters: Waiters, process: Process): Waiting {
  const { waitingFor, id } = process;
  return {
    process,
    what: waitingFor?.description ?? 'the clock',
    since: waiters.since[id]!,
    heldBy: waitingFor?.freedBy?.() ?? [],
  };
}

/** A search that has met so many processes is given up: it happens at every wait, and such circles are rare. */
const MOST_IN_CIRCLE = 1000;
const NOBODY_STUCK: readonly Process[] = [];

/**
 * The circle of processes that wait for each other, if a process has just closed one by beginning to wait: each
 * waits for something that only others can bring about who are stuck themselves. Where several could bring it about,
 * all must be stuck.
 *
 * @returns the processes on the way round; empty when there is a way out, or the circle is of more than a thousand
 */
export function cycleOfWaiting(waiters: Waiters, origin: Process): readonly Process[] {
  if (waitsOnlyFor(waiters, origin).length === 0) return NOBODY_STUCK;
  const stuck = new Set([origin]);
  // The set grows while it is walked, until everybody met waits only for others in it.
  for (const process of stuck) {
    const others = waitsOnlyFor(waiters, process);
    if (others.length === 0) return NOBODY_STUCK;
    for (const other of others) stuck.add(other);
    if (stuck.size > MOST_IN_CIRCLE) return NOBODY_STUCK;
  }
  return [...stuck];
}

/** The processes without which it never goes on; none when anybody can help it, or the clock. */
function waitsOnlyFor(waiters: Waiters, process: Process): readonly Process[] {
  if (process.waitingFor === null || !process.alive || waiters.pending[process.id] !== NOTHING) return NOBODY_STUCK;
  if (process.waitingFor.hasWayOut?.(process.id)) return NOBODY_STUCK;
  return process.waitingFor.freedBy?.() ?? NOBODY_STUCK;
}
