import type { Process } from './process.ts';

/** Units that somebody asks for in one go, and then holds. */
export interface Seizure {
  /** Who asked; null outside any process. */
  readonly holder: Process | null;
  /** Lower is more urgent. */
  readonly priority: number;
  /** It takes units from who is less urgent. */
  readonly preempts: boolean;
  /** Hour at which its asker leaves the line. */
  readonly deadline: number;
  /** Those not given back yet. */
  units: number;
  /** Hour since which they are held. */
  since: number;
  /** Its place in the order of seizing. */
  turn: number;
}

/** The units of a resource that are held: the most urgent first, among equals in the order of seizing. */
export class Seizures {
  private readonly _list: Seizure[] = [];

  add(seizure: Seizure): void {
    let place = this._list.length;
    while (place > 0 && this._list[place - 1]!.priority > seizure.priority) place--;
    this._list.splice(place, 0, seizure);
  }

  /** False when it is not held. */
  remove(seizure: Seizure): boolean {
    const place = this._list.lastIndexOf(seizure);
    if (place >= 0) this._list.splice(place, 1);
    return place >= 0;
  }

  /** The processes that hold units; empty when some units are nobody's. */
  get processes(): readonly Process[] {
    const holders = new Set<Process>();
    for (const { holder } of this._list) {
      if (holder === null) return [];
      holders.add(holder);
    }
    return [...holders];
  }

  /** False when some holder is sure to go on without anybody's help: the usual case, quickly told. */
  get mayAllBeStuck(): boolean {
    return this._list.every(({ holder }) => holder === null || holder.waitingFor !== null || !holder.alive);
  }

  /** Units that a process holds, or that were seized outside any. */
  unitsOf(holder: Process | null): number {
    let units = 0;
    for (const seizure of this._list) if (seizure.holder === holder) units += seizure.units;
    return units;
  }

  /** A holder gives units back that it holds, of what it seized last first. */
  release(holder: Process | null, units: number): void {
    for (let left = units; left > 0; ) {
      const latest = this._latestOf(holder);
      const given = Math.min(left, latest.units);
      left -= given;
      latest.units -= given;
      if (latest.units === 0) this.remove(latest);
    }
  }

  /**
   * Which seizures to break off so that units come free: the least urgent first, the latest of equals first, until there
   * are enough; then who turns out not to be needed is spared, the most urgent first. What nobody holds stays.
   *
   * @param needed units that are to come free
   * @param above only priorities above this one, that is, less urgent ones
   * @param mayLose says who can be broken off
   * @returns the least urgent first; fewer units than needed when there are no more
   */
  leastUrgent(needed: number, above: number, mayLose: (seizure: Seizure) => boolean): Seizure[] {
    const chosen: Seizure[] = [];
    let freed = 0;
    for (let place = this._list.length - 1; place >= 0 && freed < needed; place--) {
      const seizure = this._list[place]!;
      if (seizure.priority <= above) break;
      if (seizure.holder === null || !mayLose(seizure)) continue;
      chosen.push(seizure);
      freed += seizure.units;
    }
    for (let place = chosen.length - 2; place >= 0; place--) {
      const { units } = chosen[place]!;
      if (freed - units < needed) continue;
      freed -= units;
      chosen.splice(place, 1);
    }
    return chosen;
  }

  /** Nobody holds anything. */
  clear(): void {
    this._list.length = 0;
  }

  private _latestOf(holder: Process | null): Seizure {
    let latest: Seizure | null = null;
    for (const seizure of this._list) {
      if (seizure.holder === holder && (latest === null || seizure.turn > latest.turn)) latest = seizure;
    }
    return latest!;
  }
}

/** How many units these are, all together. */
export function unitsIn(seizures: readonly Seizure[]): number {
  let units = 0;
  for (const seizure of seizures) units += seizure.units;
  return units;
}
