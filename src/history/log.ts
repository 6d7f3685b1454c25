import { readFlag, readMass, readNumber } from './amounts.ts';
import { BadRows } from './bad-rows.ts';
import { type Field, type FieldName, fieldsOf, type LogKind } from './fields.ts';
import { Growing } from './growing.ts';
import type { Column } from './guess.ts';
import { readTime } from './instants.ts';
import { Seen } from './seen.ts';

/** A log that was read: columns of equal length, one place a row that is good. */
export interface Log {
  /** How it is named to the reader. */
  readonly name: string;
  readonly kind: LogKind;
  readonly columns: readonly Column[];
  /** Rows under the headers, empty ones apart; those left out included. */
  readonly rows: number;
  /** Rows that are good. */
  readonly kept: number;
  readonly bad: BadRows;
  /**
   * Instants in hours since 1970 at UTC+8, masses in kg, flags 0 or 1, texts as places in `words`; NaN where a cell is
   * empty.
   */
  readonly values: Readonly<Partial<Record<FieldName, Float64Array>>>;
  readonly words: readonly string[];
  /** Every instant is a whole minute: shorter times cannot be told. */
  readonly toTheMinute: boolean;
}

/** Longest cell that is looked at as a figure or a name; the reader of times has a bound of its own. */
const MOST_CHARACTERS = 200;
/** Longest stay between the first and the last instant of a row, hours; a ship's call may take months. */
const LONGEST_HOURS: Readonly<Record<LogKind, number>> = { gate: 72, weighbridge: 72, gps: 72, calls: 2400, tariff: 0 };
/** Bounds of a truck's masses, kg. */
const [LEAST_TRUCK, MOST_TRUCK] = [0, 200_000];
/** Gross less tare and net may differ by so much, kg: rounding, and deductions for moisture. */
const WEIGHTS_AGREE = 0.05;

/** Reads a log row by row. */
export class LogReader {
  readonly #name: string;
  readonly #kind: LogKind;
  readonly #columns: readonly Column[];
  readonly #cells: readonly (Column & { readonly type: Field['type']; readonly into: Growing<Float64Array> })[];
  /** Places among `#cells` of the instants, in the order in which things happen. */
  readonly #instants: readonly number[];
  readonly #date: number;
  readonly #widest: number;
  readonly #zone: number;
  readonly #seen: Seen;
  readonly #bad = new BadRows();
  readonly #words = new Map<string, number>();
  readonly #row: Float64Array;
  readonly #places: ReadonlyMap<FieldName, number>;
  #rows = 0;
  #sawMinutes = false;
  #sawSeconds = false;

  /**
   * @param zone hours that the log's clock is ahead of UTC
   * @param seen rows of logs before it, which are not read again
   */
  constructor(name: string, kind: LogKind, columns: readonly Column[], zone: number, seen = new Seen()) {
    this.#seen = seen;
    this.#name = name;
    this.#kind = kind;
    this.#columns = columns;
    const fields = fieldsOf(kind);
    const inOrder = Object.keys(fields).flatMap((field) => columns.find((column) => column.field === field) ?? []);
    this.#cells = inOrder.map((column) => ({
      ...column,
      type: (fields[column.field] as Field).type,
      into: new Growing(Float64Array),
    }));
    this.#instants = this.#cells.flatMap(({ type }, at) => (type === 'instant' ? [at] : []));
    this.#date = this.#cells.findIndex(({ type }) => type === 'day');
    this.#widest = Math.max(...columns.map(({ at }) => at));
    this.#zone = zone;
    this.#row = new Float64Array(this.#cells.length);
    this.#places = new Map(this.#cells.map(({ field }, at) => [field, at]));
  }

  /** Reads the next row. @param line of the file, from 1 */
  row(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell === '')) return;
    this.#rows++;
    if (this.#seen.sawBefore(cells)) this.#bad.note(line, 'duplicate', null, cells.join(' '));
    else if (this.#read(cells, line)) this.#keep();
  }

  #keep(): void {
    for (let at = 0; at < this.#cells.length; at++) this.#cells[at]!.into.push(this.#row[at] as number);
  }

  /** What was read. */
  close(): Log {
    return {
      name: this.#name,
      kind: this.#kind,
      columns: this.#columns,
      rows: this.#rows,
      kept: this.#cells[0]?.into.length ?? 0,
      bad: this.#bad,
      values: Object.fromEntries(this.#cells.map(({ field, into }) => [field, into.values])),
      words: [...this.#words.keys()],
      toTheMinute: this.#sawMinutes && !this.#sawSeconds,
    };
  }

  /** @returns whether the row is good; else it was noted */
  #read(cells: readonly string[], line: number): boolean {
    if (cells.length <= this.#widest && cells.length < this.#columns.length) {
      this.#bad.note(line, 'cells', null, cells.join(' '));
      return false;
    }
    let day = Number.NaN;
    if (this.#date >= 0) {
      const read = this.#readDay(cells, line);
      if (read === null) return false;
      day = read;
    }
    let some = false;
    for (let at = 0; at < this.#cells.length; at++) {
      const cell = this.#cells[at]!;
      if (cell.type === 'day') continue;
      const text = (cells[cell.at] ?? '').trim();
      const value =
        text === ''
          ? Number.NaN
          : cell.type === 'instant'
            ? this.#instant(text, day, at, line)
            : this.#other(text, cell, line);
      if (text !== '' && Number.isNaN(value)) return false;
      this.#row[at] = value;
      some ||= text !== '' && cell.type !== 'text';
    }
    if (!some) {
      this.#bad.note(line, 'missing', null, cells.join(' '));
      return false;
    }
    return this.#keepsOrder(cells, line) && this.#masses(line) && this.#place(line);
  }

  /** @returns the first hour of the row's day, NaN if the cell is empty; null if it is bad, which was noted */
  #readDay(cells: readonly string[], line: number): number | null {
    const text = (cells[this.#cells[this.#date]?.at ?? 0] ?? '').trim();
    this.#row[this.#date] = Number.NaN;
    if (text === '') return Number.NaN;
    const read = readTime(text, 8);
    if (read.is === 'day' || read.is === 'instant') {
      const start = Math.floor(read.hours / 24) * 24;
      this.#row[this.#date] = start;
      return start;
    }
    this.#bad.note(line, read.is === 'fault' ? read.why : 'time', 'date', text);
    return null;
  }

  /** An instant; one without a date is on the row's day, and not before what came before it. NaN if it was noted. */
  #instant(text: string, day: number, at: number, line: number): number {
    const field = this.#cells[at]?.field ?? null;
    const read = readTime(text, this.#zone);
    if (read.is === 'instant' || read.is === 'clock') {
      if (read.toTheMinute) this.#sawMinutes = true;
      else this.#sawSeconds = true;
    }
    if (read.is === 'instant') return read.hours;
    if (read.is === 'day' && this.#kind === 'calls') return read.hours;
    if (read.is !== 'clock') {
      this.#bad.note(line, read.is === 'fault' ? read.why : 'time', field, text);
      return Number.NaN;
    }
    const before = this.#lastBefore(at);
    const start = Number.isNaN(before) ? day : Math.floor((before - 8 + this.#zone) / 24) * 24;
    if (Number.isNaN(start)) {
      this.#bad.note(line, 'noDate', field, text);
      return Number.NaN;
    }
    const hours = start + read.hours + 8 - this.#zone;
    return hours < before ? hours + 24 : hours;
  }

  /** The last instant of the row that was read before a place; NaN if there is none. */
  #lastBefore(at: number): number {
    let last = Number.NaN;
    for (const place of this.#instants) {
      if (place >= at) break;
      if (!Number.isNaN(this.#row[place])) last = this.#row[place] as number;
    }
    return last;
  }

  #other(text: string, { type, kilograms, field }: Column & { readonly type: Field['type'] }, line: number): number {
    if (type === 'text') return this.#word(text.slice(0, MOST_CHARACTERS));
    const tonnes = field === 'tonnes' ? 1000 : null;
    const short = text.length <= MOST_CHARACTERS;
    const value = !short
      ? Number.NaN
      : type === 'mass'
        ? readMass(text, kilograms ?? tonnes)
        : type === 'flag'
          ? readFlag(text)
          : readNumber(text);
    if (Number.isNaN(value)) this.#bad.note(line, 'number', field, text);
    return value;
  }

  #word(text: string): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    this.#words.set(text, this.#words.size);
    return this.#words.size - 1;
  }

  /** A laycan stands apart: a ship may come before it. */
  #keepsOrder(cells: readonly string[], line: number): boolean {
    let [first, last] = [Number.NaN, Number.NaN];
    for (const place of this.#instants) {
      const hours = this.#row[place] as number;
      const { field, at } = this.#cells[place] as Column;
      if (Number.isNaN(hours) || field === 'laycan') continue;
      if (hours < last) {
        this.#bad.note(line, 'order', field, cells[at] ?? '');
        return false;
      }
      if (Number.isNaN(first)) first = hours;
      last = hours;
    }
    if (!(last - first > LONGEST_HOURS[this.#kind])) return true;
    this.#bad.note(line, 'tooLong', null, `${(last - first).toFixed(1)} h`);
    return false;
  }

  /** The value of a field in this row; NaN if there is none. */
  #valueOf(field: FieldName): number {
    const at = this.#places.get(field);
    return at === undefined ? Number.NaN : (this.#row[at] as number);
  }

  #masses(line: number): boolean {
    if (this.#kind !== 'gate' && this.#kind !== 'weighbridge') return this.#positive(line);
    const [gross, tare, net] = [this.#valueOf('gross'), this.#valueOf('tare'), this.#valueOf('net')];
    const outside = [gross, tare, net].find((kg) => kg <= LEAST_TRUCK || kg > MOST_TRUCK);
    if (outside !== undefined) {
      this.#bad.note(line, 'outside', null, `${outside} kg`);
      return false;
    }
    const difference = gross - tare;
    if (!(difference <= 0) && !(Math.abs(difference - net) > WEIGHTS_AGREE * difference)) return true;
    this.#bad.note(line, 'weights', null, `${gross} - ${tare}${Number.isNaN(net) ? '' : ` ≠ ${net}`} kg`);
    return false;
  }

  #positive(line: number): boolean {
    for (const field of ['tonnes', 'cranes', 'price'] as const) {
      const value = this.#valueOf(field);
      if (!(field === 'price' ? value < 0 : value <= 0)) continue;
      this.#bad.note(line, 'outside', field, String(value));
      return false;
    }
    return true;
  }

  #place(line: number): boolean {
    if (this.#kind !== 'gps') return true;
    const [latitude, longitude] = [this.#valueOf('latitude'), this.#valueOf('longitude')];
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)) return true;
    this.#bad.note(line, 'outside', null, `${latitude}, ${longitude}`);
    return false;
  }
}
