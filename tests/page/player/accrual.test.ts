import { describe, expect, test } from 'vitest';
import { finishedBy, shipHoursSoFar, truckHoursSoFar, yuanSoFar } from '../../../src/page/player/accrual.ts';
import { shipperCostYuan } from '../../../src/settlement/index.ts';
import { direct, hoursOf, staged } from './sides.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe.each([
  ['staged', staged],
  ['direct', direct],
])('money and hours of the %s season as it goes', (_, side) => {
  const { facts, settlement } = side.season;

  test('end at the settled total, exactly, and at the facts’ hours', () => {
    expect(yuanSoFar(side.running, side.to)).toBe(shipperCostYuan(settlement.lines));
    expect(shipHoursSoFar(side.running, side.to)).toBeCloseTo(
      sum(facts.calls.map(({ sailed, arrived }) => sailed - arrived)),
      9,
    );
    const turns = sum(facts.calls.map(({ trucks, shuttles }) => trucks.turnHours + shuttles.turnHours));
    expect(truckHoursSoFar(side.running, side.to)).toBeCloseTo(turns, 6);
  });

  test('begin at nothing, and come near the total before they are replaced by it', () => {
    const before = side.from - 1;
    expect([yuanSoFar, shipHoursSoFar, truckHoursSoFar].map((of) => of(side.running, before))).toEqual([0, 0, 0]);
    const { settledAt, costs, wholeYuan } = side.running;
    const lastMinute = yuanSoFar(side.running, settledAt - 1e-9);
    const atTheEnd = sum(
      costs.filter(({ growth }) => growth.at.at(-1) === settledAt).map(({ yuan }) => Math.abs(yuan)),
    );
    expect(Math.abs(lastMinute - wholeYuan)).toBeLessThanOrEqual(atTheEnd + 1e-6);
    expect(sum(costs.map(({ yuan }) => yuan))).toBeCloseTo(wholeYuan, 6);
  });

  test('never run back but for what is earned at sailing', () => {
    const sailings = facts.calls.map(({ sailed }) => sailed);
    const hours = hoursOf(side, 300);
    for (const [i, hour] of hours.slice(1).entries()) {
      const before = hours[i] as number;
      if (sailings.some((sailed) => sailed > before && sailed <= hour)) continue;
      expect(yuanSoFar(side.running, hour)).toBeGreaterThanOrEqual(yuanSoFar(side.running, before) - 1e-9);
      expect(truckHoursSoFar(side.running, hour)).toBeGreaterThanOrEqual(truckHoursSoFar(side.running, before));
    }
  });
});

test('savings are told of ships that have sailed on both sides, and end at the difference of the totals', () => {
  const into = { ships: 0, yuan: 0, tonnes: 0 };
  const sailed = staged.running.calls.map((call, i) => Math.max(call.sailed, direct.running.calls[i]?.sailed ?? 0));
  const first = Math.min(...sailed);
  expect(finishedBy(staged.running, direct.running, first - 0.01, into).ships).toBe(0);
  expect(finishedBy(staged.running, direct.running, first, into)).toMatchObject({ ships: 1 });
  const last = finishedBy(staged.running, direct.running, Math.max(...sailed), into);
  expect(last.ships).toBe(3);
  expect(last.tonnes).toBe(7500);
  expect(last.yuan).toBe(
    shipperCostYuan(staged.season.settlement.lines) - shipperCostYuan(direct.season.settlement.lines),
  );
});
