import { type CallFacts, HOUR_CAUSES, type HourCause, type HoursByCause, type SeasonFacts } from '../port/index.ts';
import { CRITICAL_RESOURCES, type CriticalResource, criticalOf } from './critical.ts';
import { DifferenceFold, SummaryFold } from './folds.ts';
import type { Summary } from './summary.ts';

interface Account {
  /** What its hours are a mean over: calls, truck loads or tonnes aboard. */
  readonly per: 'call' | 'load' | 'tonne';
  readonly hours: (call: CallFacts) => HoursByCause;
  /** All hours of one call, counted apart from the causes. */
  readonly whole: (call: CallFacts) => number;
  readonly units: (call: CallFacts) => number;
}

/** Whose hours are accounted for; those of the cranes are crane-hours from ready to completed. */
export const ACCOUNTS = {
  ship: { per: 'call', hours: ({ hours }) => hours.ship, whole: (call) => call.sailed - call.arrived, units: () => 1 },
  cranes: {
    per: 'call',
    hours: ({ hours }) => hours.cranes,
    whole: ({ cranes }) => cranes.assignedHours,
    units: () => 1,
  },
  trucks: {
    per: 'load',
    hours: ({ hours }) => hours.trucks,
    whole: ({ trucks }) => trucks.turnHours,
    units: ({ trucks }) => trucks.loads,
  },
  shuttles: {
    per: 'load',
    hours: ({ hours }) => hours.shuttles,
    whole: ({ shuttles }) => shuttles.turnHours,
    units: ({ shuttles }) => shuttles.loads,
  },
  // Kilogram-hours over kilograms are the hours of a tonne.
  cargo: {
    per: 'tonne',
    hours: ({ hours }) => hours.cargo,
    whole: ({ portDwellKgHours }) => portDwellKgHours,
    units: ({ cargoKg }) => cargoKg,
  },
} as const satisfies Record<string, Account>;

export type AccountId = keyof typeof ACCOUNTS;

/** Every account, in the order in which it is shown. */
export const ACCOUNT_IDS = Object.keys(ACCOUNTS) as readonly AccountId[];

/** Where one season's hours went, per unit of the account; the causes come to the whole. */
export interface AccountHours {
  readonly whole: number;
  readonly causes: HoursByCause;
}

/** One season of one mode. */
export interface SeasonHours {
  /** Null where there was nothing to account for, such as shuttles in a season that goes straight. */
  readonly accounts: Readonly<Record<AccountId, AccountHours | null>>;
  /** On how many calls a resource was critical, and what it cost their ships in all. */
  readonly critical: Readonly<Record<CriticalResource, CriticalCount>>;
}

export interface CriticalCount {
  readonly calls: number;
  readonly hours: number;
}

/** Sums up where the hours of one season went. */
export function seasonHours({ calls }: Pick<SeasonFacts, 'calls'>): SeasonHours {
  const found = calls.map(criticalOf);
  return {
    accounts: fromKeys(ACCOUNT_IDS, (id) => accountHours(ACCOUNTS[id], calls)),
    critical: fromKeys(CRITICAL_RESOURCES, (resource) => {
      const own = found.filter((critical) => critical.resource === resource);
      return { calls: own.length, hours: sumOver(own, ({ hours }) => hours) };
    }),
  };
}

function accountHours({ hours, whole, units }: Account, calls: readonly CallFacts[]): AccountHours | null {
  const count = sumOver(calls, units);
  if (count === 0) return null;
  return {
    whole: sumOver(calls, whole) / count,
    causes: fromKeys(HOUR_CAUSES, (cause) => sumOver(calls, (call) => hours(call)[cause]) / count),
  };
}

/** An account over replications. */
export interface AccountSummary {
  readonly per: Account['per'];
  /** Hours. */
  readonly whole: Summary;
  /** Hours; they come to the whole. */
  readonly causes: Readonly<Record<HourCause, Summary>>;
}

/** How often a resource was critical. */
export interface CriticalSummary {
  /** Share of calls; those of all resources come to 1. */
  readonly share: Summary;
  /** Hours that it cost a ship on whose call it was critical; null where it never was. */
  readonly hours: number | null;
}

/** Where the hours of one mode went, over replications. */
export interface ModeHours {
  readonly accounts: Readonly<Record<AccountId, AccountSummary | null>>;
  readonly critical: Readonly<Record<CriticalResource, CriticalSummary>>;
}

/** Base less other, replication by replication; null where either side has no such account. */
export interface HoursDifference {
  readonly accounts: ModeHours['accounts'];
  /** Of the shares of calls. */
  readonly critical: Readonly<Record<CriticalResource, Summary>>;
}

/** One of the numbers of a season that are summed up, and what sums it up. */
interface Read<F> {
  readonly fold: F;
  /** Null where it does not apply. */
  readonly of: (hours: SeasonHours) => number | null;
}

/** What sums up every number of a season's hours. */
class HoursFolds<F> {
  readonly #accounts: Readonly<
    Record<AccountId, { readonly whole: F; readonly causes: Readonly<Record<HourCause, F>> }>
  >;
  readonly #shares: Readonly<Record<CriticalResource, F>>;
  readonly reads: Read<F>[] = [];

  constructor(make: () => F) {
    const read = (of: Read<F>['of']): F => {
      const fold = make();
      this.reads.push({ fold, of });
      return fold;
    };
    this.#accounts = fromKeys(ACCOUNT_IDS, (id) => ({
      whole: read(({ accounts }) => accounts[id]?.whole ?? null),
      causes: fromKeys(HOUR_CAUSES, (cause) => read(({ accounts }) => accounts[id]?.causes[cause] ?? null)),
    }));
    this.#shares = fromKeys(CRITICAL_RESOURCES, (resource) =>
      read(({ critical }) => critical[resource].calls / callsIn(critical)),
    );
  }

  /** @param summary null where a number never applies */
  summed(summary: (fold: F) => Summary | null): HoursDifference {
    const sumUp = (fold: F) => summary(fold) ?? UNDEFINED;
    return {
      accounts: fromKeys(ACCOUNT_IDS, (id) => {
        const whole = summary(this.#accounts[id].whole);
        if (whole === null) return null;
        const { causes } = this.#accounts[id];
        return { per: ACCOUNTS[id].per, whole, causes: fromKeys(HOUR_CAUSES, (cause) => sumUp(causes[cause])) };
      }),
      critical: fromKeys(CRITICAL_RESOURCES, (resource) => sumUp(this.#shares[resource])),
    };
  }
}

/** Where the hours of one mode went. */
export class ModeHoursFold {
  readonly #folds = new HoursFolds(() => new SummaryFold());
  readonly #critical = fromKeys(CRITICAL_RESOURCES, () => ({ calls: 0, hours: 0 }));

  add(season: SeasonHours): void {
    for (const { fold, of } of this.#folds.reads) fold.add(of(season));
    for (const resource of CRITICAL_RESOURCES) {
      this.#critical[resource].calls += season.critical[resource].calls;
      this.#critical[resource].hours += season.critical[resource].hours;
    }
  }

  /** @param confidence share of intervals that shall cover, such as 0.95 */
  hours(confidence: number): ModeHours {
    const { accounts, critical } = this.#folds.summed((fold) => fold.summary(confidence));
    return {
      accounts,
      critical: fromKeys(CRITICAL_RESOURCES, (resource) => {
        const { calls, hours } = this.#critical[resource];
        return { share: critical[resource], hours: calls === 0 ? null : hours / calls };
      }),
    };
  }
}

/** Where the base spends more hours than the other. */
export class HoursDifferenceFold {
  readonly #folds = new HoursFolds(() => new DifferenceFold());

  add(base: SeasonHours, other: SeasonHours): void {
    for (const { fold, of } of this.#folds.reads) fold.add(of(base), of(other));
  }

  difference(confidence: number): HoursDifference {
    return this.#folds.summed((fold) => {
      const difference = fold.summary(confidence);
      if (difference === null) return null;
      const { mean, sd, low, high } = difference;
      return { mean, sd, low, high };
    });
  }
}

const UNDEFINED: Summary = { mean: null, sd: null, low: null, high: null };

/** Every call has just one critical resource. */
function callsIn(critical: SeasonHours['critical']): number {
  return sumOver(CRITICAL_RESOURCES, (resource) => critical[resource].calls);
}

function fromKeys<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}

function sumOver<T>(items: readonly T[], value: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += value(item);
  return sum;
}
