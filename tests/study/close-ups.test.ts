import { describe, expect, test } from 'vitest';
import { smallReportJson } from '../report/html/small-report.ts';

describe('what a report looks at closely', () => {
  test('each spread has the mean of its difference, and a bin for every value', async () => {
    const { spreads, compare } = await smallReportJson();
    for (const { id, values, bins } of spreads) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean).toBeCloseTo(compare.measures[id].difference?.mean as number, 9);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
    }
  });

  test("items come to the shipper's saving, parties to what is used up", async () => {
    const { items, parties, system, compare } = await smallReportJson();
    const saved = items.reduce((sum, { saving }) => sum + saving, 0);
    expect(saved).toBeCloseTo(compare.measures['saving.perTonne'].difference?.mean as number, 9);
    const all = parties.reduce((sum, { difference }) => sum + difference, 0);
    expect(all).toBeCloseTo(system.difference, 9);
    expect(system.difference).toBeCloseTo(compare.measures['saving.system.perTonne'].difference?.mean as number, 9);
  });

  test('shares in use lie between 0 and 1, and direct loading uses no yard', async () => {
    const { utilisation } = (await smallReportJson()).recorded;
    for (const { mean } of Object.values(utilisation.staged).filter((one) => one !== null)) {
      expect(mean).toBeGreaterThan(0);
      expect(mean).toBeLessThanOrEqual(1);
    }
    expect(utilisation.staged.yardLoaders).not.toBeNull();
    expect(utilisation.direct.yardLoaders).toBeNull();
  });

  test('ships come, load and sail in order, each at a berth that there is', async () => {
    const { view } = (await smallReportJson()).recorded;
    for (const mode of ['staged', 'direct'] as const) {
      expect(view[mode].stays.map(({ call }) => call)).toEqual([1, 2, 3]);
      for (const stay of view[mode].stays) {
        const instants = [
          stay.arrived,
          stay.pilotOnBoard,
          stay.alongside,
          stay.loadingStarted,
          stay.loadingCompleted,
          stay.sailed,
        ];
        expect(instants).toEqual([...instants].sort((one, other) => one - other));
        expect(stay.berth).toBeLessThan(view.berths);
      }
    }
    expect(view.staged.stays.map(({ arrived }) => arrived)).toEqual(view.direct.stays.map(({ arrived }) => arrived));
  });

  test('stocks keep within bounds, and only staging has a stack', async () => {
    const { flows } = (await smallReportJson()).recorded;
    expect(flows.direct.yardStock).toBeNull();
    const { low, mean, high } = flows.staged.yardStock!;
    for (const [i, middle] of mean.entries()) {
      expect(low[i]).toBeLessThanOrEqual(high[i] as number);
      expect(middle).toBeGreaterThanOrEqual(0);
    }
    expect(Math.max(...high)).toBeGreaterThan(1000);
  });

  test('the laytime of the largest cargo is that of its row', async () => {
    const { laytime, laytimeSheets } = (await smallReportJson()).recorded;
    for (const mode of ['staged', 'direct'] as const) {
      const sheet = laytimeSheets[mode];
      const row = laytime[mode][sheet.call - 1]!;
      expect(row.cargoTonnes).toBe(Math.max(...laytime[mode].map(({ cargoTonnes }) => cargoTonnes)));
      expect([row.usedHours, row.balanceHours]).toEqual([sheet.usedHours, sheet.balanceHours]);
      expect(row.netYuan).toBeCloseTo(sheet.demurrageYuan - sheet.despatchYuan, 6);
    }
  });
});
