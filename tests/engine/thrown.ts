import { expect } from 'vitest';

/** The error that comes out of something that must throw one. */
export function errorOf(drive: () => unknown): Error {
  try {
    drive();
  } catch (error) {
    return error as Error;
  }
  return expect.fail('nothing was thrown');
}
