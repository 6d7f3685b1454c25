import { compareModes, compareScenario, type ReportStudy, reportStudy } from '../../execution/index.ts';
import {
  type CallRows,
  compareJson,
  compareText,
  jsonText,
  loadDraw,
  reportJson,
  variantsCsv,
  variantsJson,
  variantsText,
} from '../../report/index.ts';
import { applyOverrides, nearest, type Scenario } from '../../scenario/index.ts';
import { MOST_SIDES } from '../../stats/index.ts';
import {
  alternativesOf,
  alternativeTasks,
  COMPARED,
  firstCalls,
  MODES,
  type Mode,
  type Streams,
  type VariantComparison,
} from '../../study/index.ts';
import type { Answer, Asked, Meanwhile, ScenarioCommand } from '../command.ts';
import type { Words } from '../command-line.ts';
import { readCsv } from '../factors.ts';
import { statusOf } from '../precision.ts';
import { flagged, MOST_REPLICATIONS, readOnce } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { readReport, reportOption, studyReport, withReport } from '../report-file.ts';
import { callRowsOf, readSeasons, type Seasons, seasonOptions, seasonsAgain } from '../seasons.ts';
import { shown, type UsageErrors } from '../usage-errors.ts';
import { checkVariants, readVariants, type TypedVariant } from '../variants.ts';

const MOST_MODES = 8;
/** Sides times replications, all kept until they are summed up. */
const MOST_SEASONS = 200_000;

/** Replications that variances are measured on at least. */
const LEAST_FOR_VARIANCE = 10;

/** What is compared where it is not just staging with direct loading. */
interface Several {
  readonly modes: readonly Mode[];
  readonly variants: readonly TypedVariant[];
  readonly streams: Streams;
  readonly pairs: boolean;
  readonly csv: boolean;
}

/** Compares modes, and variants of the scenario, on the same random world. */
export const compareCommand: ScenarioCommand = {
  name: 'compare',
  options: (messages) => ({
    modes: { describe: messages.describe.modes, otherwise: COMPARED.join() },
    variant: { describe: messages.variants.describe.variant },
    pairs: { flag: true, describe: messages.variants.describe.pairs },
    independent: { flag: true, describe: messages.variants.describe.independent },
    csv: { flag: true, describe: messages.design.describe.csv },
    ...seasonOptions(messages),
    variance: { flag: true, describe: messages.precision.variance },
    ...reportOption(messages),
  }),
  read(words, errors) {
    const several = readSeveral(words, errors);
    const { modes, variants, streams, pairs, csv } = several;
    const sides = alternativesOf(modes, variants).map(({ name }) => name);
    const seasons = readSeasons(words, sides, errors);
    limitSides(several, seasons, errors);
    const report = readReport(words, errors);
    const isPair = modes.join() === COMPARED.join() && variants.length === 0;
    const isPlain = isPair && streams === 'common' && !pairs && !csv;
    const variance = flagged('variance', words);
    const { wrong } = errors.messages.precision;
    if (variance && modes.length > 0 && !isPlain) errors.add('--variance', wrong.pairOnly(COMPARED.join()));
    if (variance && seasons.replications < LEAST_FOR_VARIANCE) {
      const least = errors.messages.wrong.whole(LEAST_FOR_VARIANCE, MOST_REPLICATIONS, String(seasons.replications));
      errors.add('--replications', least);
    }
    return (asked, more) => {
      checkVariants(variants, asked.scenario, asked.language, more);
      return {
        count: seasons.replications,
        run: (meanwhile) =>
          isPlain
            ? comparePair(asked, seasons, variance, report, meanwhile)
            : compareSeveral(asked, several, seasons, report, meanwhile),
      };
    };
  },
};

async function comparePair(
  asked: Asked,
  seasons: Seasons,
  variance: boolean,
  report: string | null,
  meanwhile: Meanwhile,
): Promise<Answer> {
  const { scenario, program, language } = asked;
  const options = { ...seasons, variance, ...meanwhile };
  const [study] = report === null ? [null] : await Promise.all([reportStudy(scenario, options), loadDraw()]);
  const comparison = study?.comparison ?? (await compareScenario(scenario, options));
  const json = compareJson(comparison, program, callRowsOf(seasons, asked, COMPARED));
  const status = statusOf(json.precision);
  const told = await reported(report, study, asked, seasons);
  if (asked.json) return { text: jsonText(json), status, ...told };
  return {
    text: compareText(
      json,
      scenario,
      language,
      repeated(asked, variance ? ['--variance'] : [], seasons),
      seasons.hours,
    ),
    status,
    ...told,
  };
}

/** The report of a comparison, where it was asked for. */
async function reported(path: string | null, study: ReportStudy | null, asked: Asked, seasons: Seasons) {
  if (path === null || study === null) return {};
  return withReport(
    path,
    reportJson(study, asked.scenario, asked.program),
    asked,
    seasonsAgain({ ...seasons, hours: false, calls: false }),
  );
}

async function compareSeveral(
  asked: Asked,
  several: Several,
  seasons: Seasons,
  report: string | null,
  meanwhile: Meanwhile,
): Promise<Answer> {
  const { scenario, program, language } = asked;
  const { modes, variants, streams, pairs } = several;
  const named = variants.map(({ name, settings }) => ({ name, settings }));
  const options = { ...seasons, variants: named, streams, pairs, ...meanwhile };
  const comparison = await compareModes(scenario, modes, options);
  const json = variantsJson(comparison, program, seasons.calls ? callRows(comparison, several, scenario) : undefined);
  const status = statusOf(json.precision);
  const commands = repeated(asked, wordsOf(several), seasons);
  const told = { status, ...(await studyReport(report, json, asked, commands)) };
  if (several.csv) return { text: variantsCsv(json), ...told };
  if (asked.json) return { text: jsonText(json), ...told };
  return { text: variantsText(json, scenario, language, commands, seasons.hours), ...told };
}

/** The calls of the first replication of every side that was served. */
function callRows(
  { variants, seed }: VariantComparison,
  { modes, variants: named, streams }: Several,
  scenario: Scenario,
) {
  const alternatives = alternativesOf(modes, named);
  const [tasks = []] = alternativeTasks(alternatives, seed, 1, streams);
  const rows = alternatives.flatMap(({ name, mode, settings }, at) => {
    const set = applyOverrides(scenario, settings);
    if (!set.ok || !variants.some((one) => one.name === name)) return [];
    return [[name, firstCalls(set.scenario, [mode], tasks[at]?.seed ?? seed)[0] ?? []] as const];
  });
  return Object.fromEntries(rows) satisfies CallRows;
}

function wordsOf({ modes, variants, streams, pairs }: Several): string[] {
  return [
    ...(modes.join() === COMPARED.join() ? [] : ['--modes', modes.join()]),
    ...variants.flatMap(({ name, settings }) => ['--variant', `${name}:${settings.join()}`]),
    ...(pairs ? ['--pairs'] : []),
    ...(streams === 'independent' ? ['--independent'] : []),
  ];
}

function repeated(asked: Asked, which: readonly string[], seasons: Seasons) {
  return commandsOf(asked, 'compare', [...which, ...seasonsAgain(seasons)]);
}

function readSeveral(words: Words, errors: UsageErrors): Several {
  const variants = readVariants(words, errors);
  return {
    modes: readModes(words, words.options.has('variant') ? 1 : 2, errors),
    variants,
    streams: flagged('independent', words) ? 'independent' : 'common',
    pairs: flagged('pairs', words),
    csv: readCsv(words, errors),
  };
}

function limitSides({ modes, variants }: Several, { replications }: Seasons, errors: UsageErrors): void {
  const { wrong } = errors.messages.variants;
  const sides = modes.length * (1 + variants.length);
  if (sides > MOST_SIDES) errors.add('--variant', wrong.tooMany(MOST_SIDES, sides));
  else if (variants.length > 0 && sides * replications > MOST_SEASONS) {
    errors.add('--replications', wrong.tooLarge(MOST_SEASONS, sides * replications));
  }
}

function readModes(words: Words, least: 1 | 2, errors: UsageErrors): readonly Mode[] {
  const text = readOnce('modes', words, errors) ?? COMPARED.join(',');
  const names = text.split(',').map((name) => name.trim());
  const modes = names.flatMap((name) => MODES.find((one) => one === name) ?? []);
  if (modes.length === names.length && modes.length >= least && modes.length <= MOST_MODES) return modes;
  const slip = names.find((name) => !MODES.some((one) => one === name));
  const hint = slip === undefined ? null : nearest(slip, MODES);
  errors.add('--modes', errors.messages.wrong.modes(MODES, least, MOST_MODES, shown(text)), hint);
  return [];
}
