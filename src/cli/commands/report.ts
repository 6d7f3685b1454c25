import { attributionOf, compareScenario, reportStudy } from '../../execution/index.ts';
import {
  type Commands,
  jsonText,
  loadDraw,
  reportJson,
  stressJson,
  stressMarkdown,
  wrapped,
} from '../../report/index.ts';
import { attributionSize, COMPARED } from '../../study/index.ts';
import type { Answer, Asked, Meanwhile, ScenarioCommand } from '../command.ts';
import { messagesOf } from '../messages.ts';
import { readOutFile } from '../out-files.ts';
import { type PrecisionRequest, precisionOptions, readPrecisionOptions, repetition, statusOf } from '../precision.ts';
import { flagged, readChoice, readSimulating, simulatingOptions } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { withReport } from '../report-file.ts';
import { REPORTS } from '../report-words.ts';
import { whereOptions } from '../where.ts';

/** What holds unless it is said. */
const [KIND, REPLICATIONS] = ['html', 30] as const;
const FILES = { html: 'report.html', 'stress-des': 'stress-des.md' } as const;

/** A report that is asked for. */
interface Request {
  readonly path: string;
  readonly seed: number;
  readonly replications: number;
  readonly threads: number;
  readonly precision: PrecisionRequest | undefined;
  readonly attribute: boolean;
}

/** Writes the comparison of staging with direct loading as a page, or as an appendix to a paper. */
export const reportCommand: ScenarioCommand = {
  name: 'report',
  options(messages) {
    const { reports, describe } = messages;
    return {
      as: { describe: reports.describe.as, words: REPORTS, otherwise: KIND },
      file: { describe: reports.describe.file, otherwise: FILES[KIND] },
      force: { flag: true, describe: describe.force },
      attribute: { flag: true, describe: reports.describe.attribute },
      ...simulatingOptions(messages, String(REPLICATIONS)),
      ...whereOptions(messages),
      ...precisionOptions(messages),
    };
  },
  read(words, errors) {
    const kind = readChoice('as', words, REPORTS, errors) ?? KIND;
    const { seed, replications: given, threads } = readSimulating(words, errors);
    const replications = given ?? REPLICATIONS;
    const precision = readPrecisionOptions(words, COMPARED, replications, errors);
    const path = readOutFile('file', words, errors, FILES[kind]) ?? FILES[kind];
    const request = { path, seed, replications, threads, precision, attribute: flagged('attribute', words) };
    const write = kind === 'html' ? pageOf : appendixOf;
    return (asked) => ({ count: replications, run: (meanwhile) => write(asked, request, meanwhile) });
  },
};

async function pageOf(asked: Asked, { path, ...request }: Request, meanwhile: Meanwhile): Promise<Answer> {
  const { scenario, program } = asked;
  // What draws is there when the study is.
  const [study] = await Promise.all([reportStudy(scenario, { ...request, ...meanwhile }), loadDraw()]);
  const json = reportJson(study, scenario, program);
  const { files, notes } = await withReport(path, json, asked, optionsOf(request));
  const status = statusOf(json.compare.precision);
  return asked.json ? { text: jsonText(json), files, notes, status } : { text: `${notes.join('\n')}\n`, files, status };
}

async function appendixOf(asked: Asked, request: Request, meanwhile: Meanwhile): Promise<Answer> {
  const { scenario, program, language } = asked;
  const { path, attribute, ...how } = request;
  const comparison = await compareScenario(scenario, { ...how, ...meanwhile });
  const { seed, replications } = comparison;
  const plan = { mode: 'direct', measure: 'saving.perTonne', seed, replications } as const;
  const all = replications + attributionSize(scenario, plan);
  const onProgress = (done: number) => meanwhile.onProgress(replications + done, all);
  const where = { threads: how.threads, ...meanwhile, onProgress };
  const attribution = attribute ? await attributionOf(scenario, plan, where) : null;
  const json = stressJson(comparison, attribution, scenario, program);
  const options = ['--as', 'stress-des', ...optionsOf(request)];
  const commands: Commands = commandsOf(asked, 'report', options);
  const { text, open } = stressMarkdown(json, scenario, language, commands);
  const files = [{ path, content: text }];
  const status = statusOf(json.compare.precision);
  const said = wrapped(messagesOf(language).reports.stress(path, String(open)));
  return asked.json
    ? { text: jsonText(json), files, notes: said, status }
    : { text: `${said.join('\n')}\n`, files, status };
}

/** What a reader would type to get the same report again. */
function optionsOf({ seed, replications, precision, attribute }: Omit<Request, 'path'>): readonly string[] {
  return ['--seed', String(seed), ...repetition(replications, precision), ...(attribute ? ['--attribute'] : [])];
}
