import { type MeasuredValue, type QuantitySummary, ROW_FAULTS } from '../history/index.ts';
import { describe, type Language, quantityInWords, unitInWords, visible } from '../scenario/index.ts';
import { NO_FIGURE, whole } from './figures.ts';
import { lawText } from './fit-text.ts';
import { pageOf, section } from './frame.ts';
import type { ImportedFile, ImportJson } from './import-json.ts';
import { IMPORT_WORDS, type ImportWords } from './import-words.ts';
import { sentences, table, wrapped } from './layout.ts';
import { digits, shownUnit } from './measured-figures.ts';

/** An import as a page: what was read and how, what it measures, which parameters that is. */
export function importText(json: ImportJson, language: Language): string {
  const words = IMPORT_WORDS[language];
  const { files, quantities, measured, tariff, scenario, written } = json;
  const known = measured.length + tariff.charges.length > 0;
  return pageOf([
    ...files.flatMap((file, at) => [...(at > 0 ? [''] : []), ...fileLines(file, words)]),
    ...(quantities.length === 0 ? [] : section(words.headings.quantities, quantityLines(quantities, language))),
    ...hourLines(quantities, words),
    ...(measured.length === 0 ? [] : section(words.headings.parameters, parameterLines(measured, language))),
    ...(measured.length === 0
      ? []
      : wrapped(
          sentences(
            words.intervalNote,
            scenario === null ? words.byCatalogue : words.byScenario(visible(scenario.name)),
          ),
        )),
    ...tariffLines(json, language),
    ...(known ? [] : ['', words.nothing]),
    '',
    ...(written === null
      ? [words.notWritten]
      : [
          ...wrapped(words.written(visible(written.path), words.list(written.keys))),
          words.next(visible(written.path)),
        ]),
  ]);
}

function fileLines(file: ImportedFile, words: ImportWords): string[] {
  const { name, kind, rows, headerLine, columns, unread, leftOut } = file;
  const how = [
    file.format === 'xlsx' ? 'Excel' : (file.encoding ?? '').toUpperCase(),
    words.separators[file.separator ?? ''] ?? '',
  ].filter((one) => one !== '');
  const faults = ROW_FAULTS.flatMap((fault) => {
    const count = leftOut.byFault[fault];
    return count === undefined ? [] : [`${words.faults[fault]} ${whole(count)}`];
  });
  const headerOf = (field: string) => columns.find((column) => column.field === field)?.header ?? field;
  const bad = leftOut.first.map(({ line, field, fault, found }) =>
    words.badRow(String(line), field === null ? null : visible(headerOf(field)), words.faults[fault], visible(found)),
  );
  const shown = columns.map(({ header, field, by }) => words.column(visible(header), field, by === 'named'));
  const rest = leftOut.count - leftOut.first.length;
  return [
    words.file(visible(name), words.kinds[kind], whole(rows), String(headerLine), words.list(how)),
    ...wrapped(`  ${words.read(words.list(shown))}`, '    '),
    ...(unread.length === 0 ? [] : wrapped(`  ${words.unread(words.list(unread.map(visible)))}`, '    ')),
    ...wrapped(
      `  ${leftOut.count === 0 ? words.allKept : words.leftOut(whole(leftOut.count), words.list(faults))}`,
      '    ',
    ),
    ...bad.flatMap((line) => wrapped(`    ${line}`, '      ')),
    ...(file.toTheMinute && kind !== 'calls' && kind !== 'tariff' ? [`  ${words.toTheMinute}`] : []),
    ...(rest > 0 && bad.length > 0 ? [`    ${words.more(whole(rest))}`] : []),
  ];
}

function quantityLines(quantities: readonly QuantitySummary[], language: Language): string[] {
  const words = IMPORT_WORDS[language];
  const { columns } = words;
  const head = ['', columns.count, columns.mean, columns.sd, '5%', '50%', '95%', columns.unit, columns.law];
  const rows = quantities.map((quantity) => {
    const { unit, factor } = shownUnit(quantity);
    const { p05, p50, p95 } = quantity.quantiles;
    const [best] = quantity.laws;
    const figures = [quantity.mean, quantity.sd, p05, p50, p95].map((value) =>
      digits(value === null ? null : value * factor),
    );
    return [
      words.quantities[quantity.id],
      whole(quantity.count),
      ...figures,
      unitInWords(unit, language),
      best === undefined ? '' : words.verdict(words.laws[best.name], words.verdicts[best.verdict]),
    ];
  });
  const alignments = ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'left', 'left'] as const;
  const fitted = quantities.some(({ laws }) => laws.length > 0);
  return [...table([head, ...rows], alignments), ...(fitted ? wrapped(words.fitNote) : [])];
}

/** Trucks at the gate and their drives by hour, half a day a table. */
function hourLines(quantities: readonly QuantitySummary[], words: ImportWords): string[] {
  const came = quantities.find(({ id }) => id === 'gate.gap')?.byHour ?? null;
  const drive = quantities.find(({ id }) => id === 'road.loaded')?.byHour ?? null;
  if (came === null && drive === null) return [];
  const halves = [0, 12].flatMap((from) => {
    const hours = Array.from({ length: 12 }, (_, i) => from + i);
    const rows = [[words.hour, ...hours.map(String)]];
    if (came !== null) rows.push([words.came, ...hours.map((hour) => whole(came[hour]?.count ?? 0))]);
    if (drive !== null) rows.push([words.drive, ...hours.map((hour) => minutes(drive[hour]?.mean ?? null))]);
    return table(rows, ['left']);
  });
  return section(words.headings.hours, halves);
}

function minutes(hours: number | null): string {
  return hours === null ? NO_FIGURE : (hours * 60).toFixed(1);
}

function parameterLines(measured: readonly MeasuredValue[], language: Language): string[] {
  const words = IMPORT_WORDS[language];
  const { columns } = words;
  const rows = measured.map(({ key, before, value, low, high, unit, count, reservation }) => [
    `${key} ${describe(key)[language][0]}`,
    String(before),
    digits(value),
    low === null || high === null ? NO_FIGURE : `[${digits(low)}, ${digits(high)}]`,
    unitInWords(unit, language),
    whole(count),
    reservation === null ? '' : words.reservations[reservation],
  ]);
  const head = ['', columns.now, columns.measured, columns.interval, columns.unit, columns.from, ''];
  return table([head, ...rows], ['left', 'right', 'right', 'right', 'left', 'right', 'left']);
}

function tariffLines({ tariff }: ImportJson, language: Language): string[] {
  const words = IMPORT_WORDS[language];
  if (tariff.charges.length + tariff.left.length === 0) return [];
  const rows = tariff.charges.map(({ key, item, value, unit }) => [
    visible(item),
    key,
    quantityInWords(value, unit, language),
  ]);
  return section(words.headings.tariff, [
    ...table(rows, ['left', 'left', 'right']).map((line) => `  ${line}`),
    ...tariff.left.flatMap(({ item, why, hint }) => wrapped(`  ${words.left[why](visible(item), hint)}`, '    ')),
  ]);
}

/** The best law of a quantity in words; null if there is none. */
export function bestLaw({ laws, ...quantity }: QuantitySummary, language: Language): string | null {
  const [best] = laws;
  return best === undefined ? null : lawText(best, quantity, language);
}
