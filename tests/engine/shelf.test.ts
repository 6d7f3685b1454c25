import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RankedShelf } from '../../src/engine/ranked-shelf.ts';
import { Row } from '../../src/engine/row.ts';
import type { Shelf } from '../../src/engine/shelf.ts';

interface Thing {
  readonly rank: number;
  /** Lower goes first among equals of its order. */
  readonly turn: number;
}

const ranks = fc.oneof(fc.nat(4), fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY));
const someSteps = fc.array(fc.tuple(fc.constantFrom('add', 'add', 'back', 'first', 'filter'), ranks), {
  maxLength: 120,
  size: 'max',
});

const shelves: readonly (readonly [
  name: string,
  make: () => Shelf<Thing>,
  precedes: (a: Thing, b: Thing) => number,
])[] = [
  ['fifo', () => new Row('fifo'), (a, b) => a.turn - b.turn],
  ['lifo', () => new Row('lifo'), (a, b) => a.turn - b.turn],
  [
    'by rank',
    () => new RankedShelf((thing) => thing.rank),
    (a, b) => (a.rank === b.rank ? a.turn - b.turn : a.rank - b.rank),
  ],
];

describe.each(shelves)('a shelf, %s', (name, make, inOrder) => {
  test('gives things out in its order, whatever came back and whatever filters took out of the middle', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const shelf = make();
        let there: Thing[] = [];
        let late = 0;
        let early = 0;
        const remove = (place: number, wanted: Thing | undefined) => {
          expect(place < 0 ? undefined : shelf.at(place)).toBe(wanted);
          if (place >= 0) shelf.remove(place);
          there = there.filter((thing) => thing !== wanted);
        };
        for (const [what, rank] of steps) {
          if (what === 'add') {
            const thing = { rank, turn: name === 'lifo' ? --early : ++late };
            shelf.add(thing);
            there.push(thing);
          } else if (what === 'back') {
            const thing = { rank, turn: --early };
            shelf.putBack(thing);
            there.push(thing);
          } else {
            const wants = (thing: Thing) => what === 'first' || thing.rank === rank;
            remove(what === 'first' ? shelf.first : shelf.find(wants), there.toSorted(inOrder).find(wants));
          }
          expect(shelf.size).toBe(there.length);
        }
        expect(shelf.list()).toEqual(there.toSorted(inOrder));
      }),
      { numRuns: 300 },
    );
  });
});
