import type { ModeOutcome } from '../../study/index.ts';
import type { Member } from './flat-outcome.ts';

/** The members of an outcome, in its order; a test holds them to it. */
export const MEMBERS = [
  'measures',
  'shipperCostYuan',
  'systemCostYuan',
  'portChargesYuan',
  'aboardTonnes',
  'ledger',
  'carbon',
  'mass',
  'calls',
  'hours',
] as const satisfies readonly (keyof ModeOutcome)[];

/**
 * What puts together outcomes, each member when it is first asked for: what looks at the ledgers of 100,000 seasons makes
 * nothing else. Outcomes are plain data to whoever reads, writes or compares them.
 *
 * @param members those of {@link MEMBERS}
 */
export function lazily(members: readonly Member[]): (numbers: Float64Array) => ModeOutcome {
  return (numbers) => new LazyOutcome(members, numbers) as unknown as ModeOutcome;
}

/** Members that are made when they are first asked for. All outcomes have the same getters, which makes them cheap. */
class LazyOutcome {
  static readonly #getters = MEMBERS.map((_, at) => ({
    enumerable: true,
    get(this: LazyOutcome): unknown {
      return this.#member(at);
    },
  }));
  readonly #members: readonly Member[];
  readonly #numbers: Float64Array;
  readonly #made: unknown[] = [];

  constructor(members: readonly Member[], numbers: Float64Array) {
    this.#members = members;
    this.#numbers = numbers;
    for (const [at, member] of MEMBERS.entries()) {
      Object.defineProperty(this, member, LazyOutcome.#getters[at] as PropertyDescriptor);
    }
  }

  #member(at: number): unknown {
    this.#made[at] ??= this.#members[at]?.make(this.#numbers);
    return this.#made[at];
  }
}
