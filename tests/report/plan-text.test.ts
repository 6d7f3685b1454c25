import { describe, expect, test } from 'vitest';
import { type PlanJson, planCsv, planText, timetableCsv } from '../../src/report/index.ts';
import type { Assessment, ConsideredChoice, Timetable } from '../../src/study/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from './small-study.ts';

const summary = (mean: number) => ({ mean, sd: 1, low: mean - 1, high: mean + 1 });
const half = { share: 0.5, low: 0.4, high: 0.6 };

function assessment(policy: string, cost: number): Assessment {
  return {
    mode: 'direct',
    values: { 'dispatch.policy': policy },
    settings: [`dispatch.policy=${policy}`],
    replications: 100,
    cost: summary(cost),
    portHours: { mean: 90, p50: 88, p90: 110, p95: 120 },
    sails: { p50: '2024-03-18 09:00', p90: '2024-03-19 10:00', p95: '2024-03-20 11:00' },
    inTime: { share: 0.99, low: 0.95, high: 1 },
    onDemurrage: half,
    demurrageYuan: summary(-20_000),
  };
}

const release = { route: 'toShip', hoursFromReady: -0.5, trucks: 3, firstLoad: 1, lastLoad: 3 } as const;
const timetable: Timetable = {
  arrives: '2024-03-15 08:00',
  ready: '2024-03-15 10:15',
  sails: '2024-03-18 09:00',
  releases: [
    { ...release, from: '2024-03-15 09:45', to: '2024-03-15 10:00', tonnes: 96, tonnesSoFar: 96 },
    { ...release, from: '2024-03-15 16:00', to: '2024-03-15 16:15', tonnes: 64, tonnesSoFar: 160 },
  ],
};

const choice = (policy: string, fate: ConsideredChoice['fate'], sameAs: number | null = null): ConsideredChoice => {
  return { mode: 'direct', values: { 'dispatch.policy': policy }, fate, sameAs, replications: 10, cost: summary(30) };
};

function json(more: Partial<PlanJson> = {}): PlanJson {
  const scenario = smallScenario();
  return {
    schema: 'zhizhuang/plan@1',
    program: PROGRAM,
    scenario: { name: scenario.name, hash: scenario.hash, overrides: [] },
    seed: 1,
    confidence: 0.95,
    calls: { count: 1, tonnes: 11_000 },
    sailBy: { hours: 120 },
    chance: 0.95,
    indifference: 0.25,
    considered: [choice('pull', 'chosen'), choice('headway', 'beaten'), choice('look-ahead', 'same', 0)],
    failure: null,
    separated: true,
    chosen: assessment('pull', 28),
    refined: { from: { 'dispatch.lead': 1 }, to: { 'dispatch.lead': 0.5 }, saves: summary(2) },
    runnerUp: { ...assessment('headway', 29), dearerBy: summary(1.5) },
    timetable,
    trials: 1234,
    ...more,
  };
}

describe('a plan as a page', () => {
  const page = (of: PlanJson, language: 'en' | 'zh' = 'en') =>
    planText(of, smallScenario(), language, COMMANDS).replace(/ *\n/g, '\n');

  test('has the way chosen beside the runner-up, what was moved, and the releases in outline', () => {
    const text = page(json());
    expect(text).toContain('within 120 h of her arrival with a chance of at least 95%');
    expect(text).toMatch(/Dispatch policy +pull +headway\n/);
    expect(text).toMatch(/Shipper's cost +28\.00 yuan\/t \[27\.00, 29\.00\] +29\.00 yuan\/t/);
    expect(text).toMatch(/Dearer by +1\.50 yuan\/t \[0\.50, 2\.50\]\n/);
    expect(text.replace(/\s+/g, ' ')).toContain('Refined: Dispatch lead 1 h -> 0.5 h; saves 2.00 yuan/t [1.00, 3.00]');
    expect(text).toMatch(
      /2024-03-15 +08:00 +16:00 +works to ship +3 +96\n2024-03-15 +16:00 +24:00 +works to ship +3 +64\n/,
    );
    expect(text).toMatch(/\n1 {2}chosen\n1 {2}not cheaper by the indifference than another\n1 {2}the same/);
    expect(text).not.toContain('--budget');
  });

  test('says when the best was not told apart, or nothing is in time', () => {
    expect(page(json({ separated: false }))).toContain('raise --budget or --indifference');
    const none = json({ chosen: null, runnerUp: null, refined: null, timetable: null });
    expect(page(none)).toContain('Nothing that was considered is proven to have her sail');
    expect(page({ ...none, sailBy: null, chance: null })).toContain('can be carried through');
  });

  test('says the same in Chinese, and no English', () => {
    const text = page(json(), 'zh');
    expect(text).toContain('在抵港后 120 小时内离港');
    expect(text).toContain('厂→船边');
    expect(text).not.toMatch(/chosen|runner|works to|yuan/);
  });
});

test('what was chosen from, and the timetable, are tables', () => {
  expect(planCsv(json()).split('\r\n').slice(1, 4)).toEqual([
    '1,direct,pull,chosen,,10,30,1,29,31',
    '2,direct,headway,beaten,,10,30,1,29,31',
    '3,direct,look-ahead,same,1,10,30,1,29,31',
  ]);
  expect(timetableCsv(timetable, 'en').split('\r\n')[1]).toBe('2024-03-15,09:45,10:00,works to ship,-0.5,3,1,3,96,96');
});
