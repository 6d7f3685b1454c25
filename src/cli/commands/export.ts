import { compareScenario, type ParquetColumn, parquet } from '../../execution/index.ts';
import {
  compareJson,
  compareXlsx,
  EVENT_COLUMN_TYPES,
  EVENT_COLUMNS,
  eventCsv,
  eventRows,
  intervalPieces,
  jsonText,
  modeLabel,
  ocelPieces,
  reportMessages,
  seasonLog,
  wrapped,
} from '../../report/index.ts';
import { COMPARED, firstCalls, MODES, type Mode, type RecordedOutcome, recordReplication } from '../../study/index.ts';
import type { Answer, Asked, Meanwhile, ScenarioCommand } from '../command.ts';
import type { Words } from '../command-line.ts';
import { FORMATS, type Format } from '../export-words.ts';
import type { CliMessages } from '../messages.ts';
import { type OutFile, readOutFile } from '../out-files.ts';
import { MOST_REPLICATIONS, readChoice, readThreads, readWhole } from '../read-options.ts';
import type { UsageErrors } from '../usage-errors.ts';

const REPLICATIONS = 30;

/** Options that only an export of a season has, and only one of a comparison. */
const [OF_SEASON, OF_COMPARISON] = [
  ['mode', 'replication'],
  ['replications', 'threads'],
];
const OF_EVENTS = FORMATS.filter((format) => format !== 'xlsx');

const MODE: Mode = 'direct';

/** What is written, and where. */
interface Export {
  readonly format: Format;
  readonly out: string;
  readonly mode: Mode;
  readonly seed: number;
  /** From 1. */
  readonly replication: number;
  readonly replications: number;
  readonly threads: number;
}

/** Writes what happened in a season for other programs to read. */
export const exportCommand: ScenarioCommand = {
  name: 'export',
  options: (messages) => {
    const { describe, list } = messages;
    const own = messages.export.describe;
    return {
      as: { describe: `${own.as}${list(FORMATS)}`, words: FORMATS },
      out: { describe: own.out },
      force: { flag: true, describe: describe.force },
      mode: { describe: `${own.mode}${list(MODES)}`, words: MODES, otherwise: MODE },
      seed: { describe: describe.seed, otherwise: '1' },
      replication: { describe: own.replication, otherwise: '1' },
      replications: { describe: own.replications, otherwise: String(REPLICATIONS) },
      threads: { describe: describe.threads },
    };
  },
  read(words, errors) {
    const read = readExport(words, errors);
    if (words.options.has('as')) checkOptions(read.format, words, errors);
    return (asked) => ({
      count: read.format === 'xlsx' ? read.replications : 0,
      run: (meanwhile) => exported(read, asked, meanwhile, errors.messages),
    });
  },
};

function readExport(words: Words, errors: UsageErrors): Export {
  if (!words.options.has('as')) errors.add('--as', errors.messages.wrong.oneOf(FORMATS, null));
  if (!words.options.has('out')) errors.add('--out', errors.messages.export.wrong.noFile);
  return {
    format: readChoice('as', words, FORMATS, errors) ?? 'ocel',
    out: readOutFile('out', words, errors) ?? '',
    mode: readChoice('mode', words, MODES, errors) ?? MODE,
    seed: readWhole('seed', words, 1, [0, Number.MAX_SAFE_INTEGER], errors),
    replication: readWhole('replication', words, 1, [1, MOST_REPLICATIONS], errors),
    replications: readWhole('replications', words, REPLICATIONS, [1, MOST_REPLICATIONS], errors),
    threads: readThreads(words, errors),
  };
}

/** Options of one kind of export mean nothing to the other. */
function checkOptions(format: Format, words: Words, errors: UsageErrors): void {
  const [own, others] = format === 'xlsx' ? [OF_SEASON, OF_EVENTS] : [OF_COMPARISON, ['xlsx']];
  for (const name of own) {
    if (words.options.has(name)) {
      errors.add(`--${name}`, errors.messages.export.wrong.onlyWith(others, format));
    }
  }
}

async function exported(asking: Export, asked: Asked, meanwhile: Meanwhile, messages: CliMessages): Promise<Answer> {
  return asking.format === 'xlsx'
    ? comparisonExported(asking, asked, meanwhile, messages)
    : seasonExported({ ...asking, format: asking.format }, asked, messages);
}

async function comparisonExported(
  { out, seed, replications, threads }: Export,
  asked: Asked,
  meanwhile: Meanwhile,
  messages: CliMessages,
): Promise<Answer> {
  const { scenario, program, language } = asked;
  const comparison = await compareScenario(scenario, { seed, replications, threads, ...meanwhile });
  const rows = firstCalls(scenario, COMPARED, seed);
  const json = compareJson(comparison, program, Object.fromEntries(COMPARED.map((mode, i) => [mode, rows[i] ?? []])));
  const files = [{ path: out, content: await compareXlsx(json, scenario, language) }];
  if (asked.json) {
    const { name, hash, overrides } = scenario;
    const of = { program, scenario: { name, hash, overrides }, seed, replications, as: 'xlsx', file: out };
    return { text: jsonText({ schema: 'zhizhuang/export@1', ...of }), files };
  }
  return { text: lines(messages.export.workbook(out, String(replications))), files };
}

/** An export of a season. */
interface SeasonExport extends Export {
  readonly format: Exclude<Format, 'xlsx'>;
}

async function seasonExported(asking: SeasonExport, asked: Asked, messages: CliMessages): Promise<Answer> {
  const { format, out, mode, seed, replication } = asking;
  const { scenario, language, program } = asked;
  const [season] = recordReplication(scenario, [mode], seed, replication - 1) as [RecordedOutcome];
  const log = seasonLog(scenario, season, language);
  const { name, hash, overrides } = scenario;
  const of = { program, scenario: { name, hash, overrides }, seed, replication, mode };
  const make = {
    ocel: () => ocelPieces(log),
    csv: () => eventCsv(log),
    parquet: () => parquet(PARQUET_COLUMNS, eventRows(log)),
    json: () => intervalPieces({ schema: 'zhizhuang/intervals@1', ...of }, log),
  };
  const files: OutFile[] = [{ path: out, content: await make[format]() }];
  const events = log.log.count;
  if (asked.json) {
    return { text: jsonText({ schema: 'zhizhuang/export@1', ...of, as: format, file: out, events }), files };
  }
  const words = messages.export;
  const label = modeLabel(mode, reportMessages(language));
  const said =
    format === 'json' ? words.intervals(out, label) : words.events(out, events.toLocaleString('en-US'), label);
  return { text: lines(said), files };
}

const PARQUET_TYPES = { text: 'VARCHAR', number: 'DOUBLE', instant: 'TIMESTAMP WITH TIME ZONE' } as const;

/** The columns of the event log; their names are the same in every language, so that queries go on working. */
const PARQUET_COLUMNS: readonly ParquetColumn[] = EVENT_COLUMNS.map((name) => [
  name,
  PARQUET_TYPES[EVENT_COLUMN_TYPES[name]],
]);

function lines(said: string): string {
  return `${wrapped(said).join('\n')}\n`;
}
