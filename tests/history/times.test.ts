import { describe, expect, test } from 'vitest';
import { readTime, readZone } from '../../src/history/index.ts';
import { instantText } from '../../src/scenario/index.ts';
import { logOf } from './read.ts';

function instant(text: string, zone = 8): string {
  const read = readTime(text, zone);
  return read.is === 'fault' ? read.why : `${read.is} ${instantText(read.hours)}`;
}

describe('an instant is read as', () => {
  test.each([
    ['2024-03-05 07:12', 'instant 2024-03-05 07:12'],
    ['2024-03-05T07:12:00', 'instant 2024-03-05 07:12'],
    ['2024/3/5 7:12:00', 'instant 2024-03-05 07:12'],
    ['2024.3.5 7:12', 'instant 2024-03-05 07:12'],
    ['2024年3月5日 7时12分', 'instant 2024-03-05 07:12'],
    ['2024年3月5日下午3:20', 'instant 2024-03-05 15:20'],
    ['2024-03-05 上午12:05', 'instant 2024-03-05 00:05'],
    ['2024-03-05 中午12:05', 'instant 2024-03-05 12:05'],
    ['2024-03-05 7:12:30 PM', 'instant 2024-03-05 19:13'],
    ['2024-03-05T07:12:00Z', 'instant 2024-03-05 15:12'],
    ['2024-03-05T07:12:00+05:30', 'instant 2024-03-05 09:42'],
    ['20240305071200', 'instant 2024-03-05 07:12'],
    ['202403050712', 'instant 2024-03-05 07:12'],
    ['45356.3', 'instant 2024-03-05 07:12'],
    ['45356', 'day 2024-03-05 00:00'],
    ['20240305', 'day 2024-03-05 00:00'],
    ['２０２４－０３－０５　０７：１２', 'instant 2024-03-05 07:12'],
    ['2024-02-29 24:00', 'instant 2024-03-01 00:00'],
  ])('%s', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  test.each([
    ['2023-02-29 07:12', 'time'],
    ['2024-03-05 25:12', 'time'],
    ['2024-03-05 07:60', 'time'],
    ['2024-13-05 07:12:00', 'time'],
    ['05/03/2024 07:12', 'dayMonth'],
    ['3-5-24', 'dayMonth'],
    ['yesterday', 'time'],
    ['-', 'time'],
  ])('%s: not', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  test('the clock of another zone is eight hours and its own away', () => {
    expect(instant('2024-03-05 07:12', 0)).toBe('instant 2024-03-05 15:12');
    expect(instant('2024-03-05 07:12:00+08:00', 0)).toBe('instant 2024-03-05 07:12');
  });

  test('zones', () => {
    expect(['+8', 'UTC+8', '+08:00', 'Asia/Shanghai', 'Z', '-05:30', 'Europe/Berlin', '+25'].map(readZone)).toEqual([
      8,
      8,
      8,
      8,
      0,
      -5.5,
      null,
      null,
    ]);
  });
});

describe('trips over midnight', () => {
  const stays = (text: string, zone = 8) => {
    const { values } = logOf(text, { zone });
    return [...(values.portOut ?? [])].map((out, i) => Math.round((out - (values.portIn?.[i] ?? 0)) * 60));
  };

  test('a time out before the time in is on the next day', () => {
    expect(stays('日期,车牌号,进门时间,出门时间\n2024-03-05,A,23:50,0:20\n2024-03-05,B,07:00,07:30\n')).toEqual([
      30, 30,
    ]);
    expect(stays('车牌号,进门时间,出门时间\nA,2024-12-31 23:50:00,0:20\n')).toEqual([30]);
  });

  test('whatever the zone of the clock', () => {
    expect(stays('日期,车牌号,进门时间,出门时间\n2024-03-05,A,23:50,0:20\n', 0)).toEqual([30]);
    expect(stays('日期,车牌号,进门时间,出门时间\n2024-03-05,A,15:50,16:20\n', 0)).toEqual([30]);
  });

  test('days have 24 hours throughout the year, whatever clocks elsewhere do', () => {
    // Summer time begins on 31 March 2024 in Europe, 10 March in America; China had it from 1986 to 1991.
    for (const day of ['2024-03-31', '2024-03-10', '1990-04-15']) {
      expect(stays(`车牌号,进门时间,出门时间\nA,${day} 00:30,${day} 04:30\n`)).toEqual([240]);
    }
  });

  test('a time without a date anywhere is a bad row', () => {
    const { bad, kept } = logOf('车牌号,进门时间,出门时间\nA,23:50,0:20\n');
    expect(kept).toBe(0);
    expect(bad.rows).toEqual([{ line: 2, fault: 'noDate', field: 'portIn', found: '23:50' }]);
  });
});
