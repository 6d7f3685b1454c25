import type { LaytimeReason, SheetEventName } from '../settlement/index.ts';

/** What a laytime sheet says in one language; what is missing does not compile. */
export interface LaytimeWords {
  readonly title: (call: string, calls: string, mode: string) => string;
  /** Cargo with its unit, deadweight without. */
  readonly ship: (cargo: string, shipClass: string, dwt: string) => string;
  readonly classes: Readonly<Record<'handysize' | 'supramax' | 'panamax', string>>;
  readonly headings: {
    readonly clause: string;
    readonly facts: string;
    readonly sheet: string;
    readonly result: string;
  };
  readonly columns: readonly [
    date: string,
    day: string,
    from: string,
    to: string,
    what: string,
    counts: string,
    used: string,
    left: string,
  ];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  readonly events: Readonly<Record<SheetEventName, string>>;
  readonly reasons: Readonly<Record<LaytimeReason, string>>;
  /** A stop and the instant at which it ended. */
  readonly until: (stop: string, instant: string) => string;
  readonly available: string;
  readonly allowed: string;
  readonly used: string;
  readonly left: string;
  readonly over: string;
  /** Days as a decimal number. */
  readonly inDays: (days: string) => string;
  readonly demurrage: string;
  readonly despatch: string;
  readonly neither: string;
  /** How an amount comes about. */
  readonly amount: (what: string, days: string, usdPerDay: string, cnyPerUsd: string, yuan: string) => string;
  /** Where the account is shared: what is paid is not this sheet's alone. */
  readonly shared: string;
  readonly rounding: string;
  readonly season: (hash: string, seed: string, version: string) => string;
}
