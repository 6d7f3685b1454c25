import { parseDay } from '../scenario/index.ts';

/** What a cell says of time: an instant, a day, a time of day; or why it can't be told. Hours at UTC+8 since 1970. */
export type TimeRead =
  | { readonly is: 'instant'; readonly hours: number; readonly toTheMinute: boolean }
  | { readonly is: 'day'; readonly hours: number }
  | { readonly is: 'clock'; readonly hours: number; readonly toTheMinute: boolean }
  | { readonly is: 'fault'; readonly why: 'time' | 'dayMonth' };

const NO_TIME: TimeRead = { is: 'fault', why: 'time' };
const DAY_OR_MONTH: TimeRead = { is: 'fault', why: 'dayMonth' };

/** Days from Excel's day 0 to 1 January 1970; serials between these are dates of 1954 to 2119. */
const [EXCEL_EPOCH, LEAST_SERIAL, MOST_SERIAL] = [25_569, 20_000, 80_000];

const HALF_DAY = '(上午|凌晨|早上|清晨|中午|下午|晚上|am|pm|a\\.m\\.|p\\.m\\.)?';
const CLOCK = `${HALF_DAY}\\s*(\\d{1,2})\\s*[:时點点]\\s*(\\d{1,2})?(?:\\s*[:分]\\s*(\\d{1,2})(?:[.,]\\d{1,9})?)?\\s*[分秒]?\\s*${HALF_DAY}\\s*(z|utc|[+-]\\d{2}:?\\d{2})?`;
const DATE = '(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?';
const DATE_AND_CLOCK = new RegExp(`^${DATE}(?:\\s*t?\\s*${CLOCK})?$`, 'iu');
const CLOCK_ALONE = new RegExp(`^${CLOCK}$`, 'iu');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\s?(\d{2})(\d{2})(\d{2})?)?$/u;
const OTHER_ORDER = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/u;
const SERIAL = /^\d{5}(?:\.\d+)?$/u;
const LONGEST = 48;

/**
 * Reads a date, a time, or both, as logs and spreadsheets write them: `2024-03-05 07:12`, `2024/3/5 7:12:00`,
 * `2024年3月5日 下午3时20分`, `2024-03-05T07:12:00Z`, `20240305071200`, Excel's serial day `45356.3`, `07:12`. Dates that
 * begin with a day or a month are refused: nobody can tell which it is.
 *
 * @param zone hours that the log's clock is ahead of UTC; an offset in the text itself goes before it
 */
export function readTime(cell: string, zone: number): TimeRead {
  const quick = readUsual(cell, zone);
  if (quick !== null) return quick;
  const text = cell.normalize('NFKC').trim();
  if (text === '' || text.length > LONGEST) return NO_TIME;
  const whole = DATE_AND_CLOCK.exec(text);
  if (whole !== null) return combined(whole.slice(1, 4), whole.slice(4), zone);
  const clock = CLOCK_ALONE.exec(text);
  if (clock !== null) return timeOfDay(clock.slice(1));
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, year, month, day, hour, minute, second] = compact;
    return combined([year, month, day], hour === undefined ? [] : [undefined, hour, minute, second], zone);
  }
  if (SERIAL.test(text)) return serial(Number(text), zone);
  return OTHER_ORDER.test(text) ? DAY_OR_MONTH : NO_TIME;
}

/** `YYYY-MM-DD hh:mm` and `YYYY-MM-DD hh:mm:ss` with any two marks: most logs hold nothing else. */
function readUsual(cell: string, zone: number): TimeRead | null {
  const { length } = cell;
  if ((length !== 16 && length !== 19) || cell.charCodeAt(13) !== 58) return null;
  if (length === 19 && cell.charCodeAt(16) !== 58) return null;
  const between = cell.charCodeAt(10);
  if (between !== 32 && between !== 84) return null;
  const mark = cell.charCodeAt(4);
  if ((mark !== 45 && mark !== 47) || cell.charCodeAt(7) !== mark) return null;
  const day = dayOf(digits(cell, 0, 4), digits(cell, 5, 2), digits(cell, 8, 2));
  const [hour, minute, second] = [digits(cell, 11, 2), digits(cell, 14, 2), length === 19 ? digits(cell, 17, 2) : 0];
  if (Number.isNaN(day) || !(hour < 24 && minute < 60 && second < 60)) return null;
  return {
    is: 'instant',
    hours: day * 24 + hour + (minute * 60 + second) / 3600 + 8 - zone,
    toTheMinute: second === 0,
  };
}

/** A number of so many digits; NaN where there is anything else. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

let lastDate = { year: 0, month: 0, day: 0, number: Number.NaN };

/** The number of a day as {@link parseDay} gives it; NaN if there is none such. A log names the same day many times. */
function dayOf(year: number, month: number, day: number): number {
  if (lastDate.year === year && lastDate.month === month && lastDate.day === day) return lastDate.number;
  const two = (number: number) => String(number).padStart(2, '0');
  const number = parseDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`) ?? Number.NaN;
  lastDate = { year, month, day, number };
  return number;
}

type Parts = readonly (string | undefined)[];

function combined([year, month, day]: Parts, clock: Parts, zone: number): TimeRead {
  const number = dayOf(Number(year), Number(month), Number(day));
  if (Number.isNaN(number)) return NO_TIME;
  if (clock[1] === undefined) return { is: 'day', hours: number * 24 };
  const time = timeOfDay(clock);
  if (time.is !== 'clock') return time;
  const offset = offsetOf(clock[5]);
  return { is: 'instant', hours: number * 24 + time.hours + 8 - (offset ?? zone), toTheMinute: time.toTheMinute };
}

/** A time of day at the log's own clock; 24:00 is the end of the day. */
function timeOfDay([before, hours, minutes, seconds, after]: Parts): TimeRead {
  const [hour, minute, second] = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)];
  const half = (before ?? after ?? '').toLowerCase();
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && minute + second > 0)) return NO_TIME;
  const late = /^(?:下午|晚上|pm|p\.m\.)$/u.test(half);
  const early = /^(?:上午|凌晨|am|a\.m\.)$/u.test(half);
  const turned = late && hour < 12 ? hour + 12 : early && hour === 12 ? 0 : hour;
  return { is: 'clock', hours: turned + (minute * 60 + second) / 3600, toTheMinute: second === 0 };
}

/** Hours ahead of UTC that a text says; null if it says none. */
function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^(?:z|utc)$/iu.test(text)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}

function serial(value: number, zone: number): TimeRead {
  if (value < LEAST_SERIAL || value > MOST_SERIAL) return NO_TIME;
  const day = Math.floor(value) - EXCEL_EPOCH;
  if (value === Math.floor(value)) return { is: 'day', hours: day * 24 };
  const seconds = Math.round((value - Math.floor(value)) * 86_400);
  return { is: 'instant', hours: day * 24 + seconds / 3600 + 8 - zone, toTheMinute: seconds % 60 === 0 };
}

/**
 * Hours that a time zone is ahead of UTC: `+8`, `+08:00`, `UTC+8`, `Z`, and the zones of China by name. Only fixed
 * offsets: a log in a zone with summer time cannot be read without ambiguity.
 *
 * @returns null if the text is none of these
 * @example readZone('+05:30') // 5.5
 */
export function readZone(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (['z', 'utc', 'gmt'].includes(plain)) return 0;
  if (['asia/shanghai', 'asia/chongqing', 'asia/harbin', 'prc', 'cst', '北京时间'].includes(plain)) return 8;
  const [, sign, hours, minutes = '0'] = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/u.exec(plain) ?? [];
  const offset = Number(hours) + Number(minutes) / 60;
  return sign === undefined || offset > 14 || Number(minutes) > 59 ? null : (sign === '-' ? -1 : 1) * offset;
}
