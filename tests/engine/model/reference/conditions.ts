import { ReferenceEvent, type ReferenceListener } from './event.ts';
import { ReferenceProcess } from './process.ts';

export type ReferenceAwaited = ReferenceEvent | ReferenceProcess;

/**
 * Happens within the happening of the first of its parts, well or badly as that one does, and gives its place. Of
 * several that have happened before, the first in the list counts. The other parts are turned away from, in the order of
 * the list; then who waits for the condition is woken, and whoever listens told; then follows what follows from turning
 * away. No condition can be made of a part that was withdrawn: the others are then turned away from.
 */
export function anyOf(awaited: readonly ReferenceAwaited[]): ReferenceEvent {
  const parts = awaited.map(eventOf);
  let winner: number | null = null;
  const turnAwayIf = (isMeant: (place: number) => boolean) =>
    parts.forEach((part, place) => {
      if (isMeant(place)) part.turnAway(listeners[place] as ReferenceListener);
    });
  const condition = conditionOn('any', parts, () => turnAwayIf((place) => place === (winner ?? place)));
  const listeners = parts.map((_, place): ReferenceListener => {
    const listener: ReferenceListener = (part) => {
      part.take(listener);
      winner = place;
      condition.sim.turnAway(
        () => turnAwayIf((other) => other !== place),
        () => (part.error === null ? condition.succeed(place) : condition.fail(part.error)),
      );
    };
    return listener;
  });
  listenTo(parts, listeners, condition);
  return condition;
}

/** Happens within the happening of its last part. The first part that fails fails it; then all are turned away from. */
export function allOf(awaited: readonly ReferenceAwaited[]): ReferenceEvent {
  const parts = awaited.map(eventOf);
  let missing = parts.length;
  const turnAwayFromAll = () => {
    for (const part of parts) part.turnAway(listener);
  };
  const condition = conditionOn('all', parts, turnAwayFromAll);
  const listener: ReferenceListener = (part) => {
    const { error } = part;
    part.take(listener);
    missing--;
    if (error !== null) condition.sim.turnAway(turnAwayFromAll, () => condition.fail(error));
    else if (missing === 0) condition.succeed(undefined);
  };
  listenTo(
    parts,
    parts.map(() => listener),
    condition,
  );
  return condition;
}

/** One that has happened stays so when nothing was taken back by turning away from its parts. */
function conditionOn(which: string, parts: readonly ReferenceEvent[], turnAway: () => void): ReferenceEvent {
  const names = parts.map((part) => part.name).join(', ');
  const withdrawn = () => parts.filter((part) => part.state === 'withdrawn').length;
  const takeBack = () => {
    const before = withdrawn();
    turnAway();
    return !condition.triggered || withdrawn() > before;
  };
  const condition = new ReferenceEvent((parts[0] as ReferenceEvent).sim, `${which} of ${names}`, { takeBack });
  return condition;
}

function listenTo(
  parts: readonly ReferenceEvent[],
  listeners: readonly ReferenceListener[],
  condition: ReferenceEvent,
): void {
  const each = (visit: (part: ReferenceEvent, listener: ReferenceListener) => void) =>
    parts.forEach((part, place) => {
      visit(part, listeners[place] as ReferenceListener);
    });
  try {
    each((part) => part.checkNotWithdrawn());
  } catch (error) {
    condition.sim.turnAway(() => each((part, listener) => part.turnAway(listener)));
    throw error;
  }
  each((part, listener) => {
    if (condition.state === 'pending') part.listen(listener);
  });
}

function eventOf(awaited: ReferenceAwaited): ReferenceEvent {
  return awaited instanceof ReferenceProcess ? awaited.ended : awaited;
}
