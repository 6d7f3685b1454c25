/** The error of a distribution's parameter: which, what was expected, what was found. */
export function parameterError(parameter: string, expected: string, found: unknown): RangeError {
  return new RangeError(`${parameter} must be ${expected}, but is ${String(found)}.`);
}

/** Lets finite numbers pass. */
export function requireFinite(parameter: string, value: number): void {
  if (!Number.isFinite(value)) throw parameterError(parameter, 'a finite number', value);
}

/** Lets finite numbers above 0 pass. */
export function requirePositive(parameter: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) throw parameterError(parameter, 'a finite number above 0', value);
}

/** Lets numbers in [low, high] pass. */
export function requireWithin(parameter: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) throw parameterError(parameter, `a number from ${low} to ${high}`, value);
}

/** Lets a non-empty list of finite numbers pass. */
export function requireFiniteList(parameter: string, values: readonly number[]): void {
  if (values.length === 0) throw parameterError(parameter, 'a list with at least one number', 'empty');
  // Unlike forEach, entries() visits the holes of a list.
  for (const [index, value] of values.entries()) requireFinite(`${parameter}[${index}]`, value);
}
