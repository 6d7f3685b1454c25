import type { Language } from '../scenario/index.ts';
import type { Rival } from './state.ts';
import { pageInEnglish } from './words.en.ts';
import { pageInChinese } from './words.zh.ts';

/** What the page says beside the report's words; what is missing does not compile. */
export interface PageWords {
  readonly title: string;
  readonly tagline: string;
  readonly language: string;
  readonly skip: string;
  readonly scenario: {
    readonly label: string;
    readonly own: (file: string) => string;
    readonly open: string;
    readonly drop: string;
    readonly wrong: (file: string, count: number) => string;
    readonly kept: string;
    readonly warnings: (count: number) => string;
    readonly close: string;
    readonly tooLarge: (file: string, mostBytes: string) => string;
  };
  readonly answer: {
    readonly heading: string;
    readonly starting: string;
    readonly perTonne: Readonly<Record<'gain' | 'loss', string>>;
    readonly total: string;
    readonly chance: (rival: string) => string;
    readonly chanceOf: (saved: string, all: string) => string;
    readonly hours: Readonly<Record<'gain' | 'loss', string>>;
    readonly interval: (low: string, high: string) => string;
    readonly noInterval: string;
    readonly progress: (done: string, all: string) => string;
    readonly done: (all: string) => string;
    readonly unfinished: string;
    readonly settings: string;
    readonly fault: (message: string) => string;
  };
  readonly rivals: Readonly<Record<Rival, string>>;
  readonly distribution: {
    readonly title: string;
    readonly told: (seasons: string, low: string, high: string) => string;
    readonly dearer: string;
    readonly cheaper: string;
  };
  readonly whatIf: {
    readonly heading: string;
    readonly rival: string;
    readonly search: string;
    readonly found: (count: string) => string;
    readonly none: string;
    readonly reset: string;
    readonly resetOne: (label: string) => string;
    readonly about: (label: string) => string;
    readonly range: (low: string, high: string) => string;
    readonly file: (value: string) => string;
    readonly source: (source: string) => string;
    readonly key: (key: string) => string;
    readonly slider: (label: string) => string;
    readonly on: string;
    readonly list: string;
    readonly simulation: string;
    readonly seed: string;
    readonly replications: string;
    readonly again: string;
  };
  readonly share: {
    readonly heading: string;
    readonly command: string;
    readonly file: string;
    readonly link: string;
    readonly json: string;
    readonly copied: string;
    readonly byHand: string;
    readonly noFile: string;
  };
  readonly details: {
    readonly heading: string;
    readonly parties: string;
    readonly ledger: string;
    readonly hours: string;
    readonly measures: string;
    readonly published: string;
    readonly provenance: string;
    readonly nothingPublished: string;
    readonly waiting: string;
    readonly meaning: string;
    readonly hybridLoss: string;
  };
  readonly player: {
    readonly heading: string;
    readonly waiting: string;
  };
}

const LANGUAGES: Readonly<Record<Language, PageWords>> = { en: pageInEnglish, zh: pageInChinese };

/** A language as HTML names it. */
export function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** What the page says in a language. */
export function wordsOf(language: Language): PageWords {
  return LANGUAGES[language];
}
