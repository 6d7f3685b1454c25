import type { RandomStreams } from '../random/index.ts';
import { Calendar } from './calendar.ts';
import type { RoadInputs } from './inputs.ts';
import { drawSpells, steadily } from './spells.ts';

/**
 * When an incident (a collision, a truck that broke down in the lane, road works) lasts on the road between works and
 * port. Drawn in calendar time, whoever is on the road, so that both modes see the same ones.
 */
export function drawIncidents(inputs: RoadInputs, horizonHours: number, streams: RandomStreams): Calendar {
  if (inputs.incidentGapHours === Number.POSITIVE_INFINITY) return Calendar.always;
  const gaps = streams.stream('road.incident.gap');
  const lengths = streams.stream('road.incident.length');
  const spells = drawSpells(
    horizonHours,
    steadily(inputs.incidentGapHours),
    (k) => gaps.at(k),
    (k) => inputs.incidentHours.quantile(lengths.at(k)),
  );
  return new Calendar(spells);
}
