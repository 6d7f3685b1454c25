/**
 * Shapley's value (1953): what each player adds to a coalition, averaged over all orders in which they may join it.
 * The parts come to the worth of all players less that of none.
 *
 * @param worth of each coalition by its bits: `worth[0b101]` is that of players 0 and 2; 2ⁿ numbers for n players
 * @returns one part a player
 * @throws RangeError if the number of coalitions is no power of two
 * @example
 * shapley([0, 1, 3, 6]); // [2, 4]
 */
export function shapley(worth: readonly number[]): number[] {
  const players = 31 - Math.clz32(worth.length);
  if (worth.length < 1 || 1 << players !== worth.length) {
    throw new RangeError(`worth must have 2ⁿ numbers for n players, but has ${worth.length}.`);
  }
  const weights = orderShares(players);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let part = 0;
    for (let others = 0; others < worth.length; others++) {
      if (others & bit) continue;
      const added = (worth[others | bit] as number) - (worth[others] as number);
      part += (weights[bitsOf(others)] as number) * added;
    }
    return part;
  });
}

/** The share of orders in which just given others have joined before a player, by how many they are: s!(n−1−s)!/n!. */
function orderShares(players: number): number[] {
  const shares: number[] = [];
  let share = 1 / players;
  for (let before = 0; before < players; before++) {
    shares.push(share);
    share *= (before + 1) / Math.max(1, players - 1 - before);
  }
  return shares;
}

function bitsOf(coalition: number): number {
  let count = 0;
  for (let left = coalition; left !== 0; left &= left - 1) count++;
  return count;
}
