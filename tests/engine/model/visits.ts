import type { Demand, Kind, Step, Terms } from './program.ts';
import type { Actor, Stage } from './stage.ts';
import type { WorldBody } from './world.ts';

export type Visit = Extract<Step, { do: 'seize' | 'claim' | 'get' | 'put' | 'fetch' | 'bring' }>;

/** A process asks one of the things on stage for something, waits for it and has it, unless its terms say otherwise. */
export function* visit(stage: Stage, me: Actor, step: Visit): WorldBody<void> {
  switch (step.do) {
    case 'seize': {
      const demand = stage.demand(step);
      yield* stage.resource(demand).seize(demand.units, demand.priority);
      return stage.say(me.name, `has ${take(stage, me, demand)}`);
    }
    case 'claim': {
      const demand = stage.demand(step);
      const outcome = yield* stage.resource(demand).claim({ ...step, ...demand });
      return stage.say(me.name, `is ${outcome === 'served' ? `served ${take(stage, me, demand)}` : outcome}`);
    }
    case 'get':
    case 'put':
      return yield* move(stage, me, step);
    case 'fetch':
      return yield* fetch(stage, me, step);
    case 'bring':
      return yield* bring(stage, me, step);
  }
}

/** Somebody has units. */
export function take({ ledger }: Stage, me: Actor, demand: Demand): string {
  me.held.push(demand);
  ledger.took(demand);
  return `${demand.units} of r${demand.resource}`;
}

export function filterOf(kind: Kind): ((thing: number) => boolean) | undefined {
  return kind === 'any' ? undefined : (thing) => thing % 2 === (kind === 'even' ? 0 : 1);
}

function* move(stage: Stage, me: Actor, step: Extract<Step, { do: 'get' | 'put' }>): WorldBody<void> {
  const { container, ledger } = stage;
  const amount = stage.amount(step.amount);
  let outcome = 'served';
  if (step.do === 'get') {
    if (isPlain(step)) yield* container.get(amount, step.priority);
    else outcome = yield* container.claimGet(amount, step);
  } else if (isPlain(step)) {
    yield* container.put(amount, step.priority);
  } else {
    outcome = yield* container.claimPut(amount, step);
  }
  if (outcome === 'served') ledger.moved(step.do === 'get' ? -amount : amount);
  stage.say(me.name, `${step.do} ${amount}: ${outcome}`);
}

function* fetch(stage: Stage, me: Actor, step: Extract<Step, { do: 'fetch' }>): WorldBody<void> {
  const { store, ledger } = stage;
  const filter = filterOf(step.kind);
  const { outcome, item } = isPlain(step)
    ? { outcome: 'served', item: yield* store.get(filter, step.priority) }
    : yield* store.claimGet({ ...step, ...(filter && { filter }) });
  if (item !== undefined) ledger.got.push(item);
  stage.say(me.name, `fetch ${step.kind}: ${outcome} ${item}`);
}

function* bring(stage: Stage, me: Actor, step: Extract<Step, { do: 'bring' }>): WorldBody<void> {
  const { store, ledger } = stage;
  const thing = ledger.newThing();
  let outcome = 'served';
  if (isPlain(step)) yield* store.put(thing, step.priority);
  else outcome = yield* store.claimPut(thing, step);
  if (outcome === 'served') ledger.brought.push(thing);
  stage.say(me.name, `bring ${thing}: ${outcome}`);
}

function isPlain({ patience, balkAt }: Terms): boolean {
  return patience === Number.POSITIVE_INFINITY && balkAt === Number.POSITIVE_INFINITY;
}
