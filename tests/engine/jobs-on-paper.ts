import type { WorkOptions } from '../../src/engine/index.ts';

/** Work that arrives at a preemptive resource. */
export interface Job {
  readonly arrives: number;
  readonly units: number;
  readonly hours: number;
  readonly priority: number;
}

/** What became of a job. */
export interface Done {
  readonly end: number;
  readonly worked: number;
  readonly preemptions: number;
  readonly completed: boolean;
}

interface Held {
  readonly i: number;
  readonly since: number;
}

/**
 * What becomes of jobs at a preemptive resource with a strict line, by the rules alone. No two arrivals or ends may
 * coincide. Those broken off stand in line again, ahead of their equals, after whoever waits has been given what the
 * taker left over.
 */
export function onPaper(
  jobs: readonly Job[],
  capacity: number,
  onPreempt: NonNullable<WorkOptions['onPreempt']>,
): Done[] {
  const left = jobs.map(({ hours }) => hours);
  const done = jobs.map((): Done => ({ end: Number.NaN, worked: 0, preemptions: 0, completed: false }));
  let held: Held[] = [];
  const line: number[] = [];
  const brokenOff: number[] = [];
  let now = 0;
  const priority = (i: number) => jobs[i]!.priority;
  const update = (i: number, change: Partial<Done>) => Object.assign(done[i]!, change);

  /** In place of the line's order. */
  function stand(i: number, ahead: boolean): void {
    const behind = line.findIndex((other) => (ahead ? priority(other) >= priority(i) : priority(other) > priority(i)));
    line.splice(behind < 0 ? line.length : behind, 0, i);
  }

  function victimsOf(i: number): Held[] | null {
    let needed = jobs[i]!.units - capacity + held.reduce((sum, one) => sum + jobs[one.i]!.units, 0);
    // Those who seized later stand later in `held`, and a sort keeps the order of equals.
    const worstFirst = [...held].reverse().sort((a, b) => priority(b.i) - priority(a.i));
    const victims: Held[] = [];
    for (const one of worstFirst) {
      if (needed <= 0) break;
      if (priority(one.i) <= priority(i)) return null;
      victims.push(one);
      needed -= jobs[one.i]!.units;
    }
    if (needed > 0) return null;
    for (const one of [...victims].reverse()) {
      if (needed + jobs[one.i]!.units > 0) continue;
      victims.splice(victims.indexOf(one), 1);
      needed += jobs[one.i]!.units;
    }
    return victims;
  }

  function take(i: number, victims: readonly Held[]): void {
    held = [...held.filter((one) => !victims.includes(one)), { i, since: now }];
    for (const victim of victims) lose(victim);
  }

  function lose({ i, since }: Held): void {
    const { worked, preemptions } = done[i]!;
    update(i, { worked: worked + now - since, preemptions: preemptions + 1 });
    if (onPreempt === 'resume') left[i]! -= now - since;
    if (onPreempt === 'abort') update(i, { end: now });
    else brokenOff.push(i);
  }

  function serveLine(): void {
    for (let victims = line.length > 0 ? victimsOf(line[0]!) : null; victims !== null; ) {
      take(line.shift()!, victims);
      victims = line.length > 0 ? victimsOf(line[0]!) : null;
    }
  }

  function end(one: Held): void {
    held = held.filter((other) => other !== one);
    update(one.i, { end: now, worked: done[one.i]!.worked + now - one.since, completed: true });
  }

  const arrivals = jobs.map(({ arrives }, i) => ({ hour: arrives, i })).sort((a, b) => a.hour - b.hour);
  for (;;) {
    const ends = held.map((one) => ({ hour: one.since + left[one.i]!, one })).sort((a, b) => a.hour - b.hour);
    const hour = Math.min(arrivals[0]?.hour ?? Number.POSITIVE_INFINITY, ends[0]?.hour ?? Number.POSITIVE_INFINITY);
    if (hour === Number.POSITIVE_INFINITY) return done;
    now = hour;
    if (arrivals[0]?.hour === hour) stand(arrivals.shift()!.i, false);
    else end(ends[0]!.one);
    serveLine();
    for (let i = brokenOff.shift(); i !== undefined; i = brokenOff.shift()) {
      stand(i, true);
      serveLine();
    }
  }
}
