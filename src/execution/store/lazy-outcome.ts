import type { ModeOutcome } from '../../study/index.ts';
import { memberUnflatteners, unflattener } from './flat-outcome.ts';

/** The members of an outcome, in its order; a test holds them to it. */
const MEMBERS = [
  'measures',
  'ledger',
  'carbon',
  'mass',
  'shipperCostYuan',
  'systemCostYuan',
  'portChargesYuan',
  'aboardTonnes',
  'calls',
  'hours',
] as const satisfies readonly (keyof ModeOutcome)[];

/**
 * What puts together outcomes of a shape, each member when it is first asked for: a study of 100,000 seasons that looks at
 * their measures makes nothing else. Outcomes are plain data to whoever reads, writes or compares them.
 *
 * @param shape from `flatten`
 */
export function outcomeReader(shape: string): (numbers: Float64Array) => ModeOutcome {
  const members = memberUnflatteners(shape);
  if (members.map(({ key }) => key).join() !== MEMBERS.join()) return unflattener(shape);
  const make = members.map((member) => member.make);
  return (numbers) => lazy(make, numbers);
}

function lazy(make: readonly ((numbers: Float64Array) => unknown)[], numbers: Float64Array): ModeOutcome {
  const made: unknown[] = [];
  const member = <K extends keyof ModeOutcome>(at: number): ModeOutcome[K] => {
    if (made[at] === undefined) made[at] = (make[at] as (from: Float64Array) => unknown)(numbers);
    return made[at] as ModeOutcome[K];
  };
  return {
    get measures() {
      return member<'measures'>(0);
    },
    get ledger() {
      return member<'ledger'>(1);
    },
    get carbon() {
      return member<'carbon'>(2);
    },
    get mass() {
      return member<'mass'>(3);
    },
    get shipperCostYuan() {
      return member<'shipperCostYuan'>(4);
    },
    get systemCostYuan() {
      return member<'systemCostYuan'>(5);
    },
    get portChargesYuan() {
      return member<'portChargesYuan'>(6);
    },
    get aboardTonnes() {
      return member<'aboardTonnes'>(7);
    },
    get calls() {
      return member<'calls'>(8);
    },
    get hours() {
      return member<'hours'>(9);
    },
  };
}
