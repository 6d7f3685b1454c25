import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/engine/index.ts';
import { Berths, type Trade } from '../../src/port/berths.ts';
import type { BerthInputs } from '../../src/port/inputs.ts';

interface Wish {
  readonly name: string;
  readonly hour: number;
  readonly stay: number;
  readonly trade?: Trade;
  readonly deadweight?: number;
}

const ANY: BerthInputs = { small: 0, smallTonnes: 40_000, first: null };

/** Who has which berth from when on. */
function served(berths: number, inputs: Partial<BerthInputs>, wishes: readonly Wish[]): (string | number)[][] {
  const sim = new Simulation();
  const quay = new Berths(sim, { berths }, { ...ANY, ...inputs });
  const log: (string | number)[][] = [];
  const ship = function* ({ name, hour, stay, trade = 'slag', deadweight = 30_000 }: Wish) {
    yield* sim.holdUntil(hour);
    const berth = yield* quay.take({ name, deadweight, arrivingDraught: 0, sailingDraught: 0 }, trade);
    log.push([name, berth, sim.now]);
    yield* sim.hold(stay);
    quay.giveBack(berth);
  };
  for (const wish of wishes) sim.spawn(wish.name, ship(wish));
  sim.run(1000);
  return log;
}

describe('berths', () => {
  const three: Wish[] = [
    { name: 'first', hour: 0, stay: 10 },
    { name: 'other', hour: 1, stay: 5, trade: 'other' },
    { name: 'slag', hour: 2, stay: 5 },
  ];

  test('go to who waits longest', () => {
    expect(served(1, {}, three)).toEqual([
      ['first', 0, 0],
      ['other', 0, 10],
      ['slag', 0, 15],
    ]);
  });

  test('or to the trade that has priority, which sends nobody away who is there', () => {
    expect(served(1, { first: 'slag' }, three).map(([name]) => name)).toEqual(['first', 'slag', 'other']);
    const late = three.map((wish) => ({ ...wish, trade: wish.name === 'slag' ? 'other' : 'slag' }) as const);
    expect(served(1, { first: 'other' }, late).map(([name]) => name)).toEqual(['first', 'slag', 'other']);
  });

  test('that are small take no large ship, and small ships leave the large berths free', () => {
    const wishes: Wish[] = [
      { name: 'small', hour: 0, stay: 10 },
      { name: 'large', hour: 1, stay: 20, deadweight: 60_000 },
      { name: 'large too', hour: 2, stay: 5, deadweight: 40_001 },
      { name: 'small too', hour: 3, stay: 5, deadweight: 40_000 },
    ];
    expect(served(2, { small: 1 }, wishes)).toEqual([
      ['small', 0, 0],
      ['large', 1, 1],
      ['small too', 0, 10],
      ['large too', 1, 21],
    ]);
  });
});
