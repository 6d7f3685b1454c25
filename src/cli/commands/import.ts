import { extname } from 'node:path';
import type { LogOptions } from '../../execution/index.ts';
import {
  type Charge,
  lawFor,
  MEASURABLE,
  type MeasuredValue,
  measure,
  type Places,
  type QuantitySummary,
  quantitiesOf,
  readTariff,
  summarise,
  type TariffRead,
} from '../../history/index.ts';
import {
  badRowsCsv,
  bestLaw,
  chargeSource,
  fitText,
  IMPORT_WORDS,
  type Imported,
  type ImportedFile,
  importJson,
  importText,
  jsonText,
} from '../../report/index.ts';
import {
  defaultParameters,
  editMeasured,
  type Law,
  type NumberKey,
  nearest,
  quantityInWords,
  type Scenario,
  type SourcedValue,
} from '../../scenario/index.ts';
import { MOST_FITTED } from '../../stats/index.ts';
import { type Answer, type AskedPlain, type PlainCommand, STATUS } from '../command.ts';
import type { Words } from '../command-line.ts';
import { load } from '../load.ts';
import { checkedOutFile, type OutFile, readOutFile } from '../out-files.ts';
import { type GoodLog, logOptions, readLogOptions, readLogs } from '../read-logs.ts';
import { readOnce, readWhole } from '../read-options.ts';
import { readScenarioFile, textIn } from '../scenario-file.ts';
import { shown, type UsageErrors } from '../usage-errors.ts';

/** Rows left out that are shown unless it is said, and at most. */
const [SHOWN, MOST_SHOWN] = [10, 1000];
/** Seed of the bootstrap behind p values. */
const SEED = 1;

/** A scenario that takes what is measured. */
interface Into {
  readonly scenario: Scenario;
  readonly path: string;
  readonly out: string;
}

/** Reads logs of one's own port, and writes what they measure into a scenario. */
export const importCommand: PlainCommand = {
  name: 'import',
  operands: (messages) => messages.import.operands,
  options(messages) {
    const { describe } = messages.import;
    return {
      ...logOptions(messages),
      works: { describe: describe.works },
      port: { describe: describe.port },
      into: { describe: describe.into },
      out: { describe: describe.out, otherwise: describe.outOtherwise },
      force: { flag: true, describe: messages.describe.force },
      take: { describe: describe.take, otherwise: describe.takeOtherwise },
      fit: { describe: describe.fit },
      bad: { describe: describe.bad },
      show: { describe: describe.show, otherwise: String(SHOWN) },
    };
  },
  readPlain(words, asked, errors) {
    const [, ...paths] = words.positionals;
    if (paths.length === 0) errors.add('FILE', errors.messages.import.wrong.noFile);
    const { options, places } = readLogOptions(words, errors);
    const most = readWhole('show', words, SHOWN, [0, MOST_SHOWN], errors);
    const bad = readOutFile('bad', words, errors);
    const fit = readOnce('fit', words, errors) ?? null;
    const take = readTake(words, errors);
    const into = readInto(words, asked, errors);
    if (fit !== null && words.options.has('into')) errors.add('--fit', errors.messages.import.wrong.fitAlone);
    return {
      count: 0,
      async run() {
        const told = await toldBy(paths, options, places, most, errors);
        if (told === null) return refused(errors);
        const { tariff, quantities } = told;
        const parameters = into?.scenario ?? { parameters: defaultParameters() };
        const measured = fit === null ? measure(quantities, parameters) : [];
        const written = into === null ? [] : toWrite(measured, tariff, take, asked, errors);
        if (fit !== null && !quantities.some(({ id }) => id === fit)) {
          const known = quantities.map(({ id }) => id);
          errors.add('--fit', errors.messages.import.wrong.fit(shown(fit) ?? '', known), nearest(fit, known));
        }
        if (errors.lines.length > 0) return refused(errors);
        const summaries = quantities
          .filter(({ id }) => fit === null || id === fit)
          .map((quantity) => summarise(quantity, SEED, fit !== null));
        const imported: Imported = {
          files: told.files,
          quantities: summaries,
          measured,
          tariff,
          scenario: into === null ? null : { name: into.scenario.name, path: into.path },
          written: into === null ? null : { path: into.out, keys: written.map(({ key }) => key) },
        };
        const files: OutFile[] = [];
        const lawOf = (one: MeasuredValue) => {
          const quantity = quantities.find(({ id }) => id === one.from);
          const summary = summaries.find(({ id }) => id === one.from);
          return quantity === undefined || summary === undefined
            ? null
            : { law: lawFor(one, quantity, summary.laws), summary };
        };
        if (into !== null) files.push(...scenarioFile(into, written, lawOf, asked, errors));
        if (errors.lines.length > 0) return refused(errors);
        const notes: string[] = [];
        if (bad !== null) {
          files.push({ path: bad, content: badRowsCsv(told.leftOut, asked.language) });
          const count = told.files.reduce((sum, { leftOut }) => sum + leftOut.count, 0);
          notes.push(errors.messages.import.badWritten(String(count), bad));
        }
        return { text: textOf(imported, fit, asked, errors), files, notes };
      },
    };
  },
};

/** What the logs say, of which no more is kept than that: their columns take 64 MB of a million rows. */
async function toldBy(
  paths: readonly string[],
  options: LogOptions,
  places: Places | null,
  most: number,
  errors: UsageErrors,
) {
  const logs = await readLogs(paths, options, errors);
  if (logs === null) return null;
  return {
    tariff: tariffOf(logs),
    files: logs.map((log) => fileOf(log, most)),
    leftOut: logs.map(({ log: { name, bad } }) => ({ name, rows: bad.rows })),
    quantities: quantitiesOf(
      logs.map(({ log }) => log),
      places,
    ),
  };
}

function refused({ lines }: UsageErrors): Answer {
  return { text: '', status: STATUS.badInput, notes: lines };
}

function textOf(
  imported: Imported,
  fit: string | null,
  { json, program, language }: AskedPlain,
  errors: UsageErrors,
): string {
  const whole = importJson(imported, program);
  if (json) return jsonText(whole);
  const [quantity] = imported.quantities;
  if (fit === null || quantity === undefined) return importText(whole, language);
  if (quantity.laws.length === 0) return `${errors.messages.import.wrong.noLaw(fit)}\n`;
  const step = Math.ceil(quantity.count / MOST_FITTED);
  return fitText(quantity, Math.floor(quantity.count / step), language);
}

function readTake(words: Words, errors: UsageErrors): readonly NumberKey[] | null {
  const text = readOnce('take', words, errors);
  if (text === undefined) return null;
  const keys = text.split(',').map((key) => key.trim());
  const known = MEASURABLE.map(({ key }) => key);
  const odd = keys.find((key) => !known.includes(key as NumberKey));
  if (odd !== undefined) errors.add('--take', errors.messages.import.wrong.take(shown(odd)), nearest(odd, known));
  if (!words.options.has('into')) errors.add('--take', errors.messages.import.wrong.outAlone('--take'));
  return keys as NumberKey[];
}

/** The scenario to write into, and where its copy goes; null if none is asked for or something is wrong, which is noted. */
function readInto(words: Words, { language }: AskedPlain, errors: UsageErrors): Into | null {
  const path = readOnce('into', words, errors);
  if (path === undefined) {
    if (words.options.has('out')) errors.add('--out', errors.messages.import.wrong.outAlone('--out'));
    return null;
  }
  const loaded = path === '' ? null : load({ path, settings: [] }, language, errors);
  if (path === '') errors.add('--into', errors.messages.wrong.scenario(null));
  const beside = `${path.slice(0, path.length - extname(path).length)}-measured${extname(path) || '.yaml'}`;
  const out = words.options.has('out')
    ? readOutFile('out', words, errors)
    : path === ''
      ? null
      : checkedOutFile('--into', beside, words, errors);
  return loaded === null || out === null ? null : { scenario: loaded.scenario, path, out };
}

function tariffOf(logs: readonly GoodLog[]): TariffRead {
  const read = logs.flatMap(({ log }) => (log.kind === 'tariff' ? [readTariff(log)] : []));
  return { charges: read.flatMap(({ charges }) => charges), left: read.flatMap(({ left }) => left) };
}

function fileOf({ log, format, headerLine, unread }: GoodLog, most: number): ImportedFile {
  const { name, kind, columns, rows, kept, bad, toTheMinute } = log;
  return {
    name,
    kind,
    ...format,
    headerLine,
    columns: columns.map(({ field, header, by }) => ({ field, header, by })),
    unread,
    rows,
    kept,
    toTheMinute,
    leftOut: { count: bad.count, byFault: bad.byFault, first: bad.rows.slice(0, most) },
  };
}

type Written = Pick<MeasuredValue | Charge, 'key'> & { readonly value: MeasuredValue | Charge };

/** What is to be written: everything measured without reservation, or what was asked for; wishes that can't be met are noted. */
function toWrite(
  measured: readonly MeasuredValue[],
  { charges }: TariffRead,
  take: readonly NumberKey[] | null,
  { language }: AskedPlain,
  errors: UsageErrors,
): Written[] {
  const { wrong } = errors.messages.import;
  for (const key of take ?? []) {
    const found = measured.find((one) => one.key === key);
    if (found === undefined) errors.add('--take', wrong.notMeasured(key));
    else if (found.reservation !== null)
      errors.add('--take', wrong.reserved(key, IMPORT_WORDS[language].reservations[found.reservation]));
  }
  const free = measured.filter(({ key, reservation }) => reservation === null && (take === null || take.includes(key)));
  const all = [...free, ...charges.filter(({ key }) => !free.some((one) => one.key === key))];
  if (all.length === 0 && errors.lines.length === 0) errors.add('--into', wrong.nothingToWrite);
  return all.map((value) => ({ key: value.key, value }));
}

/** The law that a measured value is written with, and what its quantity looks like; null where nothing is known of it. */
type LawOf = (value: MeasuredValue) => { readonly law: Law | null; readonly summary: QuantitySummary } | null;

/** The scenario's text with the values in it; none if it can't be edited, which is noted. */
function scenarioFile(
  { path, out }: Into,
  written: readonly Written[],
  lawOf: LawOf,
  { language }: AskedPlain,
  errors: UsageErrors,
): OutFile[] {
  const read = readScenarioFile(path);
  const values = written.map(({ value }) => ('item' in value ? stated(value) : sourced(value, lawOf, language)));
  const text = read.ok ? textIn(read.bytes) : null;
  const content = text === null ? null : editMeasured(text, values);
  if (content !== null) return [{ path: out, content }];
  errors.add('--into', errors.messages.import.wrong.layout);
  return [];
}

function stated(charge: Charge): SourcedValue {
  const { key, value } = charge;
  return { key, value, law: null, range: null, standing: 'sourced', source: chargeSource(charge), note: '' };
}

function sourced(measured: MeasuredValue, lawOf: LawOf, language: AskedPlain['language']): SourcedValue {
  const { key, value, low, high, unit, count, before, logs } = measured;
  const words = IMPORT_WORDS[language];
  const found = lawOf(measured);
  return {
    key,
    value,
    law: found?.law ?? null,
    range: low === null || high === null ? null : [Math.min(low, value), Math.max(high, value)],
    standing: 'measured',
    source: words.source(logs.map(({ name, kept }) => words.rowsOf(name, String(kept))).join('; ')),
    note: words.note(
      String(count),
      quantityInWords(before, unit, language),
      found === null ? null : bestLaw(found.summary, language),
    ),
  };
}
