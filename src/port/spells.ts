import { exponential } from '../random/index.ts';
import { Calendar } from './calendar.ts';

const unit = exponential(1);

/**
 * Closures that come and go by themselves, in calendar time: exponential gaps, then a spell, up to the horizon.
 *
 * @param meanGapHours mean length of a gap
 * @param gapUniform next uniform for a gap
 * @param spellHours next length of a spell
 */
export function drawSpells(
  horizonHours: number,
  meanGapHours: number,
  gapUniform: () => number,
  spellHours: () => number,
): Calendar {
  const closures: [number, number][] = [];
  for (let hour = 0; ; ) {
    hour += meanGapHours * unit.quantile(gapUniform());
    if (!(hour < horizonHours)) return new Calendar(closures);
    const end = hour + spellHours();
    closures.push([hour, end]);
    hour = end;
  }
}
