import type { LayoutFault } from '../history/index.ts';
import { expectedInEnglish } from './expected.ts';
import type { ImportCliWords } from './import-words.ts';

const TABLES: Readonly<Record<Parameters<ImportCliWords['wrong']['table']>[0], string>> = {
  missing: 'expected a log, found no such file',
  folder: 'expected a log, found a folder',
  special: 'expected a log, found no plain file',
  unreadable: 'the file cannot be read',
  xls: 'this is a workbook of Excel 97-2003 (.xls): save it as .xlsx or as CSV',
  notText: 'expected text or an .xlsx workbook, found neither',
  notXlsx: 'the workbook is damaged, or no .xlsx',
  tooLarge: 'the file is too large: at most 4 GB of text, or 30 MB of workbook (300 MB unpacked)',
  empty: 'expected a log, found an empty file',
};

function columns(fault: LayoutFault): string {
  switch (fault.is) {
    case 'noKind':
      return `expected headers of a gate, weighbridge, gps or calls log or of a tariff; found ${list(fault.headers)}; say --kind and --map, such as --kind gate --map In=portIn --map Out=portOut`;
    case 'notEnough':
      return `too few columns of a ${fault.kind} log among ${list(fault.headers)}; say --map column=field, such as --map In=portIn`;
    case 'noColumn':
      return `--map: there is no column "${fault.column}" among ${list(fault.headers)}`;
    case 'noField':
      return `--map: expected one of ${fault.fields.join(', ')}, found "${fault.field}"`;
    default:
      return `--map: ${fault.field} is named twice, or its column is`;
  }
}

function list(headers: readonly string[]): string {
  return headers.length === 0 ? 'nothing' : headers.join(', ');
}

export const importInEnglish: ImportCliWords = {
  operands: 'FILE...',
  describe: {
    import: 'Read logs of your own port, measure parameters, fit laws, write them into a scenario.',
    kind: 'what the files are',
    map: 'which column is what, may be repeated: column=field, by header or number, such as 进门=portIn or 3=portOut',
    encoding: 'of the text',
    separator: 'between cells',
    tz: "of the log's clock: +8, UTC, Asia/Shanghai",
    works: 'where the works are, for gps: latitude,longitude or with a radius in km: 40.29,122.12,0.5',
    port: 'where the port is, for gps',
    into: 'the scenario that takes what is measured; a copy is written',
    out: 'where the copy goes',
    outOtherwise: 'SCENARIO-measured.yaml beside it',
    take: 'parameters to write, with commas between',
    takeOtherwise: 'all that are measured',
    fit: 'show all laws fitted to one quantity, such as port.stay',
    bad: 'write all rows that were left out to this CSV file',
    show: 'rows left out that are shown',
    guessed: 'guessed',
  },
  wrong: {
    noFile: 'expected a log file, found nothing',
    map: (found) => expectedInEnglish('column=field, such as 进门=portIn', found),
    tz: (found) => expectedInEnglish('a fixed offset from UTC such as +8 or UTC, or Asia/Shanghai', found),
    place: (found) => expectedInEnglish('latitude,longitude[,km] such as 40.29,122.12,0.5', found),
    onePlace: 'expected both --works and --port',
    outAlone: (option) => `${option} belongs to --into SCENARIO`,
    take: (found) => expectedInEnglish('keys that logs can measure, with commas between', found),
    notMeasured: (key) => `${key} is not measured by these files`,
    reserved: (key, why) => `${key}: ${why}`,
    nothingToWrite: 'nothing was measured that can be written',
    layout: 'the file is laid out in a way that cannot be edited; write the values in by hand',
    fit: (found, known) =>
      `expected one of ${known.length === 0 ? 'no quantities' : known.join(', ')}, found "${found}"`,
    fitAlone: '--fit shows and writes nothing: leave out --into',
    noLaw: (quantity) => `${quantity} has too few values, or they do not differ`,
    table: (fault) => TABLES[fault],
    columns,
  },
  badWritten: (count, path) => `Rows left out: ${count}, in ${path}.`,
};
