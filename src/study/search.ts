/**
 * A study that goes by what it has found: it yields what it wants to know next, all that can be found out at once in
 * one round, and is told the answers in the same order. It never knows where they come from.
 */
export type Search<Ask, Told, Result> = Generator<readonly Ask[], Result, readonly Told[]>;

/** Goes on with several searches at once: each round asks what all of them want. Their results, in their order. */
export function* together<Ask, Told, Result>(
  searches: readonly Search<Ask, Told, Result>[],
): Search<Ask, Told, Result[]> {
  const steps = searches.map((search) => search.next());
  for (;;) {
    const asked = steps.map((step) => (step.done === true ? [] : step.value));
    if (asked.every(({ length }) => length === 0) && steps.every(({ done }) => done)) break;
    const told = yield asked.flat();
    let at = 0;
    for (const [i, search] of searches.entries()) {
      const own = asked[i]?.length ?? 0;
      if (steps[i]?.done !== true) steps[i] = search.next(told.slice(at, at + own));
      at += own;
    }
  }
  return steps.map((step) => step.value as Result);
}
