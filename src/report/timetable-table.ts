import type { Language } from '../scenario/index.ts';
import type { Timetable } from '../study/index.ts';
import { type Cell, csv } from './csv.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { xlsx } from './xlsx.ts';

/** A timetable as rows, headed in the reader's language: what a foreman prints. */
export function timetableRows({ releases }: Timetable, language: Language): Cell[][] {
  const { columns, routes } = PLAN_WORDS[language];
  return [
    Object.values(columns),
    ...releases.map(({ from, to, route, hoursFromReady, ...release }) => [
      from.slice(0, 10),
      from.slice(11),
      to.slice(11),
      routes[route],
      Number(hoursFromReady.toFixed(2)),
      release.trucks,
      release.firstLoad,
      release.lastLoad,
      release.tonnes,
      release.tonnesSoFar,
    ]),
  ];
}

/** A timetable as CSV. */
export function timetableCsv(timetable: Timetable, language: Language): string {
  return csv(timetableRows(timetable, language));
}

/** A timetable as an Excel workbook of one sheet. */
export async function timetableXlsx(timetable: Timetable, language: Language): Promise<Uint8Array> {
  const rows = timetableRows(timetable, language);
  return xlsx(PLAN_WORDS[language].sheet, rows, [12, 8, 8, 16, 12, 8, 10, 10, 12, 14]);
}
