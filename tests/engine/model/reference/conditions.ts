import { ReferenceEvent, type ReferenceListener } from './event.ts';
import { ReferenceProcess } from './process.ts';

export type ReferenceAwaited = ReferenceEvent | ReferenceProcess;

/**
 * Happens within the happening of the first of its parts, well or badly as that one does, and gives its place. Of
 * several that have happened before, the first in the list counts. Who waits for the condition is woken, and only then
 * the other parts are turned away from, in the order of the list.
 */
export function anyOf(awaited: readonly ReferenceAwaited[]): ReferenceEvent {
  const parts = awaited.map(eventOf);
  const turnAwayFromAllBut = (winner: number) =>
    parts.forEach((part, place) => {
      if (place !== winner) part.turnAway(listeners[place] as ReferenceListener);
    });
  const condition = conditionOn('any', parts, () => turnAwayFromAllBut(-1));
  const listeners = parts.map(
    (_, place): ReferenceListener =>
      (part) => {
        if (condition.state !== 'pending') return;
        if (part.error !== null) condition.fail(part.error);
        else condition.succeed(place);
        turnAwayFromAllBut(place);
      },
  );
  for (const [place, part] of parts.entries()) {
    if (condition.state === 'pending') part.listen(listeners[place] as ReferenceListener);
  }
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
    if (condition.state !== 'pending') return;
    missing--;
    if (part.error !== null) {
      condition.fail(part.error);
      turnAwayFromAll();
    } else if (missing === 0) {
      condition.succeed(undefined);
    }
  };
  for (const part of parts) if (condition.state === 'pending') part.listen(listener);
  return condition;
}

function conditionOn(which: string, parts: readonly ReferenceEvent[], turnAway: () => void): ReferenceEvent {
  const names = parts.map((part) => part.name).join(', ');
  const takeBack = () => {
    turnAway();
    return true;
  };
  return new ReferenceEvent((parts[0] as ReferenceEvent).sim, `${which} of ${names}`, { takeBack });
}

function eventOf(awaited: ReferenceAwaited): ReferenceEvent {
  return awaited instanceof ReferenceProcess ? awaited.ended : awaited;
}
