import type { Language } from '../scenario/index.ts';
import type { CalibrateWords } from './calibrate-words.ts';
import type { DesignWords } from './design-words.ts';
import type { ExportWords } from './export-words.ts';
import type { FrontierWords } from './frontier-words.ts';
import type { ImportCliWords } from './import-words.ts';
import type { InitWords } from './init-words.ts';
import { english } from './messages.en.ts';
import { chinese } from './messages.zh.ts';
import type { OutFault } from './out-files.ts';
import type { PageWords } from './page-words.ts';
import type { PlanWords } from './plan-words.ts';
import type { PrecisionWords } from './precision-words.ts';
import type { ReplayCliWords } from './replay-words.ts';
import type { ReportWords } from './report-words.ts';
import type { ResultsWords } from './results-words.ts';
import type { SavingWords } from './saving-words.ts';
import type { StoreWords } from './store-words.ts';
import type { VariantWords } from './variant-words.ts';
import type { WhereWords } from './where-words.ts';

/** What a path holds that is no scenario file. */
export type FileFault = 'missing' | 'folder' | 'special' | 'unreadable' | 'tooLarge';

/** What the command line says in one language; what is missing does not compile. */
export interface CliMessages {
  readonly describe: {
    readonly program: string;
    readonly compare: string;
    readonly run: string;
    readonly validate: string;
    readonly verify: string;
    readonly scenario: string;
    readonly mode: string;
    readonly modes: string;
    readonly laytime: string;
    readonly seed: string;
    readonly replications: string;
    readonly set: string;
    readonly threads: string;
    readonly hours: string;
    readonly calls: string;
    readonly lang: string;
    readonly json: string;
    readonly quiet: string;
    readonly force: string;
    readonly help: string;
    readonly version: string;
    readonly exit: string;
  };
  /** How a command is written. */
  readonly usage: string;
  /** Words of yargs's own that are said otherwise here. */
  readonly yargs: Readonly<Record<string, string>>;
  /** The words an option takes, after its description. */
  readonly list: (words: readonly string[]) => string;
  /** What is wrong, each a sentence without its full stop; `found` as it was typed, null if nothing was. */
  readonly wrong: {
    readonly whole: (least: number, most: number, found: string | null) => string;
    readonly oneOf: (words: readonly string[], found: string | null) => string;
    readonly modes: (words: readonly string[], least: number, most: number, found: string | null) => string;
    readonly option: (found: string) => string;
    readonly repeated: (times: number) => string;
    readonly flagValue: (found: string | null) => string;
    readonly noCommand: string;
    readonly scenario: (found: string | null) => string;
    readonly file: (fault: FileFault, mostBytes: number) => string;
    readonly outFile: (path: string, fault: OutFault) => string;
  };
  /** Of `sweep` and `sensitivity`. */
  readonly design: DesignWords;
  readonly frontier: FrontierWords;
  readonly init: InitWords;
  readonly plan: PlanWords;
  /** Of `uncertainty` and `attribute`. */
  readonly saving: SavingWords;
  /** Of the variants of `compare`. */
  readonly variants: VariantWords;
  /** Of `--precision`. */
  readonly precision: PrecisionWords;
  readonly calibrate: CalibrateWords;
  readonly import: ImportCliWords;
  readonly replay: ReplayCliWords;
  readonly store: StoreWords;
  readonly results: ResultsWords;
  /** Of the options that say where a study runs, and of `worker`. */
  readonly where: WhereWords;
  readonly page: PageWords;
  readonly export: ExportWords;
  /** Of `report` and `--report`. */
  readonly reports: ReportWords;
  readonly hint: (word: string) => string;
  /** Why the answer could not be written; the code of the system's error where it is another. */
  readonly unwritable: (why: 'noSpace' | 'other', code: string) => string;
  readonly ownFault: (message: string) => string;
  readonly report: (version: string) => string;
  readonly progress: (done: number, count: number, perSecond: string, remaining: string) => string;
}

const LANGUAGES: Readonly<Record<Language, CliMessages>> = { en: english, zh: chinese };

/** What the command line says in a language. */
export function messagesOf(language: Language): CliMessages {
  return LANGUAGES[language];
}
