import type { FittedValue } from '../scenario/index.ts';
import type { Calibration, TargetResult } from './calibrate.ts';

/** Digits that a record gives means with. */
const DIGITS = 4;

/**
 * What a scenario file says of parameters that were fitted: value, prior, facts, and how they were fitted. It names no
 * day and no machine, so that the same fit writes the same bytes.
 *
 * @returns nothing where no point had a value
 */
export function fittedValues(calibration: Calibration): FittedValue[] {
  const fittedTo = calibration.targets.map(({ fact, measure }) => fact ?? `target/${measure}`).join(', ');
  const fittedBy = recordOf(calibration);
  return calibration.parameters.flatMap(({ key, value, prior }) =>
    value === null ? [] : [{ key, value, prior, fittedTo, fittedBy }],
  );
}

/** One line: method, seed, seasons, parameters fitted together, and each target with what was reached. */
function recordOf({ method, seed, replications, budget, parameters, targets }: Calibration): string {
  const together = parameters.length > 1 ? `, together with ${parameters.length - 1} more` : '';
  return (
    `zhizhuang calibrate: ${method}, seed ${seed}, ${replications} replications, budget ${budget}${together}; ` +
    targets.map(reachedBy).join('; ')
  );
}

function reachedBy({ measure, unit, low, high, fitted, outside }: TargetResult): string {
  const mean = fitted?.mean == null ? 'nothing' : String(Number(fitted.mean.toPrecision(DIGITS)));
  const aim = `${measure} ${Number(low.toPrecision(12))} to ${Number(high.toPrecision(12))} ${unit}`;
  return `${aim}, ${outside === 0 ? 'reached' : 'not reached, came to'} ${mean}`;
}
