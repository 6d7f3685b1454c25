import type { AccountId, CallInstant, CriticalResource, HourCause } from '../study/index.ts';

/** What reports say about hours and what was critical, in one language. */
export interface HoursWords {
  readonly causes: Readonly<Record<HourCause, string>>;
  readonly resources: Readonly<Record<CriticalResource, string>>;
  readonly accounts: Readonly<Record<AccountId, string>>;
  readonly headings: {
    /** Where the hours go, in a mode. */
    readonly hours: (mode: string) => string;
    readonly critical: string;
    /** The calls of the first replication, in a mode. */
    readonly calls: (mode: string) => string;
  };
  readonly whole: string;
  /** What the hours are a mean over. */
  readonly per: string;
  /** How to read the critical resources; with `more`, also which option tells more. */
  readonly criticalNote: (more: boolean) => string;
  /** A mode and its resources. */
  readonly criticalOf: (mode: string, list: readonly string[]) => string;
  /** A resource, the share of calls on which it was critical, and what it cost each of those ships. */
  readonly share: (resource: string, share: string, hours: string) => string;
  readonly columns: Readonly<Record<CallInstant | 'call' | 'cargo' | 'port' | 'lost' | 'critical' | 'cost', string>>;
  /** A resource with what its trucks spent their hours on. */
  readonly because: (resource: string, cause: string) => string;
  /** Causes with their hours, as one cell. */
  readonly list: (items: readonly string[]) => string;
}
