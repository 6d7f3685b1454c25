import type { Language, Reading } from '../../scenario/index.ts';
import type { MechanismName } from '../../study/index.ts';
import type { ItemId, SectionId } from './item.ts';
import { stressInEnglish } from './words.en.ts';
import { stressInChinese } from './words.zh.ts';

/** A sentence about one thing. */
type Told = (value: string) => string;

/** What a STRESS-DES report says in one language; what is in backquotes is a name of the program's. */
export interface StressWords {
  readonly heading: (title: string) => string;
  /** What this is, and how to make it again. */
  readonly preface: (program: string, command: string) => readonly string[];
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly items: Readonly<Record<ItemId, string>>;
  readonly byAuthor: Told;
  readonly checklist: { readonly head: readonly string[]; readonly filled: string; readonly open: Told };
  readonly list: (items: readonly string[]) => string;
  readonly purpose: {
    readonly asked: Told;
    readonly what: Told;
    readonly open: string;
  };
  readonly outputs: {
    readonly how: (replications: string, confidence: string) => string;
    readonly columns: readonly [measure: string, how: string];
    readonly open: string;
  };
  readonly aims: {
    readonly scenarios: Told;
    readonly mechanisms: string;
    readonly set: Told;
    readonly design: (replications: string, modes: string) => string;
    readonly precision: (asked: string, minimum: string, budget: string, made: string, reached: boolean) => string;
    readonly attributed: (combinations: string) => string;
    readonly optimised: string;
    readonly fitted: Told;
    readonly open: readonly string[];
  };
  readonly logic: {
    readonly seeModel: Told;
    readonly mechanism: (name: MechanismName) => string;
    readonly mechanismHead: readonly [mechanism: string, what: string];
    readonly on: string;
    readonly off: string;
    readonly otherwise: string;
    readonly otherwiseHead: readonly string[];
    readonly asBase: string;
    readonly resourceHead: readonly string[];
    readonly parts: Readonly<Record<'entities' | 'activities' | 'resources' | 'queues' | 'entry' | 'exit', string>>;
  };
  readonly data: {
    readonly sources: string;
    readonly sourceHead: readonly string[];
    readonly noSource: (unsourced: string, count: string) => string;
    readonly published: string;
    readonly publishedHead: readonly string[];
    readonly readings: Readonly<Record<Reading, string>>;
    readonly openSources: (measured: boolean) => string;
    readonly derived: string;
    readonly measured: Told;
    readonly fitted: (key: string, prior: string, value: string, facts: string) => string;
    readonly openProcessing: string;
    readonly cargoes: string;
    readonly cargoHead: readonly string[];
    readonly laycanDrawn: string;
    readonly parameters: (count: string) => string;
    readonly usualLaw: Told;
    readonly parameterHead: readonly string[];
    readonly unsourced: (assumed: string, recalled: string, count: string) => string;
    readonly openAssumptions: string;
  };
  readonly runs: {
    readonly start: (stock: string, reserve: string, days: string) => string;
    readonly stop: string;
    readonly length: (hours: string, before: string, period: string, after: string) => string;
    readonly estimation: (replications: string, confidence: string) => readonly string[];
    readonly attained: (halfWidth: string, relative: string) => string;
    readonly correlation: (correlation: string, reduction: string) => string;
    readonly openReplications: string;
  };
  readonly implementation: {
    readonly software: (program: string) => string;
    readonly openSoftware: string;
    readonly sampling: (seed: string) => readonly string[];
    readonly execution: readonly string[];
    readonly system: string;
    readonly openSystem: string;
    readonly access: (hash: string, overrides: string) => readonly string[];
    readonly openAccess: string;
  };
}

const WORDS: Readonly<Record<Language, StressWords>> = { en: stressInEnglish, zh: stressInChinese };

export function stressWordsOf(language: Language): StressWords {
  return WORDS[language];
}
