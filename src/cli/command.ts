import type { OnProgress, WhereToRun } from '../execution/index.ts';
import type { Program } from '../report/index.ts';
import type { Language, Scenario } from '../scenario/index.ts';
import type { Words } from './command-line.ts';
import type { CliMessages } from './messages.ts';
import type { OutFile } from './out-files.ts';
import type { Terminal } from './progress.ts';
import type { UsageErrors } from './usage-errors.ts';

/** An option as the help shows it. */
export interface Option {
  readonly describe: string;
  /** It takes no value. */
  readonly flag?: boolean;
  /** What it may be, where that is one of a few words. */
  readonly words?: readonly string[];
  /** What holds where it is not given. */
  readonly otherwise?: string;
}

/** Options by name, without dashes. */
export type Options = Readonly<Record<string, Option>>;

/** The environment's variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What every command has: one file of `commands/`, an equal among others in its table. */
interface CommandHead {
  readonly name: string;
  /** Its options beside those of every command. */
  options(messages: CliMessages): Options;
}

/** A command that is about a scenario. */
export interface ScenarioCommand extends CommandHead {
  /** The scenario it takes where none is named; without one it must be named. */
  readonly shipped?: string;
  /** Reads what its words ask for. Everything wrong with them is noted, and reading goes on. */
  read(words: Words, errors: UsageErrors): Planner;
}

/** A command that needs no scenario. */
export interface PlainCommand extends CommandHead {
  /** What stands after its name, as the help shows it. */
  operands(messages: CliMessages): string;
  /** Reads what its words ask for; if anything wrong is noted, the job is not run. */
  readPlain(words: Words, asked: AskedAlone, errors: UsageErrors): Job;
}

/** A command of the program. */
export type Command = ScenarioCommand | PlainCommand;

/** What is known of a command before it is loaded. */
export interface CommandEntry {
  readonly name: string;
  /** Its line in the help. */
  describe(messages: CliMessages): string;
  /** A command line that shows it at work, without the program's name. */
  readonly example: string;
  /** What stands after its name where it needs a scenario, or takes one; a plain command says so itself. */
  readonly operand?: '<scenario>' | '[scenario]';
  load(): Promise<Command>;
}

/** Makes a job of what was asked, now that the scenario is known; if errors are noted, the job is not run. */
export type Planner = (asked: Asked, errors: UsageErrors) => Job;

/** What every command is asked on. */
export interface AskedPlain {
  readonly language: Language;
  readonly program: Program;
  readonly json: boolean;
}

/** Somebody at a terminal who can be asked. */
export type Answering = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** What a command that needs no scenario is asked on. */
export interface AskedAlone extends AskedPlain {
  readonly env: Environment;
  /** Who can be asked more; null if nobody sits there. */
  readonly answering: Answering | null;
  /** Where questions are put. */
  readonly prompts: Terminal;
}

/** What a command about a scenario is asked on. */
export interface Asked extends AskedPlain {
  readonly scenario: Scenario;
  /** The scenario's path and the settings over it, as they were given. */
  readonly path: string;
  readonly settings: readonly string[];
}

/** What is left to do. */
export interface Job {
  /** Pieces of work, by which progress is counted. */
  readonly count: number;
  /** It ends in order by itself when it is interrupted. */
  readonly drains?: boolean;
  run(meanwhile: Meanwhile): Promise<Answer>;
}

/** What a job is given to run with: where it runs, but for the threads, and whom it tells. */
export interface Meanwhile extends Omit<WhereToRun, 'threads'> {
  /** Told how many pieces are done. */
  readonly onProgress: OnProgress;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Writes a line beside the progress for whoever sits at the terminal. */
  readonly note: (line: string) => void;
}

/** What a command has to say. */
export interface Answer {
  /** What is printed. */
  readonly text: string;
  /** 0 unless it says otherwise. */
  readonly status?: ExitStatus;
  /** Lines for whoever sits at the terminal, beside the text. */
  readonly notes?: readonly string[];
  /** Written when the text has been printed. */
  readonly files?: readonly OutFile[];
}

/** Exit statuses. */
export const STATUS = { done: 0, ownFault: 1, badInput: 2, shortOfPrecision: 3, interrupted: 130 } as const;
export type ExitStatus = (typeof STATUS)[keyof typeof STATUS];
