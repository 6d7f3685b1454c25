import { Interrupt } from './errors.ts';
import { Preempted } from './preempted.ts';
import type { PreemptiveResource } from './preemptive-resource.ts';
import type { Process } from './process.ts';
import type { Seizure } from './seizures.ts';
import { FAILING } from './waiters.ts';

/** What processes lost of a resource, and tells them. */
export class Losses {
  private readonly _resource: PreemptiveResource;
  private readonly _last = new WeakMap<Process, Preempted>();
  private _count = 0;

  constructor(resource: PreemptiveResource) {
    this._resource = resource;
  }

  /** How many there were, from the start or the last reset. */
  get count(): number {
    return this._count;
  }

  /** What a process lost last, unless it has seized since. */
  lastOf(process: Process | null): Preempted | undefined {
    return process === null ? undefined : this._last.get(process);
  }

  /** A process has units again. */
  forget(process: Process | null): void {
    if (process !== null) this._last.delete(process);
  }

  /** A process, unless it has ended, is interrupted: units that it held have been taken from it. */
  tell(holder: Process, { units, priority, since }: Seizure, by: Process | null): void {
    const { sim, name } = this._resource;
    this._count++;
    if (sim.trace !== null) sim.note('preempt', name, holder.name);
    if (!holder.alive) return;
    const replaced = interruptOnItsWayTo(holder);
    const loss = new Preempted({ resource: this._resource, by, units, priority, since, replaced });
    this._last.set(holder, loss);
    sim.interrupt(holder, loss);
  }

  /** Counts from 0. */
  resetStatistics(): void {
    this._count = 0;
  }
}

function interruptOnItsWayTo({ sim, id, wakeValue }: Process): Interrupt | null {
  return (sim.marks[id]! & FAILING) !== 0 && wakeValue instanceof Interrupt ? wakeValue : null;
}
