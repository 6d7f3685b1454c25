import type { ResourceOptions } from '../../../src/engine/index.ts';
import { Ledger } from './ledger.ts';
import type { Demand, Program, ResourcePlan, Shared } from './program.ts';
import type { AWait } from './wait.ts';
import type { World, WorldAwaited, WorldEvent, WorldProcess, WorldResource } from './world.ts';

const EVENTS = 2;

/** Who does something, and what he has taken without a `use`. */
export interface Actor {
  readonly name: string;
  readonly held: Demand[];
}

/** What a program's processes meet, by the numbers that the program gives, and the log of what they do. */
export class Stage {
  readonly world: World;
  readonly resources: readonly WorldResource[];
  readonly container;
  readonly store;
  readonly signal;
  readonly events: WorldEvent[];
  readonly timeouts: WorldEvent[] = [];
  readonly processes: WorldProcess[] = [];
  /** Handles of the scheduled calls. */
  readonly calls: unknown[] = [];
  readonly ledger: Ledger;
  /** Waits for conditions and events that have begun, over or not. */
  readonly waits: AWait[] = [];
  readonly log: string[] = [];
  readonly #program: Program;
  readonly #watch: (stage: Stage) => void;
  #numbered = 0;

  /** @param watch called whenever something has happened */
  constructor(program: Program, world: World, watch: (stage: Stage) => void) {
    this.#program = program;
    this.#watch = watch;
    this.world = world;
    this.resources = program.resources.map((plan, i) => {
      const { capacity, discipline, releasedBy } = plan;
      return world.resource({ name: `r${i}`, capacity, discipline, releasedBy, ...rankOf(plan) });
    });
    this.container = world.container({ name: 'container', ...program.container });
    this.ledger = new Ledger(program.container.level);
    this.store = world.store('store', program.store);
    this.signal = world.signal('signal');
    this.events = Array.from({ length: EVENTS }, () => this.newEvent());
  }

  say(who: string, what: string): void {
    this.log.push(`${this.world.sim.now} ${who} ${what}`);
    this.#watch(this);
  }

  newNumber(): number {
    return this.#numbered++;
  }

  newEvent(): WorldEvent {
    return this.world.event(`e${this.newNumber()}`);
  }

  event(number: number): WorldEvent {
    return this.events[number % EVENTS] as WorldEvent;
  }

  renew(number: number): void {
    this.events[number % EVENTS] = this.newEvent();
  }

  shared(shared: Shared): WorldAwaited {
    if (shared.is === 'process') return this.process(shared.process) ?? this.event(0);
    if (shared.is === 'kept timeout') return this.timeouts[shared.slot] ?? this.event(shared.slot);
    return this.event(shared.event);
  }

  process(number: number): WorldProcess | undefined {
    return this.processes[number % this.processes.length];
  }

  /** Mostly one that can be interrupted, if there is one. */
  victim(number: number, interrupter: Actor): WorldProcess | undefined {
    const waiting = this.processes.filter((one) => one.started && one.alive && one.name !== interrupter.name);
    return number < 20 && waiting.length > 0 ? waiting[number % waiting.length] : this.process(number);
  }

  resource({ resource }: { readonly resource: number }): WorldResource {
    return this.resources[resource % this.resources.length] as WorldResource;
  }

  /** The demand as it can be met. */
  demand({ resource, units, priority }: Demand): Demand {
    const index = resource % this.resources.length;
    const { capacity } = this.#program.resources[index] as ResourcePlan;
    return { resource: index, units: 1 + (units % capacity), priority };
  }

  amount(amount: number): number {
    return Math.min(amount, this.#program.container.capacity);
  }
}

function rankOf({ rank }: ResourcePlan): Pick<ResourceOptions, 'rank'> {
  if (rank === 'none') return {};
  return { rank: rank === 'largest' ? ({ units }) => -units : ({ since }) => -since };
}
