import type { ModeFigures, ModeOutcome, OutcomeParts, Part } from '../../study/index.ts';
import { type Member, membersOf, unflattener } from './flat-outcome.ts';
import { lazily, MEMBERS } from './lazy-outcome.ts';

/** What puts together outcomes of a shape, as much of them as is looked at. */
export type OutcomeReader = { readonly [P in Part]: PartReader<OutcomeParts[P]> };

interface PartReader<Looked> {
  /** How many of an outcome's numbers that takes: the first so many. */
  readonly count: number;
  readonly make: (numbers: Float64Array) => Looked;
}

/** @param shape of a `ModeOutcome`, from `flatten` */
export function outcomeReader(shape: string): OutcomeReader {
  const members = membersOf(shape);
  const count = members.at(-1)?.end ?? 0;
  const isKnown = members.map(({ key }) => key).join() === MEMBERS.join();
  const whole = { count, make: isKnown ? lazily(members) : unflattener<ModeOutcome>(shape) };
  return { whole, figures: isKnown ? figuresOf(members) : whole };
}

function figuresOf(members: readonly Member[]): PartReader<ModeFigures> {
  const member = <Key extends keyof ModeFigures>(key: Key) => members[MEMBERS.indexOf(key)] as Member<ModeFigures[Key]>;
  const measures = member('measures');
  const shipperCost = member('shipperCostYuan');
  const systemCost = member('systemCostYuan');
  const portCharges = member('portChargesYuan');
  const aboard = member('aboardTonnes');
  return {
    count: Math.max(...[measures, shipperCost, systemCost, portCharges, aboard].map(({ end }) => end)),
    make: (numbers) => ({
      measures: measures.make(numbers),
      shipperCostYuan: shipperCost.make(numbers),
      systemCostYuan: systemCost.make(numbers),
      portChargesYuan: portCharges.make(numbers),
      aboardTonnes: aboard.make(numbers),
    }),
  };
}
