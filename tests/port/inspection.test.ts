import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constant, lognormal } from '../../src/random/index.ts';
import { type Alone, clearedAlone, PLANNED } from './customs-station.ts';

/** One lot that comes at hour 300, declared 48 h ahead and reviewed in one, then inspected. */
const one = (customs: Alone['customs'], declared: Alone['declared'] = 'declareAhead') => {
  const [lot] = clearedAlone({
    customs: { reviewHours: constant(1), inspectionProbability: 1, inspectionHours: constant(4), ...customs },
    comes: [0],
    declared,
  });
  if (lot === undefined) throw new RangeError('no lot');
  return lot;
};

describe('an instruction to inspect', () => {
  test('by hand takes a bay from the arrival on', () => {
    expect(one({})).toMatchObject({
      lodged: PLANNED - 48,
      reviewed: PLANNED - 47,
      instruction: 'physical',
      inspected: true,
      inspectionBegan: PLANNED,
      inspectionEnded: PLANNED + 4,
      outcome: 'released',
      released: PLANNED + 4,
    });
  });

  test('by machine takes its own time there', () => {
    const lot = one({ machineShare: 1, machineHours: constant(0.5) });
    expect(lot).toMatchObject({ instruction: 'machine', inspected: true, released: PLANNED + 0.5 });
  });

  test('of papers alone is done before the cargo comes, in office hours, and inspects no goods', () => {
    const documents = { documentShare: 1, documentHours: constant(5) };
    const lot = { instruction: 'documents', inspected: false, inspectionBegan: null, outcome: 'released' };
    expect(one(documents)).toMatchObject({ ...lot, released: PLANNED - 47 + 5 });
    // Lodged at hour 252, noon, reviewed at 13; four of five hours are left of the day, the fifth is the next morning's.
    const office = { officeOpensHour: 8, officeClosesHour: 17 };
    expect(one({ ...documents, ...office })).toMatchObject({ ...lot, released: 264 + 9 });
  });

  test('of papers holds every lot of its declaration', () => {
    const lots = clearedAlone({
      customs: { inspectionProbability: 1, documentShare: 1, documentHours: constant(5), lotsPerDeclaration: 0 },
      comes: [0, 1, 2],
      declared: 'declareAhead',
    });
    expect(lots.map(({ instruction, released }) => [instruction, released])).toEqual(
      Array.from({ length: 3 }, () => ['documents', PLANNED - 47 + 5]),
    );
  });
});

describe('a sample', () => {
  const sampled = { sampledShare: 1, samplingHours: constant(2), laboratoryHours: constant(30) };

  test('is taken in the bay, and the cargo goes on', () => {
    expect(one(sampled)).toMatchObject({ outcome: 'sampled', inspectionEnded: PLANNED + 6, released: PLANNED + 6 });
  });

  test('holds the cargo, not the bay, until the result where it must', () => {
    const held = { outcome: 'sampled', inspectionEnded: PLANNED + 6, released: PLANNED + 36 };
    expect(one({ ...sampled, laboratoryHolds: true })).toMatchObject(held);
  });

  test('of a lot that is refused is none', () => {
    expect(one({ ...sampled, sampledShare: 0, returnedShare: 1 }).outcome).toBe('returned');
  });
});

/** Lots that come within two days, in declarations of some, whatever else is set. */
const anything = fc.record({
  seed: fc.nat(1000),
  comes: fc
    .array(fc.integer({ min: 0, max: 480 }), { minLength: 1, maxLength: 12 })
    .map((all) => all.map((h) => h / 10)),
  lotsPerDeclaration: fc.integer({ min: 0, max: 4 }),
  documentShare: fc.constantFrom(0, 0.3),
  machineShare: fc.constantFrom(0, 0.4),
  sampledShare: fc.constantFrom(0, 0.5),
  laboratoryHolds: fc.boolean(),
  declared: fc.constantFrom('declareAhead', 'declareLate', 'declareAtGate'),
  lateLeadHours: fc.constantFrom(0, 24),
  officeOpensHour: fc.constantFrom(0, 8),
  officeClosesHour: fc.constantFrom(17, 24),
});

/** The station alone with bays to spare, at some chance. */
function cleared(given: typeof anything extends fc.Arbitrary<infer G> ? G : never, customs: Alone['customs']) {
  const { seed, comes, declared, ...rest } = given;
  const laws = { reviewHours: lognormal(1, 1.5), inspectionHours: lognormal(4, 1), documentHours: lognormal(3, 1) };
  return clearedAlone({ customs: { ...laws, inspectionBays: 20, ...rest, ...customs }, seed, comes, declared });
}

describe('whatever comes, with bays to spare', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });

  test('what is inspected at one chance is at every larger one, and no lot is released sooner', () => {
    fc.assert(
      fc.property(anything, chance, chance, (given, a, b) => {
        const less = cleared(given, { inspectionProbability: Math.min(a, b) });
        const more = cleared(given, { inspectionProbability: Math.max(a, b) });
        for (const [i, lot] of less.entries()) {
          const other = more[i];
          if (lot.instruction !== 'release') expect(other?.instruction).toBe(lot.instruction);
          expect(other?.released).toBeGreaterThanOrEqual(lot.released);
        }
      }),
    );
  });

  test('at 0 nothing is inspected, at 1 one lot of every declaration or the papers of all', () => {
    fc.assert(
      fc.property(anything, (given) => {
        for (const lot of cleared(given, { inspectionProbability: 0 })) expect(lot.instruction).toBe('release');
        const lots = cleared(given, { inspectionProbability: 1 });
        const each = given.lotsPerDeclaration || lots.length;
        for (let i = 0; i < lots.length; i += each) {
          const declared = lots.slice(i, i + each);
          const papers = declared.filter((lot) => lot.instruction === 'documents').length;
          const goods = declared.filter((lot) => lot.inspected).length;
          expect([papers, goods]).toEqual(papers > 0 ? [declared.length, 0] : [0, 1]);
        }
      }),
    );
  });

  test('what is refused, or sampled, at one share is at every larger one', () => {
    fc.assert(
      fc.property(anything, chance, chance, (given, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const outcomes = (customs: Alone['customs']) =>
          cleared({ ...given, documentShare: 0 }, { inspectionProbability: 1, sampledShare: 0, ...customs })
            .slice(0, given.comes.length)
            .map((lot) => lot.outcome);
        const [refused, refusedMore] = [low, high].map((returnedShare) => outcomes({ returnedShare }));
        const [sampled, sampledMore] = [low, high].map((sampledShare) => outcomes({ sampledShare }));
        for (const i of given.comes.keys()) {
          if (refused?.[i] === 'returned') expect(refusedMore?.[i]).toBe('returned');
          if (sampled?.[i] === 'sampled') expect(sampledMore?.[i]).toBe('sampled');
        }
      }),
    );
  });

  test('a share refused takes nothing from the share sampled', () => {
    const parts = fc.tuple(chance, chance, chance).filter((all) => all.some((part) => part > 0));
    fc.assert(
      fc.property(anything, parts, (given, parts) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        const [returnedShare = 0, sampledShare = 0] = parts.map((part) => part / sum);
        const sampled = (customs: Alone['customs']) =>
          cleared({ ...given, documentShare: 0 }, { inspectionProbability: 1, sampledShare, ...customs })
            .slice(0, given.comes.length)
            .map((lot) => lot.outcome === 'sampled');
        expect(sampled({ returnedShare })).toEqual(sampled({ returnedShare: 0 }));
      }),
    );
  });

  test('inspected goods are released after they came, and the rest of a declaration together', () => {
    fc.assert(
      fc.property(anything, chance, (given, inspectionProbability) => {
        const lots = cleared(given, { inspectionProbability });
        const each = given.lotsPerDeclaration || lots.length;
        for (const lot of lots) {
          if (!lot.inspected) continue;
          expect(lot.inspectionBegan).toBeGreaterThanOrEqual(lot.arrived);
          expect(lot.released).toBeGreaterThanOrEqual(lot.inspectionEnded as number);
        }
        for (let i = 0; i < lots.length; i += each) {
          const others = lots.slice(i, i + each).filter((lot) => !lot.inspected);
          expect(new Set(others.map((lot) => lot.released)).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('papers are reviewed in office hours, and take as many of them as the review', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const lots = cleared(given, { reviewHours: constant(3) });
        const { officeOpensHour: opens, officeClosesHour: closes } = given;
        // Office hours from the first midnight to an instant.
        const worked = (hour: number) =>
          Math.floor(hour / 24) * (closes - opens) + Math.max(0, Math.min((hour % 24) - opens, closes - opens));
        for (const { lodged, reviewed } of lots) {
          expect(worked(reviewed) - worked(lodged)).toBeCloseTo(3, 9);
          const hourOfDay = ((reviewed % 24) + 24) % 24 || 24;
          expect(hourOfDay > opens && hourOfDay <= closes).toBe(true);
        }
      }),
    );
  });
});
