import type { RandomStreams } from '../random/index.ts';
import { Calendar } from './calendar.ts';
import type { MachineBreakdowns } from './inputs.ts';
import { drawSpells, steadily } from './spells.ts';

/**
 * When one machine is out of order. Drawn in calendar time, whether or not the machine is in use, so that both
 * modes see the same failures.
 *
 * @param machine a name that no other machine has
 */
export function drawBreakdowns(
  { mtbfHours, repairHours }: MachineBreakdowns,
  horizonHours: number,
  streams: RandomStreams,
  machine: string,
): Calendar {
  if (mtbfHours === Number.POSITIVE_INFINITY) return Calendar.always;
  const gaps = streams.stream('breakdown.gap', machine);
  const repairs = streams.stream('breakdown.repair', machine);
  const spells = drawSpells(
    horizonHours,
    steadily(mtbfHours),
    (k) => gaps.at(k),
    (k) => repairHours.quantile(repairs.at(k)),
  );
  return new Calendar(spells);
}
