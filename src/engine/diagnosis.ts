import type { Process } from './process.ts';
import { BACKGROUND, type Waiters } from './waiters.ts';

/** Who waits for what since when, one line a process in the foreground. */
export function describeWaiting(waiters: Waiters, most: number): string {
  const lines: string[] = [];
  let count = 0;
  for (const process of waiters.processes()) {
    if ((waiters.marks[process.id]! & BACKGROUND) !== 0) continue;
    if (count++ < most) lines.push(describeWait(waiters, process));
  }
  if (count > most) lines.push(`and ${count - most} more`);
  return lines.join('\n');
}

/**
 * The circle of processes that wait for each other, if a process has just closed one by beginning to wait: each
 * waits for something that only the next can bring about. Where several could bring it about, all must be stuck.
 *
 * @returns the processes on the way round; empty when there is a way out
 */
export function cycleOfWaiting(waiters: Waiters, origin: Process): readonly Process[] {
  const path: Process[] = [];
  return isStuck(origin) ? path : [];

  function isStuck(process: Process): boolean {
    if (path.includes(process)) return true;
    if (process.waitingFor === null || !process.alive || waiters.pending[process.id] !== -1) return false;
    const holders = process.waitingFor.freedBy?.() ?? [];
    if (holders.length === 0) return false;
    path.push(process);
    return holders.every(isStuck);
  }
}

/** `process "b" waits for resource "r" since hour 2 (held by process "a")`. */
export function describeWait(waiters: Waiters, process: Process): string {
  const { waitingFor, id } = process;
  const holders = (waitingFor?.freedBy?.() ?? []).map(
    (one) => `${one.description}${one.alive ? '' : ', which has ended'}`,
  );
  const held = holders.length === 0 ? '' : ` (held by ${holders.join(', ')})`;
  return `${process.description} waits for ${waitingFor?.description ?? 'the clock'} since hour ${waiters.since[id]}${held}`;
}
