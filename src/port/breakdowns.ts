import type { RandomStreams } from '../random/index.ts';
import { Calendar } from './calendar.ts';
import type { BreakdownInputs } from './inputs.ts';
import { drawSpells } from './spells.ts';

/**
 * When one crane is out of order. Drawn in calendar time, whether or not the crane is in use, so that both
 * modes see the same failures.
 *
 * @param machine a name that no other machine has
 */
export function drawCraneBreakdowns(
  inputs: BreakdownInputs,
  horizonHours: number,
  streams: RandomStreams,
  machine: string,
): Calendar {
  const { craneMtbfHours, craneRepairHours } = inputs;
  if (craneMtbfHours === Number.POSITIVE_INFINITY) return Calendar.always;
  const gaps = streams.stream('breakdown.gap', machine);
  const repairs = streams.stream('breakdown.repair', machine);
  return drawSpells(
    horizonHours,
    craneMtbfHours,
    () => gaps.next(),
    () => craneRepairHours.quantile(repairs.next()),
  );
}
