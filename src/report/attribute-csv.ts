import { ACCOUNT_IDS, type Split } from '../study/index.ts';
import type { AttributeJson } from './attribute-json.ts';
import { type Cell, csv } from './csv.ts';

/** Where a saving comes from, as a table: a row for each mechanism, combination, item and cause of hours. */
export function attributeCsv(json: AttributeJson): string {
  const { measure, saving, mechanisms, rest, coalitions, items, hours } = json;
  const names = mechanisms.map(({ name }) => name);
  const head: Cell[] = ['of', 'name', 'unit', 'saved', 'low', 'high', ...names, 'rest'];
  const none = names.map(() => null);
  const splitRow = (of: string, name: string, unit: string, split: Split): Cell[] => {
    const { mean, low, high } = split.saving;
    return [of, name, unit, mean, low, high, ...names.map((_, i) => split.byMechanism[i] ?? 0), split.rest];
  };
  return csv([
    head,
    ['saving', measure.name, measure.unit, saving.mean, saving.low, saving.high, ...none, null],
    ...mechanisms.map(({ name, part }) => {
      return ['mechanism', name, measure.unit, part.mean, part.low, part.high, ...none, null];
    }),
    ['mechanism', 'rest', measure.unit, rest.mean, rest.low, rest.high, ...none, null],
    ...coalitions.map(({ on, saving: { mean, low, high } }) => {
      return ['combination', on.join('+'), measure.unit, mean, low, high, ...none, null];
    }),
    ...items.map(({ item, ...split }) => splitRow('item', item, measure.unit, split)),
    ...ACCOUNT_IDS.flatMap((id) => {
      const account = hours[id];
      if (account === null) return [];
      const unit = `h/${account.per}`;
      const causes = account.causes.map(({ cause, ...split }) => splitRow(`hours of ${id}`, cause, unit, split));
      return [...causes, splitRow(`hours of ${id}`, 'whole', unit, account.whole)];
    }),
  ]);
}
