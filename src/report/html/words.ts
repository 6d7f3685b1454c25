import type { Language } from '../../scenario/index.ts';
import type { AccountId, FlowId, SPREAD_MEASURES, Utilised } from '../../study/index.ts';
import { htmlInEnglish } from './words.en.ts';
import { htmlInChinese } from './words.zh.ts';

/** What a report as a page says in one language, beside what other reports say too. */
export interface HtmlWords {
  /** What kind of document it is. */
  readonly kind: string;
  /** Said in the other language: what the button does. */
  readonly otherLanguage: string;
  readonly contents: string;
  readonly copy: string;
  readonly copied: string;
  /** The figures of a chart. */
  readonly data: string;
  readonly headings: Readonly<
    Record<
      | 'saving'
      | 'parties'
      | 'spreads'
      | 'hours'
      | 'berths'
      | 'flows'
      | 'utilisation'
      | 'laytime'
      | 'parameters'
      | 'provenance',
      string
    >
  >;
  /** A chart's figures in words. */
  readonly list: (items: readonly string[]) => string;
  /** A sentence without its full stop, as one. */
  readonly sentence: (clause: string) => string;
  /** How a key figure is told: staged less direct, by what is said of it above. */
  readonly tiles: Readonly<Record<'saving' | 'total' | 'longer' | 'shorter' | 'losses', string>>;
  readonly publishedNote: string;
  readonly itemsTitle: string;
  readonly itemsNote: string;
  readonly item: string;
  readonly saved: string;
  readonly net: string;
  readonly mechanismsTitle: string;
  readonly mechanism: string;
  /** Before the command that tells. */
  readonly mechanismsAsk: string;
  readonly partiesTitle: string;
  readonly partiesNote: string;
  readonly party: string;
  readonly ledger: string;
  readonly spreadTitle: Readonly<Record<(typeof SPREAD_MEASURES)[number], string>>;
  readonly spreadsNote: (replications: string, confidence: string) => string;
  readonly spreadsOne: string;
  readonly spreadAlternative: (mean: string, interval: string, above: string, count: string) => string;
  readonly spreadMean: (mean: string) => string;
  readonly bin: string;
  readonly count: string;
  readonly hoursNote: string;
  readonly cause: string;
  readonly accounts: Readonly<Record<AccountId, string>>;
  readonly berthsNote: (replication: string) => string;
  readonly berthKey: Readonly<Record<'waiting' | 'berth' | 'other' | 'stops' | 'tide', string>>;
  /** A month such as `2024-03`, or days from and to. */
  readonly month: (year: string, month: string) => string;
  readonly days: (from: string, to: string) => string;
  readonly berthAlternative: (span: string, calls: string) => string;
  readonly shipColumns: readonly [
    call: string,
    cargo: string,
    arrived: string,
    alongside: string,
    sailed: string,
    inPort: string,
  ];
  readonly callsTable: string;
  readonly flows: Readonly<Record<FlowId, string>>;
  readonly flowsNote: (replications: string, share: string, stepHours: string) => string;
  readonly flowsAlternative: (staged: string, peak: string, direct: string, directPeak: string) => string;
  readonly bandColumns: readonly [low: string, mean: string, high: string];
  readonly from: string;
  /** A month by its number, from 1, at an axis. */
  readonly monthShort: (month: number) => string;
  readonly used: Readonly<Record<Utilised, string>>;
  readonly usedTitle: string;
  readonly usedNote: (replications: string) => string;
  readonly laytimeNote: (replication: string) => string;
  readonly laytimeResults: string;
  readonly laytimeColumns: readonly [
    call: string,
    cargo: string,
    allowed: string,
    used: string,
    left: string,
    paid: string,
  ];
  readonly laytimeSheet: (call: string, calls: string, mode: string) => string;
  readonly parametersNote: (counts: readonly string[]) => string;
  readonly parameterColumns: readonly [name: string, value: string, range: string, standing: string, source: string];
  readonly was: (prior: string) => string;
  readonly marks: string;
  readonly provenanceNote: string;
  readonly repeat: string;
  readonly dataNote: string;
}

const LANGUAGES: Readonly<Record<Language, HtmlWords>> = { en: htmlInEnglish, zh: htmlInChinese };

/** What a report as a page says in a language. */
export function htmlWordsOf(language: Language): HtmlWords {
  return LANGUAGES[language];
}
