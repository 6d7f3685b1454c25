import { constant, erlang, RandomStreams, type Stream, truncatedNormal } from '../random/index.ts';
import { drawCraneBreakdowns } from './breakdowns.ts';
import { Calendar } from './calendar.ts';
import type { PortInputs, SeasonInputs } from './inputs.ts';
import { officeCalendar, shiftCalendar } from './shifts.ts';
import { drawWeather } from './weather.ts';

/** One ship with one cargo, as booked and as it will arrive. */
export interface PlannedCall {
  /** Place in the order of laycans, from 0. */
  readonly index: number;
  readonly cargoKg: number;
  readonly laycan: number;
  readonly arrived: number;
}

/** What chance decides before anybody acts, the same for every mode: the calls, the stops, the failures, the draws. */
export interface World {
  readonly horizonHours: number;
  readonly calls: readonly PlannedCall[];
  readonly streams: RandomStreams;
  /** Weather stops. */
  readonly weather: Calendar;
  /** Loaders in the works and the yard: crews' change-overs. */
  readonly loaders: Calendar;
  /** By berth and crane: weather, change-overs and the crane's own failures. */
  crane(berth: number, crane: number): Calendar;
  /** The customs office. */
  readonly office: Calendar;
}

/** Draws the world of one replication. */
export function makeWorld(inputs: PortInputs, seed: number | string, replication: number): World {
  const streams = new RandomStreams(seed, replication);
  const { openingHours, periodHours, closingHours } = inputs.season;
  const horizonHours = openingHours + periodHours + closingHours;
  const weather = drawWeather(inputs.weather, horizonHours, streams);
  const loaders = shiftCalendar(inputs.shifts, horizonHours);
  const cranes = new Map<string, Calendar>();
  const { officeOpensHour, officeClosesHour } = inputs.customs;
  return {
    horizonHours,
    calls: drawCalls(inputs.season, streams),
    streams,
    weather,
    loaders,
    crane(berth, crane) {
      const name = `berth ${berth} crane ${crane}`;
      const known = cranes.get(name);
      if (known !== undefined) return known;
      const failures = drawCraneBreakdowns(inputs.breakdowns, horizonHours, streams, name);
      const calendar = Calendar.allOf([weather, loaders, failures]);
      cranes.set(name, calendar);
      return calendar;
    },
    office: officeCalendar(officeOpensHour, officeClosesHour, horizonHours),
  };
}

/** The season's calls in order of laycan. */
function drawCalls(season: SeasonInputs, streams: RandomStreams): PlannedCall[] {
  const { cargoesKg, laycansHours, openingHours, arrivalDeviationSdHours: sd } = season;
  const given = laycansHours !== null;
  const cargoes = given ? [...cargoesKg] : shuffle(cargoesKg, streams.stream('calls.order'));
  const laycans = given ? laycansHours : drawLaycans(season, streams.stream('calls.laycan'));
  const deviation = sd > 0 ? truncatedNormal(0, sd, -3 * sd, 3 * sd) : constant(0);
  const deviations = streams.stream('calls.deviation');
  return cargoes
    .map((cargoKg, i) => ({ cargoKg, laycan: openingHours + (laycans[i] as number) }))
    .sort((a, b) => a.laycan - b.laycan || a.cargoKg - b.cargoKg)
    .map(({ cargoKg, laycan }, index) => ({
      index,
      cargoKg,
      laycan,
      arrived: Math.max(0, laycan + deviation.quantile(deviations.at(index))),
    }));
}

/**
 * Laycans as a renewal process given its count: gaps of Erlang order k, one more than there are calls, scaled
 * to fill the period. For k = 1 these are the order statistics of uniforms.
 */
function drawLaycans({ cargoesKg, periodHours, laycanShape }: SeasonInputs, stream: Stream): number[] {
  const gap = erlang(laycanShape, 1);
  let hour = 0;
  const ends: number[] = [];
  for (let i = 0; i <= cargoesKg.length; i++) {
    hour += gap.quantile(stream.at(i));
    ends.push(hour);
  }
  return ends.slice(0, -1).map((end) => (end / hour) * periodHours);
}

/** A random order (Fisher–Yates) that does not depend on the order given. */
function shuffle(values: readonly number[], stream: Stream): number[] {
  const order = [...values].sort((a, b) => a - b);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(stream.at(i) * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
