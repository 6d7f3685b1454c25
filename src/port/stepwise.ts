/**
 * Work that can be stood aside from: it gives way each time it yields, and goes on or is left there for good. What it
 * comes to does not depend on that.
 */
export type Stepwise<T> = Generator<undefined, T>;

/** What work comes to when nobody stands aside. */
export function finished<T>(steps: Stepwise<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
