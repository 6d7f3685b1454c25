import { QUANTILES, type Uncertainty } from '../study/index.ts';
import { type Cell, csv } from './csv.ts';
import type { UncertaintyJson } from './uncertainty-json.ts';

type Quantiles = readonly number[];
type ShareInterval = Uncertainty['seasons']['loses'];

/** One statistic: what of, its name if it is a parameter's, what it is, its unit, its value and its bounds. */
type Row = readonly [of: string, name: string, statistic: string, unit: string, value: Cell, low?: Cell, high?: Cell];

/** A study of uncertainty as a table: a row for each statistic of the saving, each bin and each parameter. */
export function uncertaintyCsv(json: UncertaintyJson): string {
  const head: Cell[] = ['measure', 'of', 'name', 'statistic', 'unit', 'value', 'low', 'high'];
  const rows: Row[] = [...pointRows(json), ...savingRows(json), ...knowingRows(json)];
  return csv([
    head,
    ...rows.map(([of, name, statistic, unit, value, low = null, high = null]): Cell[] => {
      return [json.measure.name, of, name, statistic, unit, value, low, high];
    }),
  ]);
}

function pointRows({ points, used, failures }: UncertaintyJson): Row[] {
  return [
    ['points', '', 'drawn', '1', points],
    ['points', '', 'used', '1', used],
    ['points', '', 'refused', '1', failures.refused],
    ['points', '', 'unfinished', '1', failures.unfinished],
  ];
}

function savingRows({ measure: { unit }, base, mean, split, seasons, expected }: UncertaintyJson): Row[] {
  return [
    ['base', '', 'mean', unit, base?.mean ?? null, base?.low ?? null, base?.high ?? null],
    ['all', '', 'mean', unit, mean.mean, mean.low, mean.high],
    ['all', '', 'se', unit, mean.se],
    ['all', '', 'se of luck', unit, mean.luckSe],
    ['all', '', 'sd of parameters', unit, split?.parametersSd ?? null],
    ['all', '', 'sd of luck', unit, split?.luckSd ?? null],
    ...spreadRows('season', unit, seasons.quantiles, seasons.loses),
    ...spreadRows('average', unit, expected?.quantiles ?? null, expected?.loses ?? null),
    ...seasons.histogram.map(
      ({ low, high, count }): Row => ['season', '', 'seasons from low to high', '1', count, low, high],
    ),
  ];
}

function spreadRows(of: string, unit: string, quantiles: Quantiles | null, loses: ShareInterval): Row[] {
  const rows = (quantiles ?? []).map((value, i): Row => [of, '', `quantile ${QUANTILES[i]}`, unit, value]);
  return loses === null ? rows : [...rows, [of, '', 'loses', '1', loses.share, loses.low, loses.high]];
}

function knowingRows({ measure: { unit }, knowing }: UncertaintyJson): Row[] {
  if (knowing === null) return [];
  const { all, parameters, dummy } = knowing;
  return [
    ['knowing', 'all', 'evpi', unit, all.evpi, all.lower, all.upper],
    ['knowing', 'all', 'se', unit, all.se],
    ...parameters.flatMap(({ key, evppi, se, bias, explained }): Row[] => [
      ['knowing', key, 'evppi', unit, evppi],
      ['knowing', key, 'se', unit, se],
      ['knowing', key, 'bias', unit, bias],
      ['knowing', key, 'explained', '1', explained],
    ]),
    ['knowing', 'dummy', 'evppi', unit, dummy.evppi, null, dummy.floor],
    ['knowing', 'dummy', 'explained', '1', null, null, dummy.explainedFloor],
  ];
}
