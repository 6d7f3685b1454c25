import type { RandomStreams } from '../random/index.ts';
import { Calendar } from './calendar.ts';
import type { WeatherInputs } from './inputs.ts';
import { drawSpells } from './spells.ts';

/**
 * Spells of wind, fog or rain that stop cranes, stacking and pilotage: an alternating renewal process with
 * exponential gaps, so that the long-run share of stopped hours is the one given.
 */
export function drawWeather(inputs: WeatherInputs, horizonHours: number, streams: RandomStreams): Calendar {
  const { stopShare, stopHours } = inputs;
  if (stopShare === 0) return Calendar.always;
  const gaps = streams.stream('weather.gap');
  const spells = streams.stream('weather.spell');
  const meanGap = (stopHours.mean * (1 - stopShare)) / stopShare;
  return drawSpells(
    horizonHours,
    meanGap,
    () => gaps.next(),
    () => stopHours.quantile(spells.next()),
  );
}
