import type { Language } from '../scenario/index.ts';
import { english } from './messages.en.ts';
import { chinese } from './messages.zh.ts';

/** What a path holds that is no scenario file. */
export type FileFault = 'missing' | 'folder' | 'special' | 'unreadable' | 'tooLarge';

/** What the command line says in one language; what is missing does not compile. */
export interface CliMessages {
  readonly describe: {
    readonly program: string;
    readonly compare: string;
    readonly run: string;
    readonly validate: string;
    readonly scenario: string;
    readonly mode: string;
    readonly modes: string;
    readonly seed: string;
    readonly replications: string;
    readonly set: string;
    readonly threads: string;
    readonly lang: string;
    readonly json: string;
    readonly quiet: string;
    readonly help: string;
    readonly version: string;
    readonly exit: string;
  };
  readonly line: (expected: string, found: string, hint: string | null) => string;
  readonly expected: {
    readonly whole: (least: number, most: number) => string;
    readonly oneOf: (words: readonly string[]) => string;
    readonly modes: (words: readonly string[], most: number) => string;
    readonly option: string;
    readonly once: string;
    readonly noValue: string;
    readonly oneScenario: string;
    readonly file: string;
    readonly smallFile: (bytes: number) => string;
  };
  readonly found: {
    readonly nothing: string;
    readonly text: (text: string) => string;
    readonly times: (count: number) => string;
    readonly file: Readonly<Record<FileFault, string>>;
  };
  readonly unfinished: (message: string) => string;
  readonly ownFault: (message: string) => string;
  readonly report: (version: string) => string;
  readonly progress: (done: number, count: number, perSecond: string, remaining: string) => string;
}

const LANGUAGES: Readonly<Record<Language, CliMessages>> = { en: english, zh: chinese };

/** What the command line says in a language. */
export function messagesOf(language: Language): CliMessages {
  return LANGUAGES[language];
}
