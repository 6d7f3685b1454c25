import { describe, expect, test, vi } from 'vitest';
import { type CallFacts, HOUR_CAUSES, type HourCause, type HoursByCause } from '../../src/port/index.ts';
import {
  ACCOUNT_IDS,
  alternativesOf,
  COMPARED,
  CRITICAL_RESOURCES,
  compare,
  compareVariants,
  type ModeHours,
  type ModeOutcome,
  prepare,
  type SeasonHours,
  seasonHours,
  single,
  type TaskOutcome,
} from '../../src/study/index.ts';
import { onBothModes } from '../properties/seasons.ts';
import { scenarioOf, small } from '../scenario/example.ts';
import { callFacts, truckFacts } from '../settlement/facts-builder.ts';

vi.setConfig({ testTimeout: 60_000 });

const none = Object.fromEntries(HOUR_CAUSES.map((cause) => [cause, 0])) as HoursByCause;
const only = (hours: Partial<Record<HourCause, number>>): HoursByCause => ({ ...none, ...hours });

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Two calls: 10,000 t and 30,000 t, 10 and 20 truck loads, no shuttles. */
const twoCalls: readonly CallFacts[] = [
  callFacts({
    ...{ arrived: 0, ready: 5, loadingCompleted: 35, sailed: 40, cargoKg: 10_000_000, straightLoads: 10 },
    trucks: truckFacts([], { loads: 10, turnHours: 20 }),
    cranes: { assignedHours: 60, workingHours: 40, idleForCargoHours: 0 },
    portDwellKgHours: 20_000_000,
    hours: {
      trucks: only({ moving: 15, queue: 5 }),
      shuttles: none,
      cranes: only({ service: 40, noCargo: 20 }),
      cargo: only({ noCrane: 20_000_000 }),
      ship: only({ service: 30, noCargo: 10 }),
    },
  }),
  callFacts({
    ...{ arrived: 0, ready: 10, loadingCompleted: 30, sailed: 60, cargoKg: 30_000_000, straightLoads: 20 },
    trucks: truckFacts([], { loads: 20, turnHours: 70 }),
    cranes: { assignedHours: 60, workingHours: 60, idleForCargoHours: 0 },
    portDwellKgHours: 100_000_000,
    hours: {
      trucks: only({ moving: 30, queue: 40 }),
      shuttles: none,
      cranes: only({ service: 60 }),
      cargo: only({ noCrane: 100_000_000 }),
      ship: only({ service: 30, noBerth: 30 }),
    },
  }),
];

describe('the hours of a season', () => {
  const { accounts, critical } = seasonHours({ calls: twoCalls });

  test('are means over calls, loads or tonnes', () => {
    expect(accounts.ship).toEqual({ whole: 50, causes: only({ service: 30, noCargo: 5, noBerth: 15 }) });
    expect(accounts.cranes).toEqual({ whole: 60, causes: only({ service: 50, noCargo: 10 }) });
    expect(accounts.trucks).toEqual({ whole: 3, causes: only({ moving: 1.5, queue: 1.5 }) });
    expect(accounts.cargo).toEqual({ whole: 3, causes: only({ noCrane: 3 }) });
  });

  test('are null, not 0, of what there was none of', () => {
    expect(accounts.shuttles).toBeNull();
  });

  test('count each call under its critical resource', () => {
    // 10 of 40 h are just a quarter: the first ship is not held up, but her cranes lacked cargo a third of their time.
    expect(critical.cargo).toEqual({ calls: 1, hours: 10 });
    expect(critical.berths).toEqual({ calls: 1, hours: 30 });
    expect(sumOf(CRITICAL_RESOURCES.map((resource) => critical[resource].calls))).toBe(2);
  });

  test('of any season come to the whole, and every call has one critical resource that cost it no more', () => {
    onBothModes(({ facts }) => {
      const hours = seasonHours(facts);
      for (const id of ACCOUNT_IDS) {
        const account = hours.accounts[id];
        if (account === null) continue;
        const sum = sumOf(HOUR_CAUSES.map((cause) => account.causes[cause]));
        expect(Math.abs(sum - account.whole), id).toBeLessThanOrEqual(1e-9 * (1 + account.whole));
      }
      const counted = CRITICAL_RESOURCES.map((resource) => hours.critical[resource]);
      expect(sumOf(counted.map(({ calls }) => calls))).toBe(facts.calls.length);
      const stays = sumOf(facts.calls.map((call) => call.sailed - call.arrived));
      expect(sumOf(counted.map((one) => one.hours))).toBeLessThanOrEqual(stays * (1 + 1e-9));
    });
  });
});

describe('hours over replications', () => {
  const scenario = scenarioOf(small());
  const run = prepare(scenario);
  const outcomes = [0, 1, 2, 3].map((replication) => run(COMPARED, 1, replication));
  const { hours, measures } = compare(scenario, outcomes, { seed: 1 });
  const seasons = (mode: 0 | 1) => outcomes.map(({ modes }) => modes[mode]?.hours as SeasonHours);

  test.each(['staged', 'direct'] as const)('come to the whole, which the measures know (%s)', (mode) => {
    for (const id of ACCOUNT_IDS) {
      const account = hours[mode].accounts[id];
      if (account === null) continue;
      expect(sumOf(HOUR_CAUSES.map((cause) => account.causes[cause].mean ?? Number.NaN))).toBeCloseTo(
        account.whole.mean ?? Number.NaN,
        9,
      );
    }
    const known = { ship: 'vessel.portHours', trucks: 'truck.turnHours', cargo: 'cargo.portDwellHours' } as const;
    for (const [id, measure] of Object.entries(known) as [keyof typeof known, (typeof known)[keyof typeof known]][]) {
      const { whole } = hours[mode].accounts[id] ?? {};
      expect(whole?.mean).toBeCloseTo(measures[measure][mode]?.mean ?? Number.NaN, 9);
      expect(whole?.low).toBeCloseTo(measures[measure][mode]?.low ?? Number.NaN, 9);
    }
  });

  test('have causes without any hours as 0, with nothing to be unsure of', () => {
    const zero = { mean: 0, sd: 0, low: 0, high: 0 };
    expect(hours.direct.accounts.ship?.causes.noShip).toEqual(zero);
    expect(hours.difference.accounts.ship?.causes.noShip).toEqual(zero);
    expect(hours.direct.critical.ship).toEqual({ share: zero, hours: null });
  });

  test('differ replication by replication, staged less direct', () => {
    const each = outcomes.map((_, i) => {
      const [staged, direct] = [seasons(0)[i], seasons(1)[i]];
      return (staged?.accounts.cargo?.causes.noShip ?? 0) - (direct?.accounts.cargo?.causes.noShip ?? 0);
    });
    const { mean, sd } = hours.difference.accounts.cargo?.causes.noShip ?? {};
    expect(mean).toBeCloseTo(sumOf(each) / 4, 9);
    expect(mean).toBeGreaterThan(1);
    expect(sd).toBeCloseTo(Math.sqrt(sumOf(each.map((one) => (one - sumOf(each) / 4) ** 2)) / 3), 9);
    expect(hours.difference.accounts.shuttles).toBeNull();
  });

  test('have shares of critical resources that come to 1, and differences of them that come to 0', () => {
    const shares = ({ critical }: ModeHours) =>
      CRITICAL_RESOURCES.map((resource) => critical[resource].share.mean ?? 0);
    expect(sumOf(shares(hours.staged))).toBeCloseTo(1, 12);
    expect(sumOf(shares(hours.direct))).toBeCloseTo(1, 12);
    expect(sumOf(CRITICAL_RESOURCES.map((one) => hours.difference.critical[one].mean ?? 1))).toBeCloseTo(0, 12);
  });

  test('cost what they cost on the calls on which they were critical', () => {
    const calls = sumOf(seasons(1).map(({ critical }) => critical.cranes.calls));
    const all = sumOf(seasons(1).map(({ critical }) => critical.cranes.hours));
    expect(calls).toBeGreaterThan(0);
    expect(hours.direct.critical.cranes.hours).toBeCloseTo(all / calls, 9);
  });

  test('are the same in a run of one mode, and differ by exactly 0 from themselves', () => {
    const alone = outcomes.map(({ modes, ...outcome }) => ({ ...outcome, modes: modes.slice(1) }));
    expect(single(scenario, 'direct', alone, { seed: 1 }).hours).toEqual(hours.direct);
    const twice = outcomes.map(({ modes }): TaskOutcome[] => {
      const direct = { ok: true, outcome: modes[1] as ModeOutcome } as const;
      return [direct, direct];
    });
    const alternatives = alternativesOf(['direct', 'direct'], []);
    const { differences } = compareVariants(scenario, alternatives, twice, { seed: 1 });
    const { accounts, critical } = differences[0]?.hours ?? { accounts: {}, critical: {} };
    const causes = Object.values(accounts).flatMap((account) =>
      account === null ? [] : Object.values(account.causes),
    );
    expect(causes.length).toBe(4 * HOUR_CAUSES.length);
    for (const { mean, sd } of [...causes, ...Object.values(critical)]) expect([mean, sd]).toEqual([0, 0]);
  });
});
