import type { ShipPlan } from '../study/index.ts';
import { csv } from './csv.ts';
import type { Program } from './json.ts';

/** What `plan --json` prints. */
export type PlanJson = { readonly schema: 'zhizhuang/plan@1'; readonly program: Program } & ShipPlan;

/** A plan as one object. */
export function planJson(plan: ShipPlan, program: Program): PlanJson {
  return { schema: 'zhizhuang/plan@1', program, ...plan };
}

/** What was chosen from, as a table: a row for each choice. */
export function planCsv({ considered }: PlanJson): string {
  const keys = [
    ...new Set(considered.flatMap(({ values }) => Object.keys(values))),
  ] as (keyof (typeof considered)[number]['values'])[];
  return csv([
    ['choice', 'mode', ...keys, 'fate', 'same as', 'replications', 'cost.perTonne', 'sd', 'low', 'high'],
    ...considered.map(({ mode, values, fate, sameAs, replications, cost }, i) => [
      i + 1,
      mode,
      ...keys.map((key) => values[key] ?? null),
      fate,
      sameAs === null ? null : sameAs + 1,
      replications,
      ...[cost?.mean ?? null, cost?.sd ?? null, cost?.low ?? null, cost?.high ?? null],
    ]),
  ]);
}
