import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { shareOut } from '../../src/execution/on-threads.ts';
import type { TaskOutcome } from '../../src/study/index.ts';

const outcome: TaskOutcome = { ok: false, failure: { why: 'refused', problems: [] } };

/** So many pieces of a row each, to whoever asks. */
function pieces(count: number): () => number[] {
  let at = 0;
  return () => (at < count ? [at++] : []);
}

/** Two workers that take turns, the first of which does `first` with each piece. @returns what the second was given */
function workers(first: () => Promise<TaskOutcome[][]>) {
  const given: number[] = [];
  const second = async ([row = -1]: readonly number[]) => {
    given.push(row);
    await pause(1);
    return [[outcome]];
  };
  return { both: [first, second], given };
}

describe('work that is shared out', () => {
  test('is all done, each piece once', async () => {
    const { both, given } = workers(async () => [[outcome]]);
    const taken: number[] = [];
    await shareOut(both, pieces(20), (row) => {
      taken.push(row);
    });
    expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, row) => row));
    expect(given.length).toBeLessThan(20);
  });

  test('ends for all where one fails, and nothing is taken from then on', async () => {
    const { both, given } = workers(() => Promise.reject(new Error('broken')));
    const taken: number[] = [];
    const work = shareOut(both, pieces(20), (row) => {
      taken.push(row);
    });
    await expect(work).rejects.toThrow('broken');
    await pause(20);
    expect([given, taken]).toEqual([[1], []]);
  });

  test('ends for all where what one did is not taken', async () => {
    const { both, given } = workers(async () => [[outcome]]);
    const work = shareOut(both, pieces(20), () => {
      throw new Error('full');
    });
    await expect(work).rejects.toThrow('full');
    await pause(20);
    expect(given).toEqual([1]);
  });
});
