import { expect, test } from 'vitest';
import { cargoPath } from '../../src/settlement/cargo-path.ts';
import { customsLines } from '../../src/settlement/customs-charges.ts';
import { detentionHours, haulageLines, shuttleLines } from '../../src/settlement/haulage.ts';
import { carbonOfCall, EMITTERS, shipClassOf, shipSize, sumCarbon } from '../../src/settlement/index.ts';
import { periodsBetween } from '../../src/settlement/laytime-exceptions.ts';
import {
  nonProductiveHours,
  pilotageYuanPerMove,
  shipChargeLines,
  tonnageDuesYuanPerNt,
} from '../../src/settlement/ship-charges.ts';
import { chargedStorage, storageLines } from '../../src/settlement/storage.ts';
import { callFacts, truckFacts } from './facts-builder.ts';
import { laytimeTerms, ROUND_TERMS } from './terms-builder.ts';

/** Kilograms stored, by days. */
function stored(...lots: [days: number, kg: number][]): number[] {
  const byDays = Array.from({ length: 61 }, () => 0);
  for (const [days, kg] of lots) byDays[days] = kg;
  return byDays;
}

test('storage: day 20 is free, days 21 to 30 are the first band, days 31 to 40 the second, the rest the third', () => {
  const days = (n: number) => chargedStorage(stored([n, 1000]), ROUND_TERMS.storage);
  expect(days(0)).toEqual([0, 0, 0]);
  expect(days(20)).toEqual([0, 0, 0]);
  expect(days(21)).toEqual([1, 0, 0]);
  expect(days(30)).toEqual([10, 0, 0]);
  expect(days(33)).toEqual([10, 3, 0]);
  expect(days(40)).toEqual([10, 10, 0]);
  expect(days(60)).toEqual([10, 10, 20]);
});

test("storage: Huaneng Caofeidian's bands of 2018 on 40 days", () => {
  // Free to day 15; days 16-25 at 0.1, 26-35 at 0.2, 36-40 at 0.4: 1 + 2 + 2 yuan/t.
  const bands = [0.1, 0.2, 0.4].map((yuanPerTonneDay) => ({ days: 10, yuanPerTonneDay }));
  const storage = { freeDays: 15, bands: bands as never };
  const lines = storageLines({ storedKgByDays: stored([40, 1_000_000]) }, { storage });
  expect(lines.map((line) => line.yuan)).toEqual([1000, 2000, 2000]);
});

test('storage: 1,000 t for 25 days and 500 t for 34 days, by hand', () => {
  // First band: 1,000 t x 5 d + 500 t x 10 d = 10,000 t·d at 0.3; second: 500 t x 4 d = 2,000 t·d at 0.5.
  const lines = storageLines({ storedKgByDays: stored([25, 1_000_000], [34, 500_000]) }, ROUND_TERMS);
  expect(lines.map((line) => [line.quantity, line.yuan])).toEqual([
    [10_000, 3000],
    [2000, 1000],
    [0, 0],
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
  const { refused } = callFacts();
  const path = (storedKg: number, lostKg: number) =>
    cargoPath({ cargoKg: 30_000_000, lostKg, storedKgByDays: [0, storedKg], refused });
  expect(path(0, 0)).toMatchObject({ stagedTonnes: 0, straightTonnes: 30_000, hauledTonnes: 30_000 });
  expect(path(10_000_000, 0)).toMatchObject({ stagedTonnes: 10_000, straightTonnes: 20_000 });
  expect(path(30_000_000, 60_000)).toMatchObject({ stagedTonnes: 30_000, straightTonnes: 0, hauledTonnes: 30_060 });
  // 500 t were stacked, refused and hauled home, and replaced by as much.
  const home = { ...refused, kg: 500_000, fromYardKg: 500_000 };
  const replaced = cargoPath({ cargoKg: 30_000_000, lostKg: 0, storedKgByDays: [0, 30_500_000], refused: home });
  expect(replaced).toMatchObject({ stagedTonnes: 30_000, straightTonnes: 0, hauledTonnes: 30_500 });
});

test('the first Sunday of a clock that opens on a Saturday runs from hour 24 to 48', () => {
  const shex = laytimeTerms({ regime: 'SHEX-EIU', openingWeekday: 6 });
  expect(periodsBetween(0, 100, [], [], shex).days).toEqual([{ from: 24, to: 48, reason: 'sunday' }]);
  expect(periodsBetween(0, 24, [], [], shex).days).toEqual([]);
  expect(periodsBetween(0, 100, [], [], laytimeTerms()).days).toEqual([]);
});

test('days off are Sundays, holidays, and Saturdays where those do not work', () => {
  const week = { ...laytimeTerms({ regime: 'SHEX-EIU', openingWeekday: 6 }), holidays: [2, 1], saturdayWorking: false };
  expect(periodsBetween(0, 72, [], [], week).days.map(({ reason }) => reason)).toEqual([
    'saturday',
    'sunday',
    'holiday',
  ]);
});

test('stops between two hours are those that touch them, weather first', () => {
  const weather = [
    [0, 4],
    [8, 10],
    [20, 30],
    [30, 40],
  ] as const;
  const stops = [
    { cause: 'ice', from: 5, to: 9 },
    { cause: 'tide', from: 30, to: 31 },
  ] as const;
  const found = periodsBetween(4, 30, weather, stops, laytimeTerms()).stops;
  expect(found.map(({ from, reason }) => [from, reason])).toEqual([
    [8, 'weather'],
    [20, 'weather'],
    [5, 'ice'],
  ]);
});

test('carbon is fuel by kilometre, idle hour, tonne and day, times kg per unit of it, burnt and in all', () => {
  const call = callFacts({
    cargoKg: 20_000,
    lostKg: 0,
    trucks: truckFacts([3, 2], { loadedKm: 100, emptyKm: 100 }),
    shuttles: truckFacts([], { loadedKm: 20 }),
    loaderHandledKg: 50_000,
    arrived: 0,
    alongside: 12,
    sailed: 60,
  });
  const terms = { ...ROUND_TERMS.carbon, craneKwhPerTonne: 0.5, shipFuelTonnesPerBerthDay: 2 };
  const carbon = carbonOfCall(call, { ...terms, shipFuelTonnesPerAnchorDay: 1 });
  const row = (emitter: string) => {
    const { fuel, quantity, tankToWheelKg, wellToWheelKg } = carbon.rows.find((one) => one.emitter === emitter)!;
    return [fuel, quantity, tankToWheelKg, wellToWheelKg];
  };
  // Litres at 2.5 kg burnt and 3 kg in all.
  expect(row('truckLoaded')).toEqual(['diesel', 50, 125, 150]);
  expect(row('truckEmpty')).toEqual(['diesel', 25, 62.5, 75]);
  expect(row('truckIdle')).toEqual(['diesel', 10, 25, 30]);
  expect(row('shuttleLoaded')).toEqual(['diesel', 10, 25, 30]);
  // 50 t picked up: 20 t hauled at the works, 30 t in the yard; 0.1 L/t.
  expect(row('worksLoader')).toEqual(['diesel', 2, 5, 6]);
  expect(row('yardLoader')[1]).toBeCloseTo(3, 12);
  // 20 t at half a kWh, 0.5 kg each, none of it out of the crane.
  expect(row('crane')).toEqual(['electricity', 10, 0, 5]);
  // Two days alongside at 2 t, half a day at anchor at 1 t; 3.2 and 3.9 kg per kg.
  expect(row('shipAlongside')).toEqual(['marineGasOil', 4, 12_800, 15_600]);
  expect(row('shipAtAnchor')).toEqual(['marineGasOil', 0.5, 1600, 1950]);
  expect(carbon.rows.map(({ emitter }) => emitter)).toEqual([...EMITTERS]);
  expect(carbon.tankToWheelKg).toBeCloseTo(125 + 62.5 + 25 + 25 + 5 + 7.5 + 12_800 + 1600, 6);
  expect(carbon.wellToWheelKg).toBeCloseTo(150 + 75 + 30 + 30 + 6 + 9 + 5 + 15_600 + 1950, 6);
  expect(sumCarbon([carbon, carbon]).wellToWheelKg).toBeCloseTo(2 * carbon.wellToWheelKg, 6);
  expect(sumCarbon([])).toEqual({ rows: [], tankToWheelKg: 0, wellToWheelKg: 0 });
});

test('non-productive hours: waiting for the first load, and staying on beyond the time to leave', () => {
  const call = callFacts({ ready: 20, loadingStarted: 23, loadingCompleted: 60, sailed: 66 });
  expect(nonProductiveHours(call, 4)).toBe(5);
  expect(nonProductiveHours(call, 10)).toBe(3);
});

test('non-productive berthage takes its hours out of berthage; nothing where it is not charged', () => {
  // 10,000 NT, 48 h alongside, of which 5 without work.
  const call = callFacts({ ready: 20, loadingStarted: 23, loadingCompleted: 60, sailed: 66 });
  const charged = (nonProductiveCharged: boolean) => {
    const ship = { ...ROUND_TERMS.ship, nonProductiveCharged };
    return shipChargeLines(call, { ...ROUND_TERMS, ship }).slice(0, 2);
  };
  expect(charged(false).map((line) => line.quantity)).toEqual([20_000, 0]);
  expect(charged(true).map((line) => line.quantity)).toEqual([(10_000 * 43) / 24, 50_000]);
  expect(charged(true)[1]?.yuan).toBe(7500);
});

test('shifting by move; tonnage dues by licence, shared by its calls', () => {
  const ship = { ...ROUND_TERMS.ship, shiftsPerCall: 2, tonnageDuesLicence: '1yr', tonnageDuesCalls: 4 } as const;
  const lines = shipChargeLines(callFacts(), { ...ROUND_TERMS, ship });
  const yuan = (item: string) => lines.find((line) => line.item === item)?.yuan;
  // 10,000 NT x 2 x 0.2; 10,000 NT x 2.9 x 6 / 4
  expect(yuan('shifting')).toBe(4000);
  expect(yuan('tonnageDues')).toBeCloseTo(43_500, 6);
});

test('paid by hour and kilometre, every hour of a round trip is paid once', () => {
  // 9 h in all, of which 1 + 2 h of waiting beyond half an hour: 6 h at 100; 48 km at 3.
  const call = callFacts({ trucks: truckFacts([0.2, 1.5, 2.5], { loadedKm: 24, emptyKm: 24, turnHours: 9 }) });
  const haulage = { ...ROUND_TERMS.haulage, basis: 'hourKm' } as const;
  const yuan = Object.fromEntries(haulageLines(call, { haulage }).map((line) => [line.item, line.yuan]));
  expect(yuan).toMatchObject({ haul: 0, haulHours: 600, haulKilometres: 144, detention: 180, detentionUnbilled: 60 });
});

test('hired shuttles: the port pays the haulier by the staged tonne and detention by the trip', () => {
  const call = callFacts({ storedKgByDays: [0, 20_000_000], shuttles: truckFacts([0.3, 2.5]) });
  const lines = (shuttles: 'own' | 'hired') => shuttleLines(call, { haulage: { ...ROUND_TERMS.haulage, shuttles } });
  expect(lines('own').map((line) => line.yuan)).toEqual([0, 0]);
  expect(lines('hired').map((line) => line.yuan)).toEqual([80_000, 160]);
  for (const { payer, payee } of lines('hired')) expect([payer, payee]).toEqual(['port', 'haulier']);
});

test('amendments are charged by the declaration', () => {
  const lines = customsLines(callFacts({ amendments: 2 }), ROUND_TERMS);
  expect(lines.find((line) => line.item === 'amendments')?.yuan).toBe(400);
});
