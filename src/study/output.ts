import type { Mode } from '../port/index.ts';
import { COMPARED } from './compare.ts';
import { MODE_MEASURES, type ModeMeasureId, SAVING_MEASURES, type SavingMeasureId, unitOf } from './measures.ts';
import type { ModeOutcome } from './mode-outcome.ts';
import { savings } from './savings.ts';

/** Which side of the comparison a measure is taken of; `difference` is staged less direct. */
export type Side = 'staged' | 'direct' | 'difference';

/** One number that a study of many points looks at in each replication. */
export type Output =
  | { readonly id: SavingMeasureId; readonly side: 'saving' }
  | { readonly id: ModeMeasureId; readonly side: Side };

const SIDES: readonly Side[] = ['staged', 'direct', 'difference'];

/** Names of all outputs: savings by their own, other measures of a side, such as `direct:vessel.portHours`. */
export const OUTPUT_NAMES: readonly string[] = [
  ...Object.keys(SAVING_MEASURES),
  ...SIDES.flatMap((side) => Object.keys(MODE_MEASURES).map((id) => `${side}:${id}`)),
];

/**
 * An output by its name.
 *
 * @returns null if no output has it
 * @example outputNamed('direct:truck.waitHours') // { id: 'truck.waitHours', side: 'direct' }
 */
export function outputNamed(name: string): Output | null {
  if (!OUTPUT_NAMES.includes(name)) return null;
  const [side = '', id] = name.split(':');
  if (id === undefined) return { id: name as SavingMeasureId, side: 'saving' };
  return { id: id as ModeMeasureId, side: side as Side };
}

/** An output's name. */
export function outputName({ id, side }: Output): string {
  return side === 'saving' ? id : `${side}:${id}`;
}

/** The unit that an output is in. */
export function outputUnit({ id }: Output): string {
  return unitOf(id);
}

/** The modes that have to be simulated for some outputs, in the order of the comparison. */
export function modesFor(outputs: readonly Output[]): readonly Mode[] {
  return COMPARED.filter((mode) => outputs.some(({ side }) => !COMPARED.includes(side as Mode) || side === mode));
}

/**
 * Takes outputs of one replication.
 *
 * @param outcomes of {@link modesFor} these outputs
 * @returns null where one does not apply
 */
export function outputValues(outputs: readonly Output[], outcomes: readonly ModeOutcome[]): (number | null)[] {
  const modes = modesFor(outputs);
  const of = (mode: Mode) => outcomes[modes.indexOf(mode)] as ModeOutcome;
  const [base, other] = COMPARED;
  let saved: ReturnType<typeof savings> | null = null;
  return outputs.map((output) => {
    if (output.side === 'saving') {
      saved ??= savings(of(base), of(other));
      return saved[output.id];
    }
    if (output.side !== 'difference') return of(output.side).measures[output.id];
    const [from, less] = [of(base).measures[output.id], of(other).measures[output.id]];
    return from === null || less === null ? null : from - less;
  });
}
