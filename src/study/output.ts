import type { Mode } from '../port/index.ts';
import { COMPARED } from './compare.ts';
import { MODE_MEASURES, type ModeMeasureId, SAVING_MEASURES, type SavingMeasureId, unitOf } from './measures.ts';
import type { ModeFigures, OutcomeParts, Part } from './mode-outcome.ts';
import { type SavingFigureId, savingFigures, savings } from './savings.ts';

/** Which side of the comparison a measure is taken of; `difference` is staged less direct. */
export type Side = 'staged' | 'direct' | 'difference';

/** One number that a study of many points looks at in each replication. */
export type Output<Saving extends SavingMeasureId = SavingMeasureId> =
  | { readonly id: Saving; readonly side: 'saving' }
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
function modesFor(outputs: readonly Output[]): readonly Mode[] {
  return COMPARED.filter((mode) => outputs.some(({ side }) => !COMPARED.includes(side as Mode) || side === mode));
}

/** What finds some outputs of a replication, and how much of its outcomes that takes. */
export interface OutputReader<P extends Part> {
  readonly part: P;
  /** The modes that have to be simulated. */
  readonly modes: readonly Mode[];
  /** @param outcomes of the modes @returns null where an output does not apply */
  readonly values: (outcomes: readonly OutcomeParts[P][]) => (number | null)[];
}

/** What finds some outputs, looking at no more than it must. */
export function outputReader(outputs: readonly Output[]): OutputReader<'figures'> | OutputReader<'whole'> {
  const modes = modesFor(outputs);
  return outputs.every(isFigure)
    ? { part: 'figures', modes, values: valuesOf(outputs, modes, savingFigures) }
    : { part: 'whole', modes, values: valuesOf(outputs, modes, savings) };
}

function isFigure(output: Output): output is Output<SavingFigureId> {
  return output.id !== 'saving.lossShare';
}

function valuesOf<Saving extends SavingMeasureId, Looked extends ModeFigures>(
  outputs: readonly Output<Saving>[],
  modes: readonly Mode[],
  savingsOf: (base: Looked, other: Looked) => Record<Saving, number>,
): (outcomes: readonly Looked[]) => (number | null)[] {
  const [base, other] = COMPARED.map((mode) => modes.indexOf(mode)) as [number, number];
  const sides = { staged: base, direct: other };
  return (outcomes) => {
    const of = (at: number) => outcomes[at] as Looked;
    let saved: Record<Saving, number> | null = null;
    return outputs.map((output) => {
      if (output.side === 'saving') {
        saved ??= savingsOf(of(base), of(other));
        return saved[output.id];
      }
      if (output.side !== 'difference') return of(sides[output.side]).measures[output.id];
      const [from, less] = [of(base).measures[output.id], of(other).measures[output.id]];
      return from === null || less === null ? null : from - less;
    });
  };
}
