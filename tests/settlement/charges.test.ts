import { expect, test } from 'vitest';
import { cargoPath } from '../../src/settlement/cargo-path.ts';
import { detentionHours } from '../../src/settlement/haulage.ts';
import { carbonOfCall, carbonPerTonne, shipClassOf, shipSize, sumCarbon } from '../../src/settlement/index.ts';
import { exceptedPeriods } from '../../src/settlement/laytime-exceptions.ts';
import { pilotageYuanPerMove, tonnageDuesYuanPerNt } from '../../src/settlement/ship-charges.ts';
import { chargedStorage, storageLines } from '../../src/settlement/storage.ts';
import { callFacts, truckFacts } from './facts-builder.ts';
import { laytimeTerms, ROUND_TERMS } from './terms-builder.ts';

/** Kilograms stored, by days. */
function stored(...lots: [days: number, kg: number][]): number[] {
  const byDays = Array.from({ length: 61 }, () => 0);
  for (const [days, kg] of lots) byDays[days] = kg;
  return byDays;
}

test('storage: day 20 is free, days 21 to 30 are the first band, the rest the second', () => {
  const days = (n: number) => Object.values(chargedStorage(stored([n, 1000]), ROUND_TERMS.storage));
  expect(days(0)).toEqual([0, 0]);
  expect(days(20)).toEqual([0, 0]);
  expect(days(21)).toEqual([1, 0]);
  expect(days(30)).toEqual([10, 0]);
  expect(days(33)).toEqual([10, 3]);
});

test('storage: 1,000 t for 25 days and 500 t for 34 days, by hand', () => {
  // First band: 1,000 t x 5 d + 500 t x 10 d = 10,000 t·d at 0.3; second: 500 t x 4 d = 2,000 t·d at 0.5.
  const lines = storageLines({ storedKgByDays: stored([25, 1_000_000], [34, 500_000]) }, ROUND_TERMS);
  expect(lines.map((line) => [line.quantity, line.yuan])).toEqual([
    [10_000, 3000],
    [2000, 1000],
  ]);
});

test('detention: a short wait does not pay for a long one', () => {
  expect(detentionHours([0.2, 1.5], 0.5)).toBe(1);
  expect(detentionHours([], 0.5)).toBe(0);
});

test('pilotage charges each band on the net tonnage within it, and nothing above 120,000 NT', () => {
  const bands = ROUND_TERMS.ship.pilotageYuanPerNt;
  expect(pilotageYuanPerMove(10_000, bands)).toBe(4500);
  // 40,000 x 0.45 + 20,000 x 0.40
  expect(pilotageYuanPerMove(60_000, bands)).toBe(26_000);
  // 40,000 x (0.45 + 0.40 + 0.375): the cap behind the notice of 2022, whose 90 and 85 % are 44,100 and 41,650
  expect(pilotageYuanPerMove(120_000, bands)).toBe(49_000);
  expect(pilotageYuanPerMove(200_000, bands)).toBe(49_000);
});

test('tonnage dues take one price for the whole ship, by its class', () => {
  const price = (netTonnage: number) => tonnageDuesYuanPerNt(netTonnage, ROUND_TERMS.ship.tonnageDuesYuanPerNt);
  expect([2000, 2001, 10_000, 10_001, 50_000, 50_001].map(price)).toEqual([1.5, 2.9, 2.9, 3.3, 3.3, 3.8]);
});

test('a ship is Handysize below 40,000 dwt, Supramax below 65,000, Panamax from there', () => {
  expect([39_999, 40_000, 64_999, 65_000].map(shipClassOf)).toEqual(['handysize', 'supramax', 'supramax', 'panamax']);
  const size = shipSize(30_000_000, { dwtPerCargoTonne: 1.5, netTonnagePerDwt: 0.5 });
  expect(size).toEqual({ dwt: 45_000, netTonnage: 22_500, shipClass: 'supramax' });
});

test('cargo that was stored is staged, the rest went straight; what was lost was hauled but never stored', () => {
  const path = (storedKg: number, lostKg: number) =>
    cargoPath({ cargoKg: 30_000_000, lostKg, storedKgByDays: [0, storedKg] });
  expect(path(0, 0)).toMatchObject({ stagedTonnes: 0, straightTonnes: 30_000, hauledTonnes: 30_000 });
  expect(path(10_000_000, 0)).toMatchObject({ stagedTonnes: 10_000, straightTonnes: 20_000 });
  expect(path(30_000_000, 60_000)).toMatchObject({ stagedTonnes: 30_000, straightTonnes: 0, hauledTonnes: 30_060 });
});

test('the first Sunday of a clock that opens on a Saturday runs from hour 24 to 48', () => {
  const shex = laytimeTerms({ regime: 'SHEX', openingWeekday: 6 });
  expect(exceptedPeriods(0, 100, [], shex)).toEqual([{ from: 24, to: 48, reason: 'sunday' }]);
  expect(exceptedPeriods(0, 24, [], shex)).toEqual([]);
  expect(exceptedPeriods(0, 100, [], laytimeTerms())).toEqual([]);
});

test('carbon is litres by kilometre, idle hour and tonne handled, times kg per litre', () => {
  const call = callFacts({
    trucks: truckFacts([3, 2], { loadedKm: 100, emptyKm: 100 }),
    shuttles: truckFacts([], { loadedKm: 20 }),
    loaderHandledKg: 50_000,
  });
  // Trucks 50 + 25 + 10 = 85 L; shuttles 10 L; loaders 50 t x 0.1 = 5 L; at 3 kg/L.
  const carbon = carbonOfCall(call, ROUND_TERMS.carbon);
  expect(carbon).toEqual({ trucksKg: 255, shuttlesKg: 30, loadersKg: 15, totalKg: 300 });
  expect(carbonPerTonne(carbon, 200_000)).toBe(1.5);
  expect(carbonPerTonne(carbon, 0)).toBeNull();
  expect(sumCarbon([carbon, carbon]).totalKg).toBe(600);
  expect(sumCarbon([]).totalKg).toBe(0);
});
