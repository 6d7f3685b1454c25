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

/** What makes each of the members. */
type Make = readonly ((numbers: Float64Array) => unknown)[];

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
  return (numbers) => new LazyOutcome(make, numbers) as unknown as ModeOutcome;
}

/** Members that are made when they are first asked for. All outcomes have the same getters, which makes them cheap. */
class LazyOutcome {
  static readonly #getters = MEMBERS.map((_, at) => ({
    enumerable: true,
    get(this: LazyOutcome): unknown {
      return this.#member(at);
    },
  }));
  readonly #make: Make;
  readonly #numbers: Float64Array;
  readonly #made: unknown[] = [];

  constructor(make: Make, numbers: Float64Array) {
    this.#make = make;
    this.#numbers = numbers;
    for (const [at, member] of MEMBERS.entries()) {
      Object.defineProperty(this, member, LazyOutcome.#getters[at] as PropertyDescriptor);
    }
  }

  #member(at: number): unknown {
    this.#made[at] ??= this.#make[at]?.(this.#numbers);
    return this.#made[at];
  }
}
