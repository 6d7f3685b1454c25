import { type Commands, type ReportJson, reportHtml, type StudyJson, studyHtml } from '../report/index.ts';
import type { Answer, Asked, Options } from './command.ts';
import type { Words } from './command-line.ts';
import { type CliMessages, messagesOf } from './messages.ts';
import { readOutFile } from './out-files.ts';
import { commandsOf } from './repeat.ts';
import type { UsageErrors } from './usage-errors.ts';

/** The option of every study that can be reported as a page. */
export function reportOption({ reports, describe }: CliMessages): Options {
  return { report: { describe: reports.describe.option }, force: { flag: true, describe: describe.force } };
}

/** Reads it: the path, or null if it is not given or was noted. */
export function readReport(words: Words, errors: UsageErrors): string | null {
  return readOutFile('report', words, errors);
}

/**
 * A report of a comparison as a file to write, and the line that says so. The command in it is the same, whatever
 * command it was made by.
 *
 * @param options what a reader would type after `report`
 */
export async function withReport(
  path: string,
  json: ReportJson,
  asked: Asked,
  options: readonly string[],
): Promise<Required<Pick<Answer, 'files' | 'notes'>>> {
  const commands = commandsOf(asked, 'report', options);
  return written(path, await reportHtml(json, asked.scenario, asked.language, commands), asked);
}

/** The report of any other study, where it was asked for, as a file to write, and the line that says so. */
export async function studyReport(
  path: string | null,
  json: StudyJson,
  { scenario, language }: Asked,
  commands: Commands,
): Promise<Pick<Answer, 'files' | 'notes'>> {
  return path === null ? {} : written(path, await studyHtml(json, scenario, language, commands), { language });
}

/** A page as a file to write, and the line that says so. */
export function written(path: string, content: string, { language }: Pick<Asked, 'language'>) {
  return { files: [{ path, content }], notes: [messagesOf(language).reports.written(path)] };
}
