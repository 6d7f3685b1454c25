/**
 * Lets lists of finite numbers pass. What is undefined for a replication (`null`, NaN) is for the caller to leave
 * out: dropped in silence here, it would bias a mean and unpair a pair.
 */
export function requireFiniteValues(name: string, values: readonly number[]): void {
  // Unlike forEach, entries() visits the holes of a list.
  for (const [index, value] of values.entries()) {
    if (!Number.isFinite(value)) {
      throw new RangeError(`${name}[${index}] must be a finite number, but is ${String(value)}.`);
    }
  }
}

/** Lets a share strictly between 0 and 1 pass. */
export function requireShare(name: string, value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(`${name} must be above 0 and below 1, but is ${String(value)}.`);
  }
}

/** Lets lists of one length pass, which is what pairing needs. */
export function requireSameLength(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length) {
    throw new RangeError(`x and y must be paired, but x has ${x.length} values and y has ${y.length}.`);
  }
}
