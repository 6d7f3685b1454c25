import type { Language, Standing } from '../scenario/index.ts';
import type { Emitter, FUEL_UNITS, Fuel, LedgerItem, Party } from '../settlement/index.ts';
import type { LedgerEntry, MeasureId, Mode, Verdict } from '../study/index.ts';
import type { AttributeWords } from './attribute-words.ts';
import type { CalibrateWords } from './calibrate-words.ts';
import type { DesignWords } from './design-words.ts';
import type { HoursWords } from './hours-words.ts';
import type { LaytimeWords } from './laytime-words.ts';
import { english } from './messages.en.ts';
import { chinese } from './messages.zh.ts';
import type { PrecisionWords } from './precision-words.ts';
import type { UncertaintyWords } from './uncertainty-words.ts';
import type { UnfinishedWords } from './unfinished-words.ts';
import type { VarianceWords } from './variance-words.ts';
import type { VariantWords } from './variant-words.ts';
import type { VerifyWords } from './verify-words.ts';

/** How amounts of one size are written: times the factor, with so many decimals, in this unit. */
export interface Scale {
  /** Amounts from here on, in the unit they are held in. */
  readonly from: number;
  readonly factor: number;
  readonly decimals: number;
  readonly unit: string;
}

/** Units of measures that are written the same way whatever their size, or by their size. */
export type MeasureUnit = 'yuan/t' | 'yuan' | 'h' | '1/h' | '1' | 't' | 't/h' | 'kg CO2e/t' | 'calls';

/** A figure ready to be read, with its interval; the unit is in both. */
export interface Reading {
  readonly value: string;
  readonly interval: string | null;
}

/** A reading of a difference told without its sign: a gain, or a loss where staging would have been better. */
export interface Amount extends Reading {
  readonly side: 'gain' | 'loss';
}

/** What is sure about a difference. */
export type Sureness = 'gain' | 'loss' | 'unsure' | 'unknown';

/** The pieces of the verdict, each a clause without its full stop. */
export interface VerdictClauses {
  /** How what staging is compared with begins a sentence. */
  readonly rivals: Readonly<Record<Exclude<Mode, 'staged'>, string>>;
  readonly saving: (rival: string, sureness: Sureness, saving: Amount, total: string) => string;
  /** Both before and after fitting. */
  readonly fitted: (unfitted: Amount) => string;
  /** Fitted on the file as it stands, but something was set over it. */
  readonly fittedElsewhere: (unfitted: Amount) => string;
  readonly hours: (sureness: Sureness, hours: Amount) => string;
  readonly lossShare: (rival: string, share: string) => string;
  readonly meaning: (confidence: string, replications: string) => string;
  readonly join: (clauses: readonly string[]) => string;
}

/** Everything a report says in one language; what is missing does not compile. */
export interface Messages {
  readonly measures: Readonly<Record<MeasureId, string>>;
  /** Published facts that are no measures. */
  readonly facts: Readonly<Record<'calls.count' | 'calls.tonnes', string>>;
  /** A published saving once more, before fitting; it stands below the fitted one. */
  readonly unfitted: string;
  readonly otherReading: string;
  readonly otherReadingVerdict: string;
  readonly items: Readonly<Record<LedgerItem, string>>;
  readonly parties: Readonly<Record<Party, string>>;
  readonly kinds: Readonly<Record<LedgerEntry['kind'], string>>;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** How a simulated figure agrees with a fact that has one bound only. */
  readonly boundVerdicts: { readonly atMost: string; readonly atLeast: string };
  readonly standings: Readonly<Record<Standing, string>>;
  /** From the largest to the smallest; the last is taken for whatever is smaller. */
  readonly scales: Readonly<Record<MeasureUnit, readonly Scale[]>>;
  readonly headings: {
    readonly verdict: string;
    readonly measures: string;
    readonly ledger: string;
    readonly parties: string;
    readonly carbon: string;
    readonly published: string;
    readonly checks: string;
    readonly provenance: string;
    readonly unsourced: string;
    readonly preview: string;
  };
  readonly columns: {
    readonly difference: string;
    /** Of a difference. */
    readonly interval: (confidence: string) => string;
    /** Of a mean. */
    readonly meanInterval: (confidence: string) => string;
    readonly unit: string;
    readonly mean: string;
    readonly lessVariant: string;
    readonly published: string;
    readonly simulated: string;
    readonly verdict: string;
    readonly value: string;
    readonly range: string;
    readonly key: string;
  };
  readonly verdict: VerdictClauses;
  readonly notes: {
    readonly sign: string;
    readonly ledger: string;
    readonly shipperCost: string;
    readonly earns: (item: string) => string;
    readonly paidTo: (party: string, kind: string) => string;
    readonly earnedFrom: (party: string, kind: string) => string;
    readonly parties: string;
    readonly system: string;
    readonly massClosed: (mode: string, terms: MassTerms) => string;
    readonly massOpen: (mode: string, terms: MassTerms) => string;
    readonly unsourced: (unsourced: string, count: string, assumed: string, recalled: string) => string;
    readonly lookUp: (command: string) => string;
    readonly fitted: (list: readonly FittedWords[]) => string;
    /** Calls as a number without unit, tonnes with theirs. */
    readonly season: (calls: string, tonnes: string, start: string, end: string) => string;
    readonly overrides: (list: readonly string[]) => string;
    /** A heading or title with what it is about. */
    readonly about: (heading: string, what: string) => string;
    readonly run: (hash: string, seed: string, replications: string, version: string) => string;
    readonly repeat: (command: string) => string;
    readonly base: (name: string) => string;
    readonly identical: (name: string) => string;
    readonly between: (low: string, high: string) => string;
    readonly atMost: (value: string) => string;
    readonly atLeast: (value: string) => string;
  };
  readonly carbon: {
    readonly columns: readonly [fuel: string, unit: string, tankToWheel: string, wellToWheel: string];
    readonly emitters: Readonly<Record<Emitter, string>>;
    readonly fuels: Readonly<Record<Fuel, string>>;
    readonly fuelUnits: Readonly<Record<(typeof FUEL_UNITS)[Fuel], string>>;
    readonly total: string;
  };
  readonly preview: {
    readonly largest: string;
    readonly trips: string;
    readonly worksLoaders: string;
    readonly fleet: string;
    readonly cranes: string;
    readonly direct: string;
    readonly atBest: string;
    readonly overDays: string;
    readonly shortest: string;
    readonly trucks: string;
    readonly trucksNeeded: string;
    readonly berthUse: string;
    readonly note: string;
    readonly standings: (list: readonly string[]) => string;
    readonly valid: string;
  };
  readonly unfinished: UnfinishedWords;
  readonly laytime: LaytimeWords;
  readonly hours: HoursWords;
  readonly design: DesignWords;
  readonly verify: VerifyWords;
  readonly uncertainty: UncertaintyWords;
  readonly attribute: AttributeWords;
  readonly variants: VariantWords;
  readonly precision: PrecisionWords;
  readonly variance: VarianceWords;
  readonly calibrate: CalibrateWords;
}

/** A fitted parameter, ready to be read; the prior stands without its unit. */
export interface FittedWords {
  readonly key: string;
  readonly label: string;
  readonly prior: string;
  readonly value: string;
}

/** The terms of a mass balance in tonnes, ready to be read. */
export interface MassTerms {
  readonly opening: string;
  readonly produced: string;
  readonly loaded: string;
  readonly lost: string;
  readonly closing: string;
  readonly underway: string;
  readonly residual: string;
}

const LANGUAGES: Readonly<Record<Language, Messages>> = { en: english, zh: chinese };

/** What reports say in a language. */
export function messagesOf(language: Language): Messages {
  return LANGUAGES[language];
}
