import { planShip } from '../../execution/index.ts';
import { jsonText, planCsv, planJson, planText, timetableCsv, timetableXlsx } from '../../report/index.ts';
import { nearest, openingDay, parseDay, parseInstant } from '../../scenario/index.ts';
import {
  type Choices,
  choicesOf,
  MODES,
  type Mode,
  ownChoices,
  readFactors,
  type SailBy,
  setKeys,
  type Timetable,
} from '../../study/index.ts';
import { type Asked, type ScenarioCommand, STATUS } from '../command.ts';
import type { Words } from '../command-line.ts';
import { noteFaults, readCsv } from '../factors.ts';
import { type OutFile, readOutFile } from '../out-files.ts';
import { readOnce, readSimulating, readWhole } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { readReport, reportOption, studyReport } from '../report-file.ts';
import { shown, type UsageErrors } from '../usage-errors.ts';
import { whereOptions } from '../where.ts';

/** What holds unless it is said. */
const [CHANCE, INDIFFERENCE, BUDGET] = [95, 0.25, 400];
/** Of all that is promised, the chance that something is wrong; and replications of every choice to begin with. */
const [ALPHA, FIRST_STAGE] = [0.05, 10];
const MOST_CHOICES = 2000;

/** Chooses how to serve a coming ship. */
export const planCommand: ScenarioCommand = {
  name: 'plan',
  options(messages) {
    const { plan, describe, design } = messages;
    const words = plan.describe;
    return {
      'sail-by': { describe: words.sailBy, otherwise: words.whenever },
      chance: { describe: words.chance, otherwise: String(CHANCE) },
      choose: { describe: words.choose, otherwise: words.own },
      indifference: { describe: words.indifference, otherwise: String(INDIFFERENCE) },
      budget: { describe: words.budget, otherwise: String(BUDGET) },
      timetable: { describe: words.timetable },
      ...reportOption(messages),
      csv: { flag: true, describe: design.describe.csv },
      seed: { describe: describe.seed, otherwise: '1' },
      threads: { describe: describe.threads },
      ...whereOptions(messages),
    };
  },
  read(words, errors) {
    const { seed, threads } = readSimulating(words, errors);
    const { wrong } = errors.messages.plan;
    const sailByText = readOnce('sail-by', words, errors);
    const chance = readDecimal('chance', words, CHANCE, (value) => value >= 50 && value <= 99.9, wrong.chance, errors);
    if (words.options.has('chance') && !words.options.has('sail-by')) errors.add('--chance', wrong.chanceAlone);
    const positive = (value: number) => value > 0 && value < 1e6;
    const indifference = readDecimal('indifference', words, INDIFFERENCE, positive, wrong.indifference, errors);
    const most = readWhole('budget', words, BUDGET, [2 * FIRST_STAGE, 10_000], errors);
    const chosen = words.options.get('choose') ?? [];
    const file = readTimetable(words, errors);
    const csv = readCsv(words, errors);
    const report = readReport(words, errors);
    return (asked, more) => {
      const { scenario, program, language } = asked;
      const { cargoes } = scenario;
      if (cargoes.length !== 1) more.add('SCENARIO', wrong.ships(cargoes.length));
      const sailBy = sailByText === undefined ? null : readSailBy(sailByText, asked, more);
      const choices = readChoices(chosen, asked, more);
      const ways = choicesOf(scenario, choices).length;
      if (ways > MOST_CHOICES) more.add('--choose', wrong.many(MOST_CHOICES, ways));
      const promised = { alpha: ALPHA, indifference, firstStage: FIRST_STAGE, most };
      const options = [
        ...(sailByText === undefined ? [] : ['--sail-by', sailByText, '--chance', String(chance)]),
        ...chosen.flatMap((text) => ['--choose', text]),
        ...['--indifference', String(indifference), '--budget', String(most), '--seed', String(seed)],
      ];
      // What the first stage takes; how much comes after it is known only then.
      const count = ways * FIRST_STAGE;
      return {
        count,
        async run(meanwhile) {
          const where = {
            ...meanwhile,
            threads,
            onProgress: (done: number) => meanwhile.onProgress(Math.min(done, count)),
          };
          const plan = await planShip(scenario, { choices, sailBy, chance: chance / 100, seed, ...promised }, where);
          const json = planJson(plan, program);
          const { timetable } = plan;
          const commands = commandsOf(asked, 'plan', options);
          const { files: page = [], notes = [] } = await studyReport(report, json, asked, commands);
          const own = file === null || timetable === null ? [] : [await written(file, timetable, asked)];
          const files = [...own, ...page];
          const status = plan.chosen === null || !plan.separated ? STATUS.shortOfPrecision : STATUS.done;
          if (csv) return { text: planCsv(json), files, notes, status };
          if (asked.json) return { text: jsonText(json), files, notes, status };
          return { text: planText(json, scenario, language, commands), files, notes, status };
        },
      };
    };
  },
};

function readDecimal(
  name: string,
  words: Words,
  otherwise: number,
  allowed: (value: number) => boolean,
  wrong: (found: string) => string,
  errors: UsageErrors,
): number {
  const text = readOnce(name, words, errors);
  if (text === undefined) return otherwise;
  const value = /^\d{1,9}(\.\d{1,9})?%?$/u.test(text) ? Number(text.replace('%', '')) : Number.NaN;
  if (allowed(value)) return value;
  errors.add(`--${name}`, wrong(shown(text) ?? ''));
  return otherwise;
}

function readTimetable(words: Words, errors: UsageErrors): string | null {
  const path = readOutFile('timetable', words, errors);
  if (path === null || /\.(csv|xlsx)$/iu.test(path)) return path;
  errors.add('--timetable', errors.messages.plan.wrong.timetable(shown(path) ?? ''));
  return null;
}

async function written(path: string, timetable: Timetable, { language }: Asked): Promise<OutFile> {
  const content = /\.csv$/iu.test(path) ? timetableCsv(timetable, language) : await timetableXlsx(timetable, language);
  return { path, content };
}

function readSailBy(text: string, { scenario }: Asked, errors: UsageErrors): SailBy | null {
  const hours = /^\d{1,5}(\.\d{1,6})?$/u.test(text) ? Number(text) : 0;
  if (hours > 0) return { is: 'after', hours };
  const instant = parseInstant(text.replace(' ', 'T'));
  const { start } = scenario.period;
  const { wrong } = errors.messages.plan;
  if (instant === null) errors.add('--sail-by', wrong.sailBy(shown(text) ?? ''));
  else if (instant <= 24 * (parseDay(start) ?? 0)) errors.add('--sail-by', wrong.past(text, start));
  else return { is: 'at', hour: instant - 24 * openingDay(scenario) };
  return null;
}

function readChoices(texts: readonly string[], { scenario, language }: Asked, errors: UsageErrors): Choices {
  const { wrong } = errors.messages.design;
  const own = ownChoices(scenario);
  const said = texts.map((text, at) => ({ text, list: /^\s*mode\s*=(.*)$/u.exec(text)?.[1], occurrence: at + 1 }));
  const [modes, twice] = said.filter(({ list }) => list !== undefined);
  if (twice !== undefined) errors.add('--choose', wrong.twice('mode'), null, twice.occurrence);
  const others = said.filter(({ list }) => list === undefined);
  const read = readFactors(
    scenario,
    others.map(({ text }) => text),
    '--choose',
  );
  const factors = noteFaults('--choose', read, language, errors, (text) => others[text - 1]?.occurrence ?? text);
  const keys = factors.map(({ key }) => key);
  for (const key of keys.filter((one) => setKeys(scenario).includes(one))) {
    errors.add('--choose', errors.messages.plan.wrong.setToo(key));
  }
  return {
    modes: modes?.list === undefined ? own.modes : readModes(modes.list, modes.occurrence, errors),
    factors: [...own.factors.filter(({ key }) => !keys.includes(key)), ...factors],
    said: factors,
  };
}

function readModes(list: string, occurrence: number, errors: UsageErrors): readonly Mode[] {
  const names = list.split(',').map((name) => name.trim());
  for (const name of names) {
    if (MODES.some((mode) => mode === name)) continue;
    errors.add('--choose', errors.messages.wrong.oneOf(MODES, shown(name)), nearest(name, MODES), occurrence);
  }
  return MODES.filter((mode) => names.includes(mode));
}
