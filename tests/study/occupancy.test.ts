import { expect, test } from 'vitest';
import { settleSeason } from '../../src/settlement/index.ts';
import { measure } from '../../src/study/measures.ts';
import { callFacts, seasonFacts } from '../settlement/facts-builder.ts';
import { ROUND_TERMS } from '../settlement/terms-builder.ts';

test('berths are occupied by ships of other trades too, up to the close of the clock', () => {
  const own = seasonFacts([callFacts({ alongside: 20, sailed: 60 })]);
  const { horizonHours, berths } = own;
  const otherShips = [
    { arrived: 0, alongside: 5, sailed: 15 },
    { arrived: 70, alongside: horizonHours - 4, sailed: null },
    { arrived: 71, alongside: null, sailed: null },
  ];
  const occupancy = (facts: typeof own) => measure({ facts, settlement: settleSeason(facts, 'direct', ROUND_TERMS) });
  expect(occupancy(own)['berth.occupancy']).toBeCloseTo(40 / (berths * horizonHours), 12);
  expect(occupancy({ ...own, otherShips })['berth.occupancy']).toBeCloseTo(54 / (berths * horizonHours), 12);
});
