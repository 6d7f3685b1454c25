import { Interrupt, SimulationError } from '../../../src/engine/index.ts';
import type { Action, Call, Demand, Program, Script, Start, Step } from './program.ts';
import { type Actor, Stage } from './stage.ts';
import { told } from './told.ts';
import { take, visit } from './visits.ts';
import { AWait } from './wait.ts';
import type { World, WorldAwaited, WorldBody } from './world.ts';

/** Nobody starts a process when there are so many already: scripts may start each other. */
const MANY_PROCESSES = 24;

/**
 * A program being done on an engine, step by step. The log has a line for whatever happens: when, who, what, and what
 * came of it. What the engine refuses to do at once is logged and gone over; what it throws at a wait is the process's.
 */
export class Play {
  readonly stage: Stage;
  /** Some step has told the run to stop since this was last set to false. */
  stopped = false;
  readonly #scripts: readonly Script[];
  /** What calls and listeners have taken, together. */
  readonly #heldOutside: Demand[] = [];

  constructor(program: Program, world: World, watch: (stage: Stage) => void) {
    this.stage = new Stage(program, world, watch);
    this.#scripts = program.scripts;
    for (const start of program.starts) this.#start(start);
    for (const call of program.calls) this.#schedule(call);
  }

  /** Does what takes no time. */
  #act(me: Actor, action: Action): void {
    let outcome: unknown;
    try {
      outcome = this.#outcomeOf(me, action);
    } catch (error) {
      if (!(error instanceof SimulationError)) throw error;
      outcome = 'refused';
    }
    this.stage.say(me.name, `${action.do}: ${outcome}`);
  }

  #actAll(name: string, actions: readonly Action[]): void {
    this.stage.say(name, 'comes');
    for (const action of actions) this.#act({ name, held: this.#heldOutside }, action);
  }

  #outcomeOf(me: Actor, action: Action): unknown {
    const { stage } = this;
    const { ledger, calls, store, world } = stage;
    switch (action.do) {
      case 'try to seize': {
        const demand = stage.demand(action);
        return stage.resource(demand).trySeize(demand.units) && take(stage, me, demand);
      }
      case 'release':
        return this.#release(me);
      case 'set capacity':
        return stage.resource(action).setCapacity(action.capacity);
      case 'change priority': {
        const process = stage.process(action.process);
        return process && stage.resource(action).changePriority(process, action.priority);
      }
      case 'fill':
        return ledger.moved(stage.container.fill(stage.amount(action.amount)));
      case 'add': {
        const thing = ledger.newThing();
        store.add(thing);
        return ledger.brought.push(thing);
      }
      case 'take': {
        const thing = store.take();
        ledger.got.push(thing);
        return thing;
      }
      case 'fire':
        return stage.signal.fire(`fired by ${me.name}`);
      case 'succeed':
        return stage.event(action.event).succeed(`by ${me.name}`);
      case 'fail':
        return stage.event(action.event).fail(new Error(`failed by ${me.name}`));
      case 'renew':
        return stage.renew(action.event);
      case 'set timeout':
        stage.timeouts[action.slot] = world.sim.timeout(action.hours, 'time is out');
        return 'done';
      case 'interrupt':
        return stage.victim(action.process, me)?.interrupt(`by ${me.name}`);
      case 'start':
        return this.#start(action.start);
      case 'schedule':
        return this.#schedule(action.call);
      case 'cancel':
        return calls.length > 0 && world.sim.cancel(calls.at(-1 - (action.call % calls.length)));
      case 'listen':
        return this.#listen(stage.shared(action.to), action.actions);
      case 'stop':
        this.stopped = true;
        return world.sim.stop();
    }
  }

  *#step(me: Actor, step: Step): WorldBody<void> {
    const { stage } = this;
    const { sim } = stage.world;
    switch (step.do) {
      case 'hold':
        yield* sim.hold(step.hours);
        return stage.say(me.name, `has held ${step.hours}`);
      case 'hold until':
        yield* sim.holdUntil(Math.max(sim.now, step.hour));
        return stage.say(me.name, `has held until ${step.hour}`);
      case 'seize':
      case 'claim':
      case 'get':
      case 'put':
      case 'fetch':
      case 'bring':
        return yield* visit(stage, me, step);
      case 'use':
        return yield* this.#use(me, step);
      case 'wait for the signal':
        return stage.say(me.name, `has seen the signal ${yield* stage.signal.wait()}`);
      case 'wait':
        return yield* this.#wait(me, step);
      case 'try':
        return yield* this.#try(me, step);
      case 'finally':
        try {
          yield* this.#do(me, step.body);
        } finally {
          stage.say(me.name, 'comes to a finally');
          yield* this.#do(me, step.last);
        }
        return;
      case 'throw':
        throw new Error(`thrown by ${me.name}`);
      default:
        return this.#act(me, step);
    }
  }

  *#do(me: Actor, steps: readonly Step[]): WorldBody<void> {
    for (const step of steps) yield* this.#step(me, step);
  }

  *#use(me: Actor, step: Extract<Step, { do: 'use' }>): WorldBody<void> {
    const { stage } = this;
    const demand = stage.demand(step);
    const resource = stage.resource(demand);
    yield* resource.seize(demand.units, demand.priority);
    stage.ledger.took(demand);
    stage.say(me.name, `uses ${demand.units} of r${demand.resource}`);
    try {
      yield* this.#do(me, step.body);
    } finally {
      resource.release(demand.units);
      stage.ledger.gaveBack(demand);
      stage.say(me.name, `has used ${demand.units} of r${demand.resource}`);
    }
  }

  *#wait(me: Actor, { what, listener }: Extract<Step, { do: 'wait' }>): WorldBody<void> {
    const wait = new AWait(this.stage, what);
    let waits = true;
    if (listener.length > 0) {
      this.#listen(wait.awaited, listener, () => {
        if (!waits) this.#takeLater(wait);
      });
    }
    try {
      this.stage.say(me.name, `has waited: ${yield* wait.awaited}`);
      wait.takeAll(me);
    } finally {
      waits = false;
    }
  }

  /** What was granted to a wait that is broken off, but listened to. When it happens, its losers are still to be withdrawn. */
  #takeLater(wait: AWait): void {
    this.stage.world.sim.schedule(0, () => wait.takeAll({ name: 'nobody', held: this.#heldOutside }), 0);
  }

  /** @param first what the listener does before its actions */
  #listen(heard: WorldAwaited, actions: readonly Action[], first = () => {}): string {
    const name = `listener ${this.stage.newNumber()}`;
    const event = 'ended' in heard ? heard.ended : heard;
    event.listen(() => {
      first();
      this.#actAll(name, actions);
    });
    return name;
  }

  *#try(me: Actor, step: Extract<Step, { do: 'try' }>): WorldBody<void> {
    try {
      yield* this.#do(me, step.body);
    } catch (error) {
      if (step.catches === 'interrupts' && !(error instanceof Interrupt)) throw error;
      this.stage.say(me.name, `has caught ${told(error)}`);
    }
  }

  *#live(me: Actor, { steps, goesOn, tidy }: Script): WorldBody<string> {
    this.stage.say(me.name, 'begins');
    try {
      for (const step of steps) {
        if (goesOn) yield* this.#try(me, { do: 'try', catches: 'interrupts', body: [step] });
        else yield* this.#step(me, step);
      }
    } catch (error) {
      this.stage.say(me.name, `fails: ${told(error)}`);
      throw error;
    } finally {
      while (tidy && me.held.length > 0) this.stage.say(me.name, `has released ${this.#release(me)}`);
    }
    this.stage.say(me.name, 'ends');
    return `what ${me.name} gives`;
  }

  #start({ script, delay, background, count }: Start): string {
    const { processes, world } = this.stage;
    if (processes.length >= MANY_PROCESSES) return 'too many';
    for (let i = 0; i < count; i++) {
      const me: Actor = { name: `p${processes.length}`, held: [] };
      const body = this.#live(me, this.#scripts[script % this.#scripts.length] as Script);
      processes.push(world.sim.spawn(me.name, body, { delay, background }));
    }
    return `${count}`;
  }

  #schedule({ delay, priority, actions, fails }: Call): string {
    const { calls, world } = this.stage;
    const name = `call ${calls.length}`;
    const call = () => {
      this.#actAll(name, actions);
      if (fails) throw new Error(`thrown by ${name}`);
    };
    calls.push(world.sim.schedule(delay, call, priority));
    return name;
  }

  #release(me: Actor): string {
    const demand = me.held.pop();
    if (demand === undefined) return 'nothing';
    this.stage.resource(demand).release(demand.units);
    this.stage.ledger.gaveBack(demand);
    return `${demand.units} of r${demand.resource}`;
  }
}
