import type { MeasureFamily, ModeMeasureId, Variant } from '../study/index.ts';
import { type Cell, csv } from './csv.ts';
import type { VariantsJson } from './json.ts';

const HEAD = [
  ...['measure', 'unit', 'name', 'variant', 'mode', 'mean', 'sd', 'low', 'high'],
  ...['difference', 'difference low', 'difference high', 'dunnett low', 'dunnett high'],
  ...['bonferroni low', 'bonferroni high', 'p', 'p holm'],
  ...['relative', 'fieller low', 'fieller high', 'bootstrap low', 'bootstrap high'],
  ...['may be best', 'worse than best low', 'worse than best high', 'failure'],
];

/** A comparison of several as a table: a row for each measure and side; sides that were not served have one row. */
export function variantsCsv(json: VariantsJson): string {
  const ids = Object.keys(json.families) as ModeMeasureId[];
  const rows = ids.flatMap((id) => json.variants.map((side) => rowOf(id, side, json)));
  const failed = json.failures.map(({ name, variant, mode, failure }): Cell[] => {
    const blank = HEAD.slice(5, -1).map(() => null);
    return [null, null, name, variant, mode, ...blank, failure.why];
  });
  return csv([HEAD, ...rows, ...failed]);
}

function rowOf(id: ModeMeasureId, { name, variant, mode, measures }: Variant, json: VariantsJson): Cell[] {
  const { unit, mean, sd, low, high } = measures[id];
  const difference = json.differences.find((one) => one.variant === name)?.measures[id];
  return [
    ...[id, unit, name, variant, mode, mean, sd, low, high],
    ...[difference?.mean ?? null, difference?.low ?? null, difference?.high ?? null],
    ...familyCells(name, json.families[id]),
    null,
  ];
}

function familyCells(name: string, family: MeasureFamily | null): Cell[] {
  const one = family?.comparisons.find(({ variant }) => variant === name);
  const best = family?.best?.comparisons.find(({ variant }) => variant === name);
  const relative = one?.relative;
  return [
    ...[one?.dunnett.low, one?.dunnett.high, one?.bonferroni.low, one?.bonferroni.high, one?.p, one?.pHolm],
    ...[relative?.mean, relative?.fieller.low, relative?.fieller.high],
    ...[relative?.bootstrap.low, relative?.bootstrap.high],
    ...[best?.possible, best?.low, best?.high],
  ].map((cell) => cell ?? null);
}
