import {
  eventCsv,
  intervalPieces,
  jsonText,
  modeLabel,
  ocelPieces,
  reportMessages,
  seasonLog,
  wrapped,
} from '../../report/index.ts';
import { MODES, type Mode, type RecordedOutcome, recordReplication } from '../../study/index.ts';
import type { Answer, Asked, ScenarioCommand } from '../command.ts';
import type { Words } from '../command-line.ts';
import { FORMATS, type Format } from '../export-words.ts';
import { type OutFile, readOutFile } from '../out-files.ts';
import { MOST_REPLICATIONS, readChoice, readWhole } from '../read-options.ts';
import type { UsageErrors } from '../usage-errors.ts';

const MODE: Mode = 'direct';

/** What is written, and where. */
interface Export {
  readonly format: Format;
  readonly out: string;
  readonly mode: Mode;
  readonly seed: number;
  /** From 1. */
  readonly replication: number;
}

/** Writes what happened in a season for other programs to read. */
export const exportCommand: ScenarioCommand = {
  name: 'export',
  options: (messages) => {
    const { describe, list } = messages;
    const own = messages.export.describe;
    return {
      as: { describe: `${own.as}${list(FORMATS)}` },
      out: { describe: own.out },
      force: { flag: true, describe: describe.force },
      mode: { describe: `${own.mode}${list(MODES)}`, otherwise: MODE },
      seed: { describe: describe.seed, otherwise: '1' },
      replication: { describe: own.replication, otherwise: '1' },
    };
  },
  read(words, errors) {
    const read = readExport(words, errors);
    return (asked) => ({ count: 0, run: async () => exported(read, asked, errors) });
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
  };
}

async function exported(asking: Export, asked: Asked, { messages }: UsageErrors): Promise<Answer> {
  const { format, out, mode, seed, replication } = asking;
  const { scenario, language, program } = asked;
  const [season] = recordReplication(scenario, [mode], seed, replication - 1) as [RecordedOutcome];
  const log = seasonLog(scenario, season, language);
  const { name, hash, overrides } = scenario;
  const of = { program, scenario: { name, hash, overrides }, seed, replication, mode };
  const content = {
    ocel: () => ocelPieces(log),
    csv: () => eventCsv(log),
    json: () => intervalPieces({ schema: 'zhizhuang/intervals@1', ...of }, log),
  }[format]();
  const files: OutFile[] = [{ path: out, content }];
  const events = log.log.count;
  if (asked.json) {
    return { text: jsonText({ schema: 'zhizhuang/export@1', ...of, as: format, file: out, events }), files };
  }
  const words = messages.export;
  const label = modeLabel(mode, reportMessages(language));
  const said =
    format === 'json' ? words.intervals(out, label) : words.events(out, events.toLocaleString('en-US'), label);
  return { text: `${wrapped(said).join('\n')}\n`, files };
}
