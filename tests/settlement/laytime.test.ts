import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LaytimeStatement,
  type LaytimeTerms,
  laytimeAllowedHours,
  laytimeStatement,
} from '../../src/settlement/index.ts';
import { calls, laytimes, weather } from './arbitraries.ts';
import { callFacts } from './facts-builder.ts';
import { laytimeTerms } from './terms-builder.ts';

/** Rows as a broker's sheet: from, to, reason, hours counted. */
function sheet(statement: LaytimeStatement) {
  return statement.rows.map((row) => [row.from, row.to, row.reason, row.countedHours]);
}

describe('a laytime sheet worked by hand', () => {
  // The clock opens on Monday 1 January 2024 at 00:00. 20,000 t at 10,000 t a day allow 48 h.
  const tuesdayStart = callFacts({ arrived: 6, loadingStarted: 24, loadingCompleted: 68 });

  test('SHINC: a storm within laytime does not count, time saved is despatch', () => {
    // Mon 06:00 notice; Mon 18:00 turn time ends; Tue 06:00-14:00 storm; Wed 20:00 completed.
    // Mon 18:00 - Tue 06:00 12 h, Tue 14:00 - Wed 20:00 30 h: 42 h used, 6 h saved = 0.25 d.
    const statement = laytimeStatement(tuesdayStart, [[30, 38]], laytimeTerms());
    expect(sheet(statement)).toEqual([
      [6, 18, 'turnTime', 0],
      [18, 30, 'laytime', 12],
      [30, 38, 'weather', 0],
      [38, 68, 'laytime', 30],
    ]);
    expect(statement).toMatchObject({ allowedHours: 48, usedHours: 42, balanceHours: 6, startsAt: 18 });
    expect(statement).toMatchObject({ expiresAt: null, demurrageDays: 0, despatchDays: 0.25 });
  });

  test('a storm counts where laytime does not run in weather working days', () => {
    // 50 h from Mon 18:00 to Wed 20:00; 48 h are used up on Wed 18:00: 2 h on demurrage.
    const statement = laytimeStatement(tuesdayStart, [[30, 38]], laytimeTerms({ weatherWorkingDays: false }));
    expect(statement).toMatchObject({ usedHours: 50, balanceHours: -2, expiresAt: 66, despatchDays: 0 });
    expect(statement.demurrageDays).toBeCloseTo(2 / 24, 12);
  });

  test('unless sooner commenced: loading within turn time counts none, half or full', () => {
    // Mon 06:00 notice, 10:00 loading commences, 18:00 turn time ends, Wed 02:00 completed.
    // 8 h of loading within turn time, 32 h after it.
    const early = callFacts({ arrived: 6, loadingStarted: 10, loadingCompleted: 50 });
    const used = (soonerCommenced: 'none' | 'half' | 'full') =>
      laytimeStatement(early, [], laytimeTerms({ soonerCommenced }));
    expect(used('none')).toMatchObject({ usedHours: 32, startsAt: 18 });
    expect(used('half')).toMatchObject({ usedHours: 36, startsAt: 10, despatchDays: 0.5 });
    expect(used('full')).toMatchObject({ usedHours: 40, startsAt: 10 });
    expect(sheet(used('half'))).toEqual([
      [6, 10, 'turnTime', 0],
      [10, 18, 'soonerCommenced', 4],
      [18, 50, 'laytime', 32],
    ]);
  });

  test('sooner commenced: a storm within turn time does not count either', () => {
    const early = callFacts({ arrived: 6, loadingStarted: 10, loadingCompleted: 50 });
    const statement = laytimeStatement(early, [[12, 14]], laytimeTerms({ soonerCommenced: 'full' }));
    expect(sheet(statement).slice(1, 4)).toEqual([
      [10, 12, 'soonerCommenced', 2],
      [12, 14, 'weather', 0],
      [14, 18, 'soonerCommenced', 4],
    ]);
  });

  // The clock opens on Friday: Sunday runs from hour 48 to 72.
  const overSunday = callFacts({ arrived: 8, loadingStarted: 24, loadingCompleted: 90 });

  test('SHEX: a Sunday does not count', () => {
    // Fri 08:00 notice, 20:00 turn time ends. To Sat 24:00 28 h; Sunday none; Mon 00:00-18:00 18 h: 46 h, 2 h saved.
    const statement = laytimeStatement(overSunday, [], laytimeTerms({ regime: 'SHEX-EIU', openingWeekday: 5 }));
    expect(sheet(statement)).toEqual([
      [8, 20, 'turnTime', 0],
      [20, 48, 'laytime', 28],
      [48, 72, 'sunday', 0],
      [72, 90, 'laytime', 18],
    ]);
    expect(statement.balanceHours).toBe(2);
  });

  test('SHINC: the same Sunday counts, and puts the ship on demurrage', () => {
    // 48 h from Fri 20:00 end on Sun 20:00 (hour 68); completed at 90: 22 h on demurrage.
    const statement = laytimeStatement(overSunday, [], laytimeTerms({ openingWeekday: 5 }));
    expect(statement).toMatchObject({ expiresAt: 68, balanceHours: -22 });
    expect(statement.demurrageDays).toBeCloseTo(22 / 24, 12);
  });

  test('a storm on a Sunday is excepted once, as a Sunday', () => {
    const shex = laytimeTerms({ regime: 'SHEX-EIU', openingWeekday: 5 });
    const statement = laytimeStatement(overSunday, [[40, 60]], shex);
    expect(sheet(statement).slice(2, 4)).toEqual([
      [40, 48, 'weather', 0],
      [48, 72, 'sunday', 0],
    ]);
  });

  // 10,000 t allow 24 h. Notice at hour 0, turn time to 12, laytime expires at 36 if nothing stops it.
  const small = callFacts({ cargoKg: 10_000_000, arrived: 0, loadingStarted: 20, loadingCompleted: 60 });

  test('once on demurrage always on demurrage, through storm and Sunday', () => {
    // Hour 36 expired; storm 40-46 and Sunday 48-72 (the clock opens on Friday) count: 24 h = 1 day.
    const shex = laytimeTerms({ regime: 'SHEX-EIU', openingWeekday: 5 });
    const statement = laytimeStatement(small, [[40, 46]], shex);
    expect(sheet(statement)).toEqual([
      [0, 12, 'turnTime', 0],
      [12, 36, 'laytime', 24],
      [36, 60, 'onDemurrage', 24],
    ]);
    expect(statement).toMatchObject({ expiresAt: 36, usedHours: 48, balanceHours: -24, demurrageDays: 1 });
  });

  test('a storm that begins before laytime expires puts the expiry off', () => {
    // Hour 12-30 18 h, storm to 40, 6 h more to 46; 14 h on demurrage.
    const statement = laytimeStatement(small, [[30, 40]], laytimeTerms());
    expect(statement).toMatchObject({ expiresAt: 46, balanceHours: -14 });
  });

  test('a storm that begins at the very hour of expiry counts', () => {
    expect(laytimeStatement(small, [[36, 50]], laytimeTerms()).balanceHours).toBe(-24);
  });

  test('the time allowed can run out within turn time where loading commenced sooner', () => {
    // 24 h allowed, turn time to 60, loading from 0 counts half: used up at 48; 52 h on demurrage to 100.
    const call = callFacts({ cargoKg: 10_000_000, arrived: 0, loadingStarted: 0, loadingCompleted: 100 });
    const statement = laytimeStatement(call, [], laytimeTerms({ turnHours: 60, soonerCommenced: 'half' }));
    expect(statement).toMatchObject({ expiresAt: 48, usedHours: 76, balanceHours: -52 });
  });

  test('a ship loaded within turn time saves all the time allowed', () => {
    const quick = callFacts({ arrived: 0, loadingStarted: 2, loadingCompleted: 10 });
    const statement = laytimeStatement(quick, [], laytimeTerms());
    expect(sheet(statement)).toEqual([[0, 10, 'turnTime', 0]]);
    expect(statement).toMatchObject({ usedHours: 0, startsAt: 12, despatchDays: 2 });
  });

  test('a ship loaded at the very end of turn time has one row', () => {
    const justInTime = callFacts({ arrived: 0, loadingStarted: 2, loadingCompleted: 12 });
    expect(sheet(laytimeStatement(justInTime, [], laytimeTerms()))).toEqual([[0, 12, 'turnTime', 0]]);
  });

  test('where no time is allowed the ship is on demurrage as soon as time counts', () => {
    const nothing = callFacts({ cargoKg: 0, arrived: 0, loadingStarted: 2, loadingCompleted: 20 });
    expect(sheet(laytimeStatement(nothing, [], laytimeTerms()))).toEqual([
      [0, 12, 'turnTime', 0],
      [12, 20, 'onDemurrage', 8],
    ]);
  });

  test('laytime used up at the hour of completion leaves neither demurrage nor despatch', () => {
    const exact = callFacts({ arrived: 0, loadingStarted: 12, loadingCompleted: 60 });
    const statement = laytimeStatement(exact, [], laytimeTerms());
    expect(statement).toMatchObject({ expiresAt: 60, balanceHours: 0, demurrageDays: 0, despatchDays: 0 });
  });

  test('the time allowed is cargo over rate, pro rata', () => {
    expect(laytimeAllowedHours(20_000_000, laytimeTerms())).toBe(48);
    expect(laytimeAllowedHours(72_000_000, laytimeTerms({ rateTonnesPerDay: 8000 }))).toBe(216);
  });

  test('a loading rate of nought is refused', () => {
    expect(() => laytimeStatement(small, [], laytimeTerms({ rateTonnesPerDay: 0 }))).toThrow(
      'the laytime loading rate must be above 0 t/day, found 0',
    );
    expect(() => laytimeAllowedHours(1, laytimeTerms({ rateTonnesPerDay: Number.NaN }))).toThrow(RangeError);
  });
});

describe('on any call, weather and clause', () => {
  const property = (
    check: (
      statement: LaytimeStatement,
      call: { arrived: number; loadingCompleted: number },
      terms: LaytimeTerms,
    ) => void,
  ) =>
    fc.assert(
      fc.property(calls, weather, laytimes, (call, stops, terms) =>
        check(laytimeStatement(call, stops, terms), call, terms),
      ),
      { seed: 1 },
    );

  test('rows are contiguous from notice of readiness to completion, none empty', () => {
    property((statement, call) => {
      let at = call.arrived;
      for (const row of statement.rows) {
        expect(row.from).toBe(at);
        expect(row.to).toBeGreaterThan(row.from);
        at = row.to;
      }
      expect(at).toBe(call.loadingCompleted);
    });
  });

  test('rows add up to the time used, and used plus balance to the time allowed', () => {
    property((statement) => {
      let sum = 0;
      for (const row of statement.rows) {
        expect(row.countedHours).toBe((row.to - row.from) * row.counts);
        sum += row.countedHours;
      }
      expect(sum).toBeCloseTo(statement.usedHours, 8);
      expect(statement.usedHours + statement.balanceHours).toBeCloseTo(statement.allowedHours, 8);
    });
  });

  test('a ship earns despatch or pays demurrage, never both', () => {
    property(({ demurrageDays, despatchDays, balanceHours }, _, { despatch }) => {
      expect(demurrageDays * despatchDays).toBe(0);
      expect(demurrageDays * 24).toBeCloseTo(Math.max(0, -balanceHours), 8);
      const saved = Math.max(0, balanceHours) / 24;
      if (despatch === 'allTimeSaved') expect(despatchDays).toBeGreaterThanOrEqual(saved);
      else expect(despatchDays).toBe(despatch === 'noDespatch' ? 0 : saved);
    });
  });

  test('after laytime has expired everything counts in full', () => {
    property(({ rows, expiresAt }) => {
      for (const row of rows) {
        if (expiresAt !== null && row.from >= expiresAt) expect(row.reason).toBe('onDemurrage');
        else expect(row.reason).not.toBe('onDemurrage');
      }
    });
  });

  test('more weather never adds to the time used, before demurrage or in all', () => {
    const beforeDemurrage = ({ rows }: LaytimeStatement) =>
      rows.reduce((sum, row) => (row.reason === 'onDemurrage' ? sum : sum + row.countedHours), 0);
    fc.assert(
      fc.property(calls, weather, laytimes, fc.nat(400), fc.nat(60), (call, stops, terms, after, length) => {
        const from = call.arrived + after;
        const less = laytimeStatement(call, stops, terms);
        const more = laytimeStatement(call, withStop(stops, from, from + length), terms);
        expect(more.usedHours).toBeLessThanOrEqual(less.usedHours + 1e-9);
        expect(beforeDemurrage(more)).toBeLessThanOrEqual(beforeDemurrage(less) + 1e-9);
      }),
      { seed: 2 },
    );
  });
});

/** The stops with one more, joined where they overlap. */
function withStop(stops: readonly [number, number][], from: number, to: number): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...stops, [from, to] as [number, number]].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

describe('a ship that comes before her laycan', () => {
  // Arrives Monday 06:00 (hour 6) for a laycan at 24; turn time 12 h: time counts from 36, unless sooner commenced.
  // 20,000 t at 10,000 t a day allow 48 h.
  const early = callFacts({ cargoKg: 20_000_000, arrived: 6, laycan: 24, loadingStarted: 40, loadingCompleted: 60 });

  test('has given a notice that is good from the laycan on', () => {
    const statement = laytimeStatement(early, [], laytimeTerms());
    expect(sheet(statement)).toEqual([
      [6, 24, 'beforeLaycan', 0],
      [24, 36, 'turnTime', 0],
      [36, 60, 'laytime', 24],
    ]);
    expect(statement.balanceHours).toBe(24);
  });

  test('and loads before it uses time as the sooner-commenced clause says', () => {
    const loading = { ...early, loadingStarted: 10, loadingCompleted: 30 };
    const half = laytimeStatement(loading, [], laytimeTerms({ soonerCommenced: 'half' }));
    expect(sheet(half)).toEqual([
      [6, 10, 'beforeLaycan', 0],
      [10, 30, 'soonerCommenced', 10],
    ]);
  });
});
