import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallFacts } from '../../src/port/index.ts';
import {
  type LaytimeStatement,
  type LaytimeTerms,
  laytimeSheet,
  laytimeStatement,
  laytimeStatements,
} from '../../src/settlement/index.ts';
import { dayOff } from '../../src/settlement/working-days.ts';
import { calls, laytimes, seasons, weather } from './arbitraries.ts';

function onAnyCall(check: (statement: LaytimeStatement, call: CallFacts, terms: LaytimeTerms) => void): void {
  fc.assert(
    fc.property(calls, weather, laytimes, (call, stops, terms) =>
      check(laytimeStatement(call, stops, terms), call, terms),
    ),
    { seed: 11 },
  );
}

const total = (statements: readonly LaytimeStatement[], days: 'demurrageDays' | 'despatchDays') =>
  statements.reduce((sum, one) => sum + one[days], 0);

/** Every hour from the beginning of laytime counts in full. */
const WITHOUT_EXCEPTIONS: Partial<LaytimeTerms> = {
  regime: 'SHINC',
  weatherWorkingDays: false,
  exceptions: [],
  soonerCommenced: 'none',
  despatch: 'laytimeSaved',
};

describe('on any call', () => {
  test('notice is good at or after arrival, laycan and, in a berth charter, berthing; in office hours if so agreed', () => {
    onAnyCall(({ noticeAt, startsAt }, call, terms) => {
      expect(noticeAt).toBeGreaterThanOrEqual(Math.max(call.laycan, call.arrived));
      if (terms.noticeAt === 'berth') expect(noticeAt).toBeGreaterThanOrEqual(call.alongside);
      if (terms.soonerCommenced === 'none') expect(startsAt).toBeGreaterThanOrEqual(noticeAt);
      if (terms.noticeHours === 'anyTime') return;
      const day = Math.floor(noticeAt / 24);
      expect(dayOff(day, terms)).toBeNull();
      expect(noticeAt - day * 24).toBeGreaterThanOrEqual(terms.officeOpensHour);
      expect(noticeAt - day * 24).toBeLessThan(terms.officeClosesHour);
    });
  });

  test('no more time is used than passes from the beginning of laytime to completion', () => {
    onAnyCall(({ usedHours, startsAt }, call) => {
      const elapsed = Math.max(0, call.loadingCompleted - Math.max(startsAt, call.arrived));
      expect(usedHours).toBeLessThanOrEqual(elapsed + 1e-9);
    });
  });

  test('the sheet is the statement cut at midnights: contiguous, and what is left in the end is the balance', () => {
    onAnyCall((statement, call, terms) => {
      const { rows, events } = laytimeSheet(call, statement, [], terms.openingWeekday);
      let at = call.arrived;
      let left = statement.availableHours;
      for (const row of rows) {
        expect(row.from).toBe(at);
        expect(row.to).toBeGreaterThan(row.from);
        expect([row.day * 24 <= row.from, row.to <= (row.day + 1) * 24]).toEqual([true, true]);
        left -= row.countedHours;
        expect(row.balanceHours).toBe(left);
        at = row.to;
      }
      expect(at).toBe(call.loadingCompleted);
      expect(left).toBeCloseTo(statement.balanceHours, 7);
      const hours = events.map(({ hour }) => hour);
      expect(hours).toEqual([...hours].sort((a, b) => a - b));
    });
  });

  test('SHINC uses no less time than SHEX unless used, and that no less than SHEX even if used', () => {
    fc.assert(
      fc.property(calls, weather, laytimes, (call, stops, terms) => {
        const used = (regime: LaytimeTerms['regime']) => laytimeStatement(call, stops, { ...terms, regime }).usedHours;
        expect(used('SHEX-UU')).toBeLessThanOrEqual(used('SHINC') + 1e-9);
        expect(used('SHEX-EIU')).toBeLessThanOrEqual(used('SHEX-UU') + 1e-9);
      }),
      { seed: 12 },
    );
  });

  test('fewer exceptions, an earlier notice or less turn time never use less time', () => {
    fc.assert(
      fc.property(calls, weather, laytimes, (call, stops, terms) => {
        const used = (clause: Partial<LaytimeTerms>) =>
          laytimeStatement(call, stops, { ...terms, ...clause }).usedHours;
        expect(used({ exceptions: [] })).toBeGreaterThanOrEqual(used({}) - 1e-9);
        expect(used({ weatherWorkingDays: false })).toBeGreaterThanOrEqual(used({ weatherWorkingDays: true }) - 1e-9);
        expect(used({ noticeAt: 'arrival' })).toBeGreaterThanOrEqual(used({ noticeAt: 'berth' }) - 1e-9);
        expect(used({ turnRule: 'hours', turnHours: 0 })).toBeGreaterThanOrEqual(used({}) - 1e-9);
      }),
      { seed: 13 },
    );
  });

  test('all time saved is no less than laytime saved, and the same where nothing is excepted and turn time is over', () => {
    fc.assert(
      fc.property(calls, weather, laytimes, (call, stops, terms) => {
        const saved = (despatch: LaytimeTerms['despatch'], clause: Partial<LaytimeTerms> = {}) =>
          laytimeStatement(call, stops, { ...terms, ...clause, despatch });
        expect(saved('allTimeSaved').despatchDays).toBeGreaterThanOrEqual(saved('laytimeSaved').despatchDays - 1e-9);
        const plain = { ...WITHOUT_EXCEPTIONS, turnRule: 'hours', noticeHours: 'anyTime', turnHours: 0 } as const;
        const [all, laytime] = [saved('allTimeSaved', plain), saved('laytimeSaved', plain)];
        if (all.startsAt > call.loadingCompleted) return;
        expect(all.despatchDays).toBeCloseTo(laytime.despatchDays, 9);
      }),
      { seed: 14 },
    );
  });
});

describe('on any season', () => {
  test('without exceptions the three accounts come to the same net time; shared ones to no more demurrage', () => {
    fc.assert(
      fc.property(seasons, laytimes, (facts, clause) => {
        const on = (account: LaytimeTerms['account']) =>
          laytimeStatements(facts, { ...clause, ...WITHOUT_EXCEPTIONS, account });
        const each = on('perCall');
        for (const shared of [on('averaged'), on('reversible')]) {
          const net = total(each, 'despatchDays') - total(each, 'demurrageDays');
          expect(total(shared, 'despatchDays') - total(shared, 'demurrageDays')).toBeCloseTo(net, 7);
          expect(total(shared, 'demurrageDays')).toBeLessThanOrEqual(total(each, 'demurrageDays') + 1e-9);
          expect(total(shared, 'despatchDays')).toBeLessThanOrEqual(total(each, 'despatchDays') + 1e-9);
        }
      }),
      { seed: 15 },
    );
  });

  test('a shared account pays demurrage or earns despatch, never both', () => {
    fc.assert(
      fc.property(seasons, laytimes, fc.constantFrom('averaged', 'reversible'), (facts, clause, account) => {
        const statements = laytimeStatements(facts, { ...clause, account });
        expect(total(statements, 'demurrageDays') * total(statements, 'despatchDays')).toBe(0);
        for (const { demurrageDays, despatchDays } of statements) {
          expect(demurrageDays).toBeGreaterThanOrEqual(0);
          expect(despatchDays).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 16 },
    );
  });

  test('per call each statement is its own; reversible, each ship finds what the one before left', () => {
    fc.assert(
      fc.property(seasons, laytimes, (facts, clause) => {
        const own = laytimeStatements(facts, { ...clause, account: 'perCall' });
        expect(own).toEqual(facts.calls.map((call) => laytimeStatement(call, facts.weatherStops, clause)));
        const pooled = laytimeStatements(facts, { ...clause, account: 'reversible' });
        let left = own.reduce((sum, one) => sum + one.allowedHours, 0);
        for (const { availableHours, usedHours, balanceHours, expiresAt } of pooled) {
          expect(availableHours).toBeCloseTo(left, 7);
          expect(usedHours + balanceHours).toBeCloseTo(availableHours, 7);
          left = expiresAt === null ? balanceHours : 0;
        }
      }),
      { seed: 17 },
    );
  });
});
