import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  LEDGER_ITEMS,
  type LedgerItem,
  type LedgerLine,
  partyCostYuan,
  portChargesYuan,
  settleSeason,
  shipperCostYuan,
  systemCostYuan,
  type Terms,
} from '../../src/settlement/index.ts';
import { callFacts, seasonFacts, truckFacts } from './facts-builder.ts';
import { ROUND_TERMS } from './terms-builder.ts';

// 20,000 t: 25,000 dwt (Handysize), 10,000 NT; 48 h allowed. Notice at 6, turn time to 18, completed at 60:
// 42 h used, 6 h saved.
const direct = callFacts({
  trucks: truckFacts([0.2, 1.5, 2.5], { loadedKm: 24, emptyKm: 24, turnHours: 6 }),
  hiredTruckHours: 10,
  transitKgHours: 20_000_000 * 3,
  inspections: 1,
  cranes: { assignedHours: 80, workingHours: 70, idleForCargoHours: 5 },
  worksLoaderHours: 70,
});

// The same ship, its cargo 10 days on the stack and 20 t lost there; completed at 84: 66 h used, 18 h on demurrage.
const staged = callFacts({
  loadingCompleted: 84,
  sailed: 90,
  trucks: truckFacts([0.2], { loadedKm: 24, emptyKm: 24, turnHours: 5 }),
  shuttles: truckFacts([1], { loadedKm: 6, emptyKm: 6, turnHours: 9 }),
  storedKgByDays: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20_000_000],
  lostKg: 20_000,
  transitKgHours: 20_000_000 * 240,
  cranes: { assignedHours: 100, workingHours: 90, idleForCargoHours: 1 },
  worksLoaderHours: 70,
  yardLoaderHours: 120,
});

function settle(call: typeof direct, mode: string, terms: Terms = ROUND_TERMS): readonly LedgerLine[] {
  return settleSeason(seasonFacts([call]), mode, terms).lines;
}

function yuanOf(lines: readonly LedgerLine[], ...items: LedgerItem[]): number[] {
  return items.map((item) => lines.find((line) => line.item === item)?.yuan ?? Number.NaN);
}

describe('a direct call settled by hand', () => {
  const lines = settle(direct, 'direct');

  test('haulage: 20,000 t at 9 and 2; 1 h + 2 h of detention, three quarters billed; 10 h of hire', () => {
    expect(yuanOf(lines, 'haul', 'worksLoading')).toEqual([180_000, 40_000]);
    expect(yuanOf(lines, 'detention', 'detentionUnbilled')).toEqual([3 * 0.75 * 80, 3 * 0.25 * 80]);
    expect(yuanOf(lines, 'hiredTrucks')).toEqual([1200]);
  });

  test('port: the package on all tonnes, the discount given back, no second haul and no storage', () => {
    expect(yuanOf(lines, 'portPackage', 'directDiscount', 'secondHaul')).toEqual([360_000, 20_000, 0]);
    expect(yuanOf(lines, 'storageFirstBand', 'storageSecondBand', 'storageThirdBand')).toEqual([0, 0, 0]);
    expect(portChargesYuan(lines)).toBe(340_000);
  });

  test('cargo: nothing lost; 2,500 t·d at 70 yuan and 3.65 % a year tie up 17.5 yuan', () => {
    expect(yuanOf(lines, 'cargoLoss')).toEqual([0]);
    expect(yuanOf(lines, 'capital')[0]).toBeCloseTo(17.5, 9);
  });

  test('customs: a declaration, an inspection, and dues of half a yuan a tonne', () => {
    expect(yuanOf(lines, 'declarations', 'inspections', 'cargoDues')).toEqual([300, 2000, 10_000]);
  });

  test('the ship: 10,000 NT for 2 days alongside and half a day at anchor, two moves', () => {
    expect(yuanOf(lines, 'berthage', 'anchorage', 'pilotage')).toEqual([5000, 250, 9000]);
    expect(yuanOf(lines, 'tugs', 'tonnageDues')).toEqual([8000, 29_000]);
  });

  test('despatch at half rate: a quarter of a day at 6,000 USD and 7 yuan', () => {
    expect(yuanOf(lines, 'demurrage', 'despatch')).toEqual([0, 10_500]);
  });

  test('resources: hours at cost and carbon at its price', () => {
    // 12 + 6 + 4.2 x 2 = 26.4 L x 3 kg = 79.2 kg = 7.92 yuan
    expect(yuanOf(lines, 'carbon')[0]).toBeCloseTo(7.92, 9);
    expect(yuanOf(lines, 'truckHours', 'shuttleHours')).toEqual([900, 0]);
    expect(yuanOf(lines, 'worksLoaderHours', 'yardLoaderHours')).toEqual([14_000, 0]);
    expect(yuanOf(lines, 'craneHours', 'shipHours')).toEqual([40_000, 270_000]);
  });

  test("the shipper's cost is what it pays less discount and despatch; the system's is the resources", () => {
    const pays = 180_000 + 40_000 + 180 + 1200 + 360_000 + 17.5 + 300 + 2000 + 10_000;
    expect(shipperCostYuan(lines)).toBeCloseTo(pays - 20_000 - 10_500, 6);
    expect(systemCostYuan(lines)).toBeCloseTo(17.5 + 7.92 + 900 + 14_000 + 40_000 + 270_000, 6);
  });

  test('detention not billed costs the haulier nothing twice: only its hours do', () => {
    const earns = 180_000 + 40_000 + 180 + 1200;
    expect(partyCostYuan(lines, 'haulier')).toBeCloseTo(900 + 14_000 - earns, 6);
  });
});

describe('a staged call settled by hand', () => {
  const lines = settle(staged, 'staged');

  test('the haul includes the top-up of what the yard loses, the second haul only what goes aboard', () => {
    expect(yuanOf(lines, 'haul', 'secondHaul')).toEqual([20_020 * 9, 100_000]);
    expect(yuanOf(lines, 'portPackage', 'directDiscount')).toEqual([360_000, 0]);
  });

  test('20 t lost at 70 yuan; 200,000 t·d tie up 1,400 yuan', () => {
    expect(yuanOf(lines, 'cargoLoss')).toEqual([1400]);
    expect(yuanOf(lines, 'capital')[0]).toBeCloseTo(1400, 9);
  });

  test('18 h on demurrage at 12,000 USD and 7 yuan', () => {
    expect(yuanOf(lines, 'demurrage', 'despatch')).toEqual([63_000, 0]);
  });

  test('second haul is charged unless the package covers both second haul and reclaim', () => {
    const covering = (covers: Terms['handling']['covers']) =>
      yuanOf(settle(staged, 'staged', { ...ROUND_TERMS, handling: { ...ROUND_TERMS.handling, covers } }), 'secondHaul');
    expect(covering(['secondHaul'])).toEqual([100_000]);
    expect(covering(['reclaim'])).toEqual([100_000]);
    expect(covering(['reclaim', 'secondHaul'])).toEqual([0]);
  });
});

test('under CFR the shipper bears the port charges of the ship; demurrage and ship hours stay as under FOB', () => {
  const fob = settle(staged, 'staged');
  const cfr = settle(staged, 'staged', { ...ROUND_TERMS, contract: 'CFR' });
  const charges = yuanOf(fob, 'berthage', 'anchorage', 'pilotage', 'tugs', 'tonnageDues');
  const sum = charges.reduce((total, yuan) => total + yuan, 0);
  expect(shipperCostYuan(cfr) - shipperCostYuan(fob)).toBeCloseTo(sum, 6);
  expect(systemCostYuan(cfr)).toBe(systemCostYuan(fob));
  const moved = cfr.filter((line, at) => line.payer !== fob[at]?.payer).map((line) => line.item);
  expect(moved).toEqual([
    'berthage',
    'nonProductiveBerthage',
    'anchorage',
    'pilotage',
    'tugs',
    'shifting',
    'tonnageDues',
  ]);
});

test('demurrage goes by the size of the ship', () => {
  // 60,000 t: 75,000 dwt, Panamax; 144 h allowed; 12 + 144 + 24 h: one day at 15,000 USD.
  const large = callFacts({ cargoKg: 60_000_000, arrived: 0, loadingCompleted: 180, sailed: 190 });
  expect(yuanOf(settle(large, 'direct'), 'demurrage')).toEqual([105_000]);
});

test('a season sums its calls item by item, and keeps a price they share', () => {
  const season = settleSeason(seasonFacts([direct, staged]), 'hybrid', ROUND_TERMS);
  expect(season.aboardTonnes).toBe(40_000);
  expect(season.mode).toBe('hybrid');
  for (const [at, line] of season.lines.entries()) {
    expect(line.yuan).toBe((season.calls[0]?.lines[at]?.yuan ?? 0) + (season.calls[1]?.lines[at]?.yuan ?? 0));
  }
  expect(season.lines.find((line) => line.item === 'haul')?.unitPriceYuan).toBe(9);
});

test('a line of several prices shows their mean', () => {
  const small = callFacts({ cargoKg: 20_000_000, arrived: 0, loadingCompleted: 84 });
  const large = callFacts({ cargoKg: 60_000_000, arrived: 0, loadingCompleted: 180, sailed: 190 });
  const { lines } = settleSeason(seasonFacts([small, large]), 'direct', ROUND_TERMS);
  const demurrage = lines.find((line) => line.item === 'demurrage');
  expect(demurrage).toMatchObject({ quantity: 2, yuan: 84_000 + 105_000, unitPriceYuan: 94_500 });
});

test('a season without calls settles to nothing', () => {
  const season = settleSeason(seasonFacts([]), 'staged', ROUND_TERMS);
  expect(season.lines).toEqual([]);
  expect([shipperCostYuan([]), systemCostYuan([]), portChargesYuan([])]).toEqual([0, 0, 0]);
});

test('a ledger lists every item once, in order, whatever the mode', () => {
  expect(settle(direct, 'direct').map((line) => line.item)).toEqual([...LEDGER_ITEMS]);
  expect(settle(staged, 'staged').map((line) => line.item)).toEqual([...LEDGER_ITEMS]);
  expect(LEDGER_ITEMS.length).toBe(37);
});

test('every line names the source of its price', () => {
  for (const line of settle(direct, 'direct')) expect(line.source).not.toBe('');
});

test('hired shuttles are run by the haulier: it bears their hours', () => {
  const hired = { ...ROUND_TERMS, haulage: { ...ROUND_TERMS.haulage, shuttles: 'hired' } } as const;
  const payer = (terms: Terms) => settle(staged, 'staged', terms).find((line) => line.item === 'shuttleHours')?.payer;
  expect([payer(ROUND_TERMS), payer(hired)]).toEqual(['port', 'haulier']);
});

test('whoever runs a machine bears its hours', () => {
  const resources = settle(staged, 'staged').filter((line) => line.kind === 'resource');
  expect(resources.map((line) => [line.item, line.payer])).toEqual([
    ['cargoLoss', 'shipper'],
    ['capital', 'shipper'],
    ['carbon', 'society'],
    ['truckHours', 'haulier'],
    ['shuttleHours', 'port'],
    ['worksLoaderHours', 'haulier'],
    ['yardLoaderHours', 'port'],
    ['craneHours', 'port'],
    ['shipHours', 'ship'],
  ]);
});

test('transfers go between the parties that the background page names', () => {
  const transfers = settle(staged, 'staged').filter((line) => line.kind === 'transfer');
  const page = readFileSync(new URL('../../docs/background/settlement.md', import.meta.url), 'utf8');
  for (const { item, payer, payee } of transfers) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${item}\` |`));
    expect(row, item).toContain(`| ${payer} → ${payee} |`);
  }
});
