import { runMode } from '../../execution/index.ts';
import { jsonText, laytimeCsv, laytimeJson, laytimeText, runCsv, runJson, runText } from '../../report/index.ts';
import { laytimeOfCall, MODES, type Mode } from '../../study/index.ts';
import type { Answer, Asked, Meanwhile, ScenarioCommand } from '../command.ts';
import { readCsv } from '../factors.ts';
import { statusOf } from '../precision.ts';
import { readChoice, readWhole } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { callRowsOf, detailsOf, readSeasons, type Seasons, seasonOptions, seasonsAgain } from '../seasons.ts';

/** Calls that any scenario may have; how many this one has is known when it is read. */
const MOST_CALLS = 100_000;

/** Simulates one mode alone, or prints the laytime sheet of one of its calls. */
export const runCommand: ScenarioCommand = {
  name: 'run',
  options: (messages) => ({
    mode: { describe: `${messages.describe.mode}${messages.list(MODES)}`, words: MODES },
    laytime: { describe: messages.describe.laytime },
    csv: { flag: true, describe: messages.design.describe.csv },
    ...seasonOptions(messages),
  }),
  read(words, errors) {
    const { wrong } = errors.messages;
    if (!words.options.has('mode')) errors.add('--mode', wrong.oneOf(MODES, null));
    const mode = readChoice('mode', words, MODES, errors) ?? 'direct';
    const seasons = readSeasons(words, [mode], errors);
    const csv = readCsv(words, errors);
    const call = words.options.has('laytime') ? readWhole('laytime', words, 1, [1, MOST_CALLS], errors) : null;
    return (asked, more) => {
      const calls = asked.scenario.cargoes.length;
      if (call !== null && call > calls) more.add('--laytime', wrong.whole(1, calls, String(call)));
      const run = { mode, seasons, csv };
      return {
        count: seasons.replications,
        run: (meanwhile) => (call === null ? runSeasons(asked, run, meanwhile) : laytimeSheet(asked, run, call)),
      };
    };
  },
};

/** What is run. */
interface Run {
  readonly mode: Mode;
  readonly seasons: Seasons;
  readonly csv: boolean;
}

async function runSeasons(asked: Asked, { mode, seasons, csv }: Run, meanwhile: Meanwhile): Promise<Answer> {
  const { scenario, program, language } = asked;
  const result = await runMode(scenario, mode, { ...seasons, ...meanwhile });
  const json = runJson(result, program, callRowsOf(seasons, asked, [mode]));
  const status = statusOf(json.precision);
  if (csv) return { text: runCsv(json), status };
  if (asked.json) return { text: jsonText(json), status };
  const commands = commandsOf(asked, 'run', ['--mode', mode, ...seasonsAgain(seasons)]);
  return { text: runText(json, scenario, language, commands, seasons.hours), status };
}

async function laytimeSheet(asked: Asked, { mode, seasons, csv }: Run, call: number): Promise<Answer> {
  const { scenario, program, language } = asked;
  const json = laytimeJson(laytimeOfCall(scenario, mode, seasons.seed, call), program);
  if (csv) return { text: laytimeCsv(json) };
  if (asked.json) return { text: jsonText(json) };
  const options = ['--mode', mode, '--seed', String(seasons.seed), '--laytime', String(call), ...detailsOf(seasons)];
  return { text: laytimeText(json, scenario, language, commandsOf(asked, 'run', options)) };
}
