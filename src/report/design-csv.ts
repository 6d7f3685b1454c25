import type { Screening, Summary, Tornado, VarianceShares } from '../study/index.ts';
import { type Cell, csv } from './csv.ts';
import { failureWord, type SensitivityJson, type SweepJson } from './design-json.ts';

/**
 * A sweep as a table.
 *
 * @param form `wide` has a row for each point and columns for each measure; `long` a row for each point, replication
 *   and measure, for those who make their own statistics
 */
export function sweepCsv(json: SweepJson, form: 'wide' | 'long'): string {
  const keys = json.factors.map(({ key }) => key);
  const names = Object.keys(json.measures);
  if (form === 'wide') {
    const heads = names.flatMap((name) => ['mean', 'sd', 'low', 'high'].map((of) => `${name} ${of}`));
    return csv([
      ['point', ...keys, ...heads, 'failure'],
      ...json.points.map(({ point, values, measures, failure }) => [
        point,
        ...keys.map((key) => values[key] ?? null),
        ...names.flatMap((name) => figuresOf(measures[name] ?? null)),
        failureWord(failure),
      ]),
    ]);
  }
  return csv([
    ['point', ...keys, 'replication', 'measure', 'unit', 'value', 'failure'],
    ...json.points.flatMap(({ point, values, replications, failure }) =>
      Array.from({ length: json.replications }, (_, r) => r).flatMap((r) =>
        names.map((name) => [
          point,
          ...keys.map((key) => values[key] ?? null),
          r,
          name,
          json.measures[name] ?? '',
          replications[name]?.[r] ?? null,
          failureWord(failure),
        ]),
      ),
    ),
  ]);
}

function figuresOf(summary: Summary | null): Cell[] {
  return [summary?.mean ?? null, summary?.sd ?? null, summary?.low ?? null, summary?.high ?? null];
}

/** A sensitivity study as a table: a row for each statistic of each parameter, group or pair. */
export function sensitivityCsv(json: SensitivityJson): string {
  const head: Cell[] = ['method', 'measure', 'unit', 'name', 'with', 'statistic', 'at', 'value', 'low', 'high'];
  const same: Cell[] = [json.method, json.measure.name, json.measure.unit];
  return csv([head, ...rowsOf(json).map((row) => [...same, ...row])]);
}

function rowsOf(json: SensitivityJson): Cell[][] {
  if (json.method === 'tornado') return tornadoRows(json.tornado);
  return json.method === 'morris' ? morrisRows(json.morris) : sobolRows(json.sobol);
}

/** A mean and its interval. */
function cells(of: Summary | { value: number | null; low: number | null; high: number | null } | null): Cell[] {
  if (of === null) return [null, null, null];
  return ['mean' in of ? of.mean : of.value, of.low, of.high];
}

function tornadoRows({ base, bars, dummy }: Tornado): Cell[][] {
  return [
    ['base', '', 'output', null, ...cells(base)],
    ...[...bars, dummy].flatMap(({ name, low, high, swing }) => [
      [name, '', 'low', low.value, ...cells(low.output)],
      [name, '', 'high', high.value, ...cells(high.output)],
      [name, '', 'swing', null, ...cells(swing)],
    ]),
  ];
}

function morrisRows({ groups, dummy }: Screening): Cell[][] {
  return [...groups, dummy].flatMap(({ name, mu, muStar, sigma }) => [
    [name, '', 'muStar', null, ...cells(muStar)],
    [name, '', 'mu', null, mu, null, null],
    [name, '', 'sigma', null, sigma, null, null],
  ]);
}

function sobolRows({ groups, dummy, second, convergence }: VarianceShares): Cell[][] {
  const all = [...groups, dummy];
  return [
    ...all.flatMap(({ name, first, total }) => [
      [name, '', 'first', null, ...cells(first)],
      [name, '', 'total', null, ...cells(total)],
    ]),
    ...(second ?? []).map((pair) => [...pair.groups, 'second', null, ...cells(pair)]),
    ...convergence.flatMap(({ rows, first, total }) =>
      all.flatMap(({ name }) => [
        [name, '', 'first of rows', rows, first[name] ?? null, null, null],
        [name, '', 'total of rows', rows, total[name] ?? null, null, null],
      ]),
    ),
  ];
}
