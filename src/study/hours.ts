import { type CallFacts, HOUR_CAUSES, type HourCause, type HoursByCause, type SeasonFacts } from '../port/index.ts';
import { CRITICAL_RESOURCES, type CriticalResource, criticalOf } from './critical.ts';
import { type Summary, summarise, summariseDifference } from './summary.ts';

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

/** Sums up one number of each season; null where it never applies. */
type SumUp = (read: (hours: SeasonHours) => number | null) => Summary | null;

/**
 * Where the hours of one mode went.
 *
 * @param seasons in order of replication
 * @param confidence share of intervals that shall cover, such as 0.95
 */
export function modeHours(seasons: readonly SeasonHours[], confidence: number): ModeHours {
  const sumUp: SumUp = (read) => summarise(seasons.map(read), confidence);
  const shares = sharesOf(sumUp);
  return {
    accounts: accountsOf(sumUp),
    critical: fromKeys(CRITICAL_RESOURCES, (resource) => {
      const calls = sumOver(seasons, ({ critical }) => critical[resource].calls);
      const hours = sumOver(seasons, ({ critical }) => critical[resource].hours);
      return { share: shares[resource], hours: calls === 0 ? null : hours / calls };
    }),
  };
}

/**
 * Where the base spends more hours than the other.
 *
 * @param base in order of replication
 * @param other the same replications
 */
export function hoursDifference(
  base: readonly SeasonHours[],
  other: readonly SeasonHours[],
  confidence: number,
): HoursDifference {
  const sumUp: SumUp = (read) => {
    const difference = summariseDifference(base.map(read), other.map(read), confidence);
    if (difference === null) return null;
    const { mean, sd, low, high } = difference;
    return { mean, sd, low, high };
  };
  return { accounts: accountsOf(sumUp), critical: sharesOf(sumUp) };
}

function accountsOf(sumUp: SumUp): ModeHours['accounts'] {
  return fromKeys(ACCOUNT_IDS, (id) => {
    const whole = sumUp(({ accounts }) => accounts[id]?.whole ?? null);
    if (whole === null) return null;
    return {
      per: ACCOUNTS[id].per,
      whole,
      causes: fromKeys(
        HOUR_CAUSES,
        (cause) => sumUp(({ accounts }) => accounts[id]?.causes[cause] ?? null) ?? UNDEFINED,
      ),
    };
  });
}

function sharesOf(sumUp: SumUp): HoursDifference['critical'] {
  return fromKeys(CRITICAL_RESOURCES, (resource) => {
    return sumUp(({ critical }) => critical[resource].calls / callsIn(critical)) ?? UNDEFINED;
  });
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
