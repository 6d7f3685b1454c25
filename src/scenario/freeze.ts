/** Freezes plain data to its leaves, so that a scenario cannot change under a study that runs it. */
export function deepFreeze<T extends object>(data: T): T {
  for (const part of Object.values(data)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) deepFreeze(part);
  }
  return Object.freeze(data);
}
