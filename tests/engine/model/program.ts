/**
 * A random model as plain data: what there is, what each script does step by step, who starts when, and how the run
 * is driven. Numbers that name a thing (a resource, a script, a process…) are taken modulo how many there are, so that
 * every program is a legal one and stays so while it is shrunk.
 */
export interface Program {
  readonly resources: readonly ResourcePlan[];
  readonly container: ContainerPlan;
  readonly store: StorePlan;
  readonly scripts: readonly Script[];
  readonly starts: readonly Start[];
  /** Scheduled before the run. */
  readonly calls: readonly Call[];
  readonly cycles: 'error' | 'allow';
  readonly drive: Drive;
}

export interface ResourcePlan {
  readonly capacity: number;
  readonly discipline: 'strict' | 'first-fit';
  /** Who goes first whatever the line says: who wants most, or who came last. */
  readonly rank: 'none' | 'largest' | 'latest';
  readonly releasedBy: 'holder' | 'anyone';
}

export interface ContainerPlan {
  readonly capacity: number;
  readonly level: number;
  readonly discipline: 'strict' | 'first-fit';
}

export interface StorePlan {
  readonly capacity: number;
  readonly order: 'fifo' | 'lifo';
}

export interface Script {
  readonly steps: readonly Step[];
  /** Goes on with the next step when it is interrupted. */
  readonly goesOn: boolean;
  /** Gives back what it still has when it ends, however it ends. */
  readonly tidy: boolean;
}

export interface Start {
  readonly script: number;
  readonly delay: number;
  readonly background: boolean;
  /** How many at once. */
  readonly count: number;
}

/** A scheduled call of some actions. */
export interface Call {
  readonly delay: number;
  readonly priority: number;
  readonly actions: readonly Action[];
  /** It ends in an error. */
  readonly fails: boolean;
}

/** In one piece, in pieces up to these hours, event by event, or up to the end of the first process; then to the end. */
export type Drive = 'run' | 'steps' | 'until the first ends' | readonly number[];

/** What takes no time: done by processes, scheduled calls and listeners alike. */
export type Action =
  | ({ readonly do: 'try to seize' } & Demand)
  | { readonly do: 'release' }
  | { readonly do: 'set capacity'; readonly resource: number; readonly capacity: number }
  | { readonly do: 'change priority'; readonly resource: number; readonly process: number; readonly priority: number }
  | { readonly do: 'fill'; readonly amount: number }
  | { readonly do: 'add' }
  | { readonly do: 'take' }
  | { readonly do: 'fire' }
  | { readonly do: 'succeed' | 'fail' | 'renew'; readonly event: number }
  | { readonly do: 'set timeout'; readonly slot: number; readonly hours: number }
  | { readonly do: 'interrupt'; readonly process: number }
  | { readonly do: 'start'; readonly start: Start }
  | { readonly do: 'schedule'; readonly call: Call }
  | { readonly do: 'cancel'; readonly call: number }
  | { readonly do: 'listen'; readonly to: Shared; readonly actions: readonly Action[] }
  | { readonly do: 'stop' };

/** A listener of a wait does its actions, if there are any, when what is waited for happens; also when nobody waits. */
export type Step =
  | Action
  | { readonly do: 'hold'; readonly hours: number }
  | { readonly do: 'hold until'; readonly hour: number }
  | ({ readonly do: 'seize' } & Demand)
  | ({ readonly do: 'claim' } & Demand & Terms)
  | ({ readonly do: 'use'; readonly body: readonly Step[] } & Demand)
  | ({ readonly do: 'get' | 'put'; readonly amount: number } & Terms)
  | ({ readonly do: 'fetch'; readonly kind: Kind } & Terms)
  | ({ readonly do: 'bring' } & Terms)
  | { readonly do: 'wait for the signal' }
  | { readonly do: 'wait'; readonly what: Awaited; readonly listener: readonly Action[] }
  | { readonly do: 'try'; readonly catches: 'interrupts' | 'everything'; readonly body: readonly Step[] }
  | { readonly do: 'finally'; readonly body: readonly Step[]; readonly last: readonly Step[] }
  | { readonly do: 'throw' };

/** Units of a resource; lower priority numbers go first. */
export interface Demand {
  readonly resource: number;
  readonly units: number;
  readonly priority: number;
}

/** On which terms something is waited for; without end, and in a line of any length, if they are Infinity. */
export interface Terms {
  readonly priority: number;
  readonly patience: number;
  readonly balkAt: number;
}

/** Things with an even or an odd number, or all. */
export type Kind = 'even' | 'odd' | 'any';

/** Events that many may wait for, at the same time or one after the other. */
export type Shared =
  | { readonly is: 'event'; readonly event: number }
  | { readonly is: 'kept timeout'; readonly slot: number }
  | { readonly is: 'process'; readonly process: number };

/** What a process can wait for by `yield*`, nested at will; timeouts and requests are made anew for each wait. */
export type Awaited =
  | Shared
  | { readonly is: 'timeout'; readonly hours: number }
  | ({ readonly is: 'request' } & Demand)
  | { readonly is: 'request to get' | 'request to put'; readonly amount: number; readonly priority: number }
  | { readonly is: 'request to fetch'; readonly kind: Kind; readonly priority: number }
  | { readonly is: 'request to bring'; readonly priority: number }
  | { readonly is: 'request for the signal' }
  /** What was asked for before in the same wait, if anything was: two conditions may share it. */
  | { readonly is: 'same request'; readonly request: number }
  | { readonly is: 'any' | 'all'; readonly parts: readonly Awaited[] };
