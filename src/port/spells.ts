import { exponential } from '../random/index.ts';
import type { CalendarInputs } from './inputs.ts';

/** [from, to) in hours. */
export type Spell = readonly [from: number, to: number];

/**
 * The hour at which the next spell begins.
 *
 * @param hour from which on nothing goes on
 * @param threshold what the hazard of a beginning has to add up to from then on: exponential with mean 1
 */
export type NextOnset = (hour: number, threshold: number) => number;

const unit = exponential(1);

/**
 * Spells that come and go by themselves, in calendar time: a gap, then a spell, up to the horizon. The k-th of them
 * reads the k-th uniforms, so that a longer horizon adds spells and moves none.
 *
 * @param gapUniform uniform for the gap before the k-th spell
 * @param spellHours length of the k-th spell
 */
export function drawSpells(
  horizonHours: number,
  nextOnset: NextOnset,
  gapUniform: (k: number) => number,
  spellHours: (k: number) => number,
): Spell[] {
  const spells: Spell[] = [];
  for (let hour = 0, k = 0; ; k++) {
    hour = nextOnset(hour, unit.quantile(gapUniform(k)));
    if (!(hour < horizonHours)) return spells;
    const end = hour + spellHours(k);
    spells.push([hour, end]);
    hour = end;
  }
}

/** As likely at any hour as at any other. @param meanGapHours mean length of a gap */
export function steadily(meanGapHours: number): NextOnset {
  return (hour, threshold) => hour + meanGapHours * threshold;
}

/**
 * As likely as its month says: the hazard is constant within a month, so the hour at which it has added up to the
 * threshold is found exactly, month by month.
 *
 * @param ratesPerHour twelve hazards, January first; after the last month of the calendar nothing begins
 */
export function byMonth(ratesPerHour: readonly number[], calendar: CalendarInputs): NextOnset {
  const { openingMonth, monthEndsHours } = calendar;
  return (hour, threshold) => {
    let at = hour;
    let left = threshold;
    for (let i = firstAbove(monthEndsHours, hour); i < monthEndsHours.length; i++) {
      const rate = ratesPerHour[(openingMonth + i) % 12] as number;
      const end = monthEndsHours[i] as number;
      const hazard = rate * (end - at);
      if (left < hazard) return at + left / rate;
      left -= hazard;
      at = end;
    }
    return Number.POSITIVE_INFINITY;
  };
}

/** Place of the first number above a value; the numbers are in order. */
function firstAbove(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
