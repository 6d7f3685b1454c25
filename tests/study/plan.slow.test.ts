import { expect, test } from 'vitest';
import { planShip } from '../../src/execution/index.ts';
import { timetableCsv, timetableXlsx } from '../../src/report/index.ts';
import { parseScenario } from '../../src/scenario/index.ts';
import { readFactors } from '../../src/study/index.ts';
import { oneShipText } from '../report/one-ship.ts';

test('a plan has the figures of what it chose, whatever the threads', async () => {
  const read = parseScenario(oneShipText(), 'ship.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { scenario } = read;
  const { factors } = readFactors(scenario, ['dispatch.policy=look-ahead,pull', 'fleet.size=10,40'], '--choose');
  const of = {
    ...{ alpha: 0.05, indifference: 0.5, chance: 0.9, firstStage: 5, most: 200, seed: 1 },
    choices: { modes: ['staged', 'direct'], factors, said: factors },
    sailBy: { is: 'after', hours: 200 },
  } as const;
  const plan = await planShip(scenario, of);
  expect(plan.considered).toHaveLength(5);
  expect(plan.chosen!.mode).toBe('direct');
  expect(plan.chosen!.inTime!.share).toBeGreaterThan(0.9);
  expect(plan.runnerUp!.dearerBy!.mean!).toBeGreaterThan(0);
  const { portHours, replications } = plan.chosen!;
  expect(replications).toBe(100);
  expect(portHours.p50).toBeLessThanOrEqual(portHours.p90);
  expect(portHours.p90).toBeLessThanOrEqual(portHours.p95);
  const tonnes = plan.timetable!.releases.reduce((sum, release) => sum + release.tonnes, 0);
  expect(tonnes).toBeCloseTo(3000, 6);
  expect(JSON.stringify(plan)).not.toMatch(/NaN|undefined/);
  expect(await planShip(scenario, of, { threads: 2 })).toEqual(plan);
  const lines = timetableCsv(plan.timetable!, 'zh').split('\r\n');
  expect(lines[0]).toContain('日期,起,止,路线');
  expect(lines).toHaveLength(plan.timetable!.releases.length + 2);
  const workbook = await timetableXlsx(plan.timetable!, 'en');
  expect([...workbook.slice(0, 2)]).toEqual([0x50, 0x4b]);
}, 240_000);
