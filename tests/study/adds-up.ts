import { expect } from 'vitest';
import type { Attribution } from '../../src/study/index.ts';

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

/** Everything that is to add up, does: to rounding, a few hundred sums of numbers below 1,000. */
export function expectAddsUp({ saving, mechanisms, rest, items, hours }: Attribution): void {
  expect(sum([...mechanisms.map(({ part }) => part.mean), rest.mean])).toBeCloseTo(saving.mean!, 9);
  expect(sum(items.map((item) => item.saving.mean))).toBeCloseTo(saving.mean!, 9);
  for (const item of items) expect(sum([...item.byMechanism, item.rest])).toBeCloseTo(item.saving.mean!, 9);
  for (const [i, { part }] of mechanisms.entries()) {
    expect(sum(items.map(({ byMechanism }) => byMechanism[i]!))).toBeCloseTo(part.mean!, 9);
  }
  for (const account of Object.values(hours)) {
    if (account === null) continue;
    const { whole, causes } = account;
    expect(sum(causes.map((cause) => cause.saving.mean))).toBeCloseTo(whole.saving.mean!, 9);
    for (const cause of causes) expect(sum([...cause.byMechanism, cause.rest])).toBeCloseTo(cause.saving.mean!, 9);
  }
}
