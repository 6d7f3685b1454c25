/** Controls taken at most, one after the other, and parts that each are judged by the others. */
const [MOST_CONTROLS, FOLDS] = [3, 10];

/** A control explains nothing worth its price below this correlation squared, times the values it is judged by. */
const LEAST_EXPLAINED = 4;

/**
 * What is left of some values when known controls are taken out (Lavenberg and Welch 1981), judged fairly: in ten
 * parts, each by the controls and coefficients that the other nine choose. So a control that only happens to go with
 * the values does harm here, as it would in use. Controls are chosen one after the other by the share of what is left
 * that they explain.
 *
 * @param values one number per replication
 * @param controls lists as long, less their known mean: each has mean 0 exactly
 * @returns the values less what their controls explain, and how often each control was chosen
 * @example
 * controlled([1, 2, 3, 4], []).left; // [1, 2, 3, 4]
 */
export function controlled(
  values: readonly number[],
  controls: readonly (readonly number[])[],
): { readonly left: number[]; readonly chosen: number[] } {
  const chosen = controls.map(() => 0);
  const left = [...values];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = values.flatMap((_, at) => (at % FOLDS === fold ? [] : [at]));
    const rest = others.map((at) => values[at] as number);
    for (let round = 0; round < MOST_CONTROLS; round++) {
      const best = bestOf(rest, others, controls);
      if (best === null) break;
      chosen[best.control]!++;
      const control = controls[best.control] as readonly number[];
      for (const [place, at] of others.entries()) rest[place]! -= best.slope * (control[at] as number);
      for (let at = fold; at < left.length; at += FOLDS) left[at]! -= best.slope * (control[at] as number);
    }
  }
  return { left, chosen };
}

/** The control that explains most of what is left, if any explains more than luck does. */
function bestOf(rest: readonly number[], others: readonly number[], controls: readonly (readonly number[])[]) {
  let best: { control: number; slope: number; explained: number } | null = null;
  const n = rest.length;
  const mean = rest.reduce((sum, y) => sum + y, 0) / n;
  const all = rest.reduce((sum, y) => sum + (y - mean) * (y - mean), 0);
  for (const [control, column] of controls.entries()) {
    const centre = others.reduce((sum, at) => sum + (column[at] as number), 0) / n;
    let [products, squares] = [0, 0];
    for (const [place, at] of others.entries()) {
      const from = (column[at] as number) - centre;
      products += from * ((rest[place] as number) - mean);
      squares += from * from;
    }
    if (squares === 0 || all === 0) continue;
    const explained = (products * products) / (squares * all);
    if (explained * n > LEAST_EXPLAINED && explained > (best?.explained ?? 0)) {
      best = { control, slope: products / squares, explained };
    }
  }
  return best;
}
