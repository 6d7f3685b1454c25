import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapley } from '../../src/stats/index.ts';

/** By its definition: what each player adds, over every order of joining. */
function byOrders(worth: readonly number[], players: number): number[] {
  const parts = new Array<number>(players).fill(0);
  const orders = permutations(Array.from({ length: players }, (_, i) => i));
  for (const order of orders) {
    let coalition = 0;
    for (const player of order) {
      const joined = coalition | (1 << player);
      parts[player]! += worth[joined]! - worth[coalition]!;
      coalition = joined;
    }
  }
  return parts.map((part) => part / orders.length);
}

function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => permutations(of.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

describe("Shapley's value", () => {
  test('of the glove game is 2/3 for the one left glove and 1/6 for each right one', () => {
    // Player 0 has a left glove, 1 and 2 a right one each; a pair is worth 1 (Shapley 1953's standard example).
    const worth = [0, 0, 0, 1, 0, 1, 0, 1];
    const parts = shapley(worth);
    for (const [i, part] of [2 / 3, 1 / 6, 1 / 6].entries()) expect(parts[i]).toBeCloseTo(part, 15);
  });

  test('of a runway is shared by those who need each stretch', () => {
    // Littlechild and Owen 1973: costs 1, 2 and 4 to land: 1/3, 1/3 + 1/2, 1/3 + 1/2 + 2.
    const worth = [0, 1, 2, 2, 4, 4, 4, 4];
    for (const [i, part] of [1 / 3, 5 / 6, 17 / 6].entries()) expect(shapley(worth)[i]).toBeCloseTo(part, 14);
  });

  test('is the mean over all orders, and adds up', () => {
    const games = fc.integer({ min: 0, max: 5 }).chain((players) => {
      const size = 1 << players;
      return fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: size, maxLength: size });
    });
    fc.assert(
      fc.property(games, (worth) => {
        const players = Math.log2(worth.length);
        const parts = shapley(worth);
        expect(parts).toHaveLength(players);
        const sum = parts.reduce((total, part) => total + part, 0);
        expect(Math.abs(sum - (worth.at(-1)! - worth[0]!))).toBeLessThan(1e-9);
        for (const [i, part] of byOrders(worth, players).entries())
          expect(Math.abs(parts[i]! - part)).toBeLessThan(1e-9);
      }),
    );
  });

  test('gives nothing to who adds nothing, and alike to those who are alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (one, two) => {
        // Players 0 and 1 are alike, player 2 adds nothing.
        const worth = [0, one, one, two, 0, one, one, two];
        const [first, second, third] = shapley(worth);
        expect(first).toBe(second);
        expect(Math.abs(third!)).toBe(0);
      }),
    );
  });

  test.each([[[]], [[1, 2, 3]], [[1, 2, 3, 4, 5, 6]]])('is refused for %j', (worth) => {
    expect(() => shapley(worth)).toThrow(RangeError);
  });
});
