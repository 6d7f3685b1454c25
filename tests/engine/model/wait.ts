import type { Awaited } from './program.ts';
import type { Actor, Stage } from './stage.ts';
import { filterOf, take } from './visits.ts';
import type { WorldAwaited, WorldEvent } from './world.ts';

/** One wait by `yield*`, built of conditions and events. It knows what was asked for on the way. */
export class AWait {
  readonly awaited: WorldAwaited;
  readonly #stage: Stage;
  /** What each request brings who made it, when it has been granted. */
  readonly #requests: { readonly event: WorldEvent; readonly grant: (me: Actor) => string }[] = [];

  constructor(stage: Stage, what: Awaited) {
    this.#stage = stage;
    stage.waits.push(this);
    this.awaited = this.#build(what);
  }

  /** Somebody has now what was granted. */
  takeAll(me: Actor): void {
    for (const { event, grant } of this.#requests.splice(0)) {
      if (event.triggered) this.#stage.say(me.name, `has ${grant(me)}`);
    }
  }

  #build(what: Awaited): WorldAwaited {
    const { world, container, store, signal, ledger } = this.#stage;
    switch (what.is) {
      case 'any':
        return world.anyOf(what.parts.map((part) => this.#build(part)));
      case 'all':
        return world.allOf(what.parts.map((part) => this.#build(part)));
      case 'timeout':
        return world.sim.timeout(what.hours, 'time is out');
      case 'request': {
        const demand = this.#stage.demand(what);
        const event = this.#stage.resource(demand).request(demand.units, demand.priority);
        return this.#ask(event, (me) => take(this.#stage, me, demand));
      }
      case 'request to get': {
        const amount = this.#stage.amount(what.amount);
        return this.#ask(container.requestGet(amount, what.priority), () => `got ${-ledger.moved(-amount)}`);
      }
      case 'request to put': {
        const amount = this.#stage.amount(what.amount);
        return this.#ask(container.requestPut(amount, what.priority), () => `put ${ledger.moved(amount)}`);
      }
      case 'request to fetch': {
        const event = store.requestGet(filterOf(what.kind), what.priority);
        return this.#ask(event, () => `got ${ledger.got[ledger.got.push(event.value as number) - 1]}`);
      }
      case 'request to bring': {
        const thing = ledger.newThing();
        return this.#ask(store.requestPut(thing, what.priority), () => `left ${ledger.brought.push(thing)}`);
      }
      case 'request for the signal':
        return signal.request();
      case 'same request':
        return this.#requests[what.request % this.#requests.length]?.event ?? this.#stage.event(what.request);
      default:
        return this.#stage.shared(what);
    }
  }

  #ask(event: WorldEvent, grant: (me: Actor) => string): WorldEvent {
    this.#requests.push({ event, grant });
    return event;
  }
}
