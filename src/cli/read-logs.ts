import { basename } from 'node:path';
import { ENCODINGS, type LogOptions, type LogRead, readLog } from '../execution/index.ts';
import {
  LOG_KINDS,
  type NamedColumn,
  type Place,
  type Places,
  readZone,
  Seen,
  type Separator,
} from '../history/index.ts';
import type { Options } from './command.ts';
import type { Words } from './command-line.ts';
import type { CliMessages } from './messages.ts';
import { readChoice, readOnce } from './read-options.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

const SEPARATOR_WORDS: Readonly<Record<string, Separator>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };
/** A log was read. */
export type GoodLog = Extract<LogRead, { readonly ok: true }>;

/** How logs are to be read, as asked. */
export interface LogsAsked {
  readonly options: LogOptions;
  readonly places: Places | null;
}

/** The options of every command that reads logs. */
export function logOptions(messages: CliMessages): Options {
  const { describe } = messages.import;
  const otherwise = describe.guessed;
  return {
    kind: { describe: `${describe.kind}${messages.list(LOG_KINDS)}`, words: LOG_KINDS, otherwise },
    map: { describe: describe.map, otherwise },
    encoding: { describe: `${describe.encoding}${messages.list(ENCODINGS)}`, words: ENCODINGS, otherwise },
    separator: {
      describe: `${describe.separator}${messages.list(Object.keys(SEPARATOR_WORDS))}`,
      words: Object.keys(SEPARATOR_WORDS),
      otherwise,
    },
    tz: { describe: describe.tz, otherwise: '+8' },
  };
}

/** Reads those options, and those of places where a command has them. */
export function readLogOptions(words: Words, errors: UsageErrors): LogsAsked {
  const separator = readChoice('separator', words, Object.keys(SEPARATOR_WORDS), errors);
  const options: LogOptions = {
    kind: readChoice('kind', words, LOG_KINDS, errors) ?? null,
    named: readNamed(words, errors),
    encoding: readChoice('encoding', words, ENCODINGS, errors) ?? null,
    separator: separator === undefined ? null : (SEPARATOR_WORDS[separator] ?? null),
    zone: readZoneOption(words, errors),
  };
  return { options, places: readPlaces(words, errors) };
}

function readNamed({ options }: Words, errors: UsageErrors): NamedColumn[] {
  return (options.get('map') ?? []).flatMap((text, at) => {
    const cut = text.lastIndexOf('=');
    const [column, field] = [text.slice(0, Math.max(0, cut)).trim(), text.slice(cut + 1).trim()];
    if (column !== '' && field !== '') return { column, field };
    errors.add('--map', errors.messages.import.wrong.map(shown(text)), null, at + 1);
    return [];
  });
}

function readZoneOption(words: Words, errors: UsageErrors): number {
  const text = readOnce('tz', words, errors);
  const zone = text === undefined ? 8 : readZone(text);
  if (zone === null) errors.add('--tz', errors.messages.import.wrong.tz(shown(text)));
  return zone ?? 8;
}

function readPlaces(words: Words, errors: UsageErrors): Places | null {
  const [works, port] = [readPlace('works', words, errors), readPlace('port', words, errors)];
  if (works !== null && port !== null) return { works, port };
  if (words.options.has('works') !== words.options.has('port')) {
    errors.add(words.options.has('works') ? '--works' : '--port', errors.messages.import.wrong.onePlace);
  }
  return null;
}

/** Kilometres around a place that count as there, unless said. */
const RADIUS_KM = 0.5;

function readPlace(name: 'works' | 'port', words: Words, errors: UsageErrors): Place | null {
  const text = readOnce(name, words, errors);
  if (text === undefined) return null;
  const numbers = text.split(',').map((one) => (/^\s*-?\d+(?:\.\d+)?\s*$/u.test(one) ? Number(one) : Number.NaN));
  const [latitude = Number.NaN, longitude = Number.NaN, radiusKm = RADIUS_KM, ...more] = numbers;
  const fine = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && radiusKm > 0 && radiusKm <= 50;
  if (fine && more.length === 0) return { latitude, longitude, radiusKm };
  errors.add(`--${name}`, errors.messages.import.wrong.place(shown(text)));
  return null;
}

/** Reads the logs one after another. @returns null if any can't be read; why was noted of all of them */
export async function readLogs(
  paths: readonly string[],
  options: LogOptions,
  errors: UsageErrors,
): Promise<GoodLog[] | null> {
  const { wrong } = errors.messages.import;
  const good: GoodLog[] = [];
  const seen = new Seen();
  for (const path of paths) {
    const read = await readLog(path, basename(path), { ...options, seen });
    if (read.ok) good.push(read);
    else if (read.fault === 'layout') for (const fault of read.layout) errors.add(path, wrong.columns(fault));
    else errors.add(path, wrong.table(read.fault));
  }
  return good.length === paths.length ? good : null;
}
