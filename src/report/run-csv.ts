import { ACCOUNT_IDS } from '../study/index.ts';
import { type Cell, csv } from './csv.ts';
import type { RunJson } from './json.ts';
import type { LaytimeJson } from './laytime-json.ts';

/**
 * One mode as a table: a row for each measure, ledger line, machine's carbon and cause of hours. Ledger and carbon are
 * means per tonne.
 */
export function runCsv(json: RunJson): string {
  const { measures, ledger, carbon, hours } = json;
  const rows: Cell[][] = [
    ['of', 'name', 'unit', 'payer', 'payee', 'kind', 'mean', 'sd', 'low', 'high'],
    ...Object.entries(measures).map(([id, { unit, mean, sd, low, high }]) => {
      return ['measure', id, unit, null, null, null, mean, sd, low, high];
    }),
    ...ledger.map(({ item, payer, payee, kind, yuanPerTonne }) => {
      return ['ledger', item, 'yuan/t', payer, payee, kind, yuanPerTonne, null, null, null];
    }),
    ...carbon.map(({ emitter, fuel, wellToWheel }) => {
      return ['carbon', emitter, 'kg CO2e/t', null, null, fuel, wellToWheel, null, null, null];
    }),
    ...ACCOUNT_IDS.flatMap((id) => {
      const account = hours.accounts[id];
      if (account === null) return [];
      const parts = Object.entries({ ...account.causes, whole: account.whole });
      return parts.map(([cause, { mean, sd, low, high }]): Cell[] => {
        return [`hours of ${id}`, cause, `h/${account.per}`, null, null, null, mean, sd, low, high];
      });
    }),
  ];
  return csv(rows);
}

/** A laytime sheet as a table: a row for each row of the time sheet, instants as they are printed. */
export function laytimeCsv({ rows }: LaytimeJson): string {
  const head: Cell[] = ['date', 'weekday', 'from', 'to', 'reason', 'counts', 'counted hours', 'balance hours'];
  const cells = rows.map(({ date, weekday, from, to, reason, counts, countedHours, balanceHours }): Cell[] => {
    return [date, weekday, from, to, reason, counts, countedHours, balanceHours];
  });
  return csv([head, ...cells]);
}
