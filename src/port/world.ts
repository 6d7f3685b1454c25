import { cutNormal, erlang, RandomStreams, type Stream, type StreamChange } from '../random/index.ts';
import { drawBreakdowns } from './breakdowns.ts';
import { Calendar } from './calendar.ts';
import { curfewCalendar } from './curfew.ts';
import { drawIncidents } from './incidents.ts';
import type { MachineKind, PortInputs, SeasonInputs, StationShifts } from './inputs.ts';
import { Machines } from './machines.ts';
import { MODES, type Mode } from './modes.ts';
import { crewCalendar, officeCalendar, stationCalendar } from './shifts.ts';
import { Stops } from './stops.ts';
import { type Tide, tideOf } from './tide.ts';
import { drawTraffic, type OtherShip } from './traffic.ts';
import { drawWeather, type WeatherEpisode } from './weather.ts';

/** One ship with one cargo, as booked and as it will arrive. */
export interface PlannedCall {
  /** Place in the order of laycans, from 0. */
  readonly index: number;
  readonly cargoKg: number;
  /** How this cargo goes whenever the season is not staged, if not as the others. */
  readonly mode: Mode | null;
  readonly laycan: number;
  /** Cancelling date. */
  readonly laycanCloses: number;
  /** As her agents notify it, {@link SeasonInputs.noticeHours} before; actual arrival may differ. */
  readonly estimated: number;
  readonly arrived: number;
}

/** What chance decides before anybody acts, the same for every mode: the calls, the stops, the failures, the draws. */
export interface World {
  readonly horizonHours: number;
  readonly calls: readonly PlannedCall[];
  readonly streams: RandomStreams;
  /** Ships of other trades, by arrival. */
  readonly traffic: readonly OtherShip[];
  readonly tide: Tide;
  /** Weather stops of loading: of the cranes. */
  readonly weather: Calendar;
  /** All weather that was drawn, whether or not it stops anything. */
  readonly weatherEpisodes: readonly WeatherEpisode[];
  /** What stops the pilot, tugs and lines. */
  readonly pilotage: Stops;
  /** While open, no ice stops the pilot. */
  readonly pilotageIce: Calendar;
  /** While open, the port is not closed to ships by other weather than ice. */
  readonly portOpen: Calendar;
  /** While open, no ice stops the cranes. */
  readonly quayIce: Calendar;
  /** The quay's hours and days, change-overs and meals apart. */
  readonly quayHours: Calendar;
  /** What stops tipping and stacking in the yard. */
  readonly stacking: Stops;
  /** What stops all loaders in the works. */
  readonly worksLoaders: Stops;
  /** What keeps trucks from setting out between works and port: curfews, and incidents where they close the road. */
  readonly road: Stops;
  /** While open, no incident lasts on that road. */
  readonly incidents: Calendar;
  /** What stops the loaders in the yard. */
  readonly yardLoaders: Stops;
  /** What stops every crane. */
  readonly quay: Stops;
  /** By berth and crane: the same, and the crane's own failures. */
  crane(berth: number, crane: number): Stops;
  /** The failures of one machine of a kind, counted from 0, and nothing else that stops it. */
  machine(kind: NumberedMachine, number: number): Stops;
  /** So many machines of a kind. */
  machines(kind: NumberedMachine, count: number): Machines;
  /** The customs office. */
  readonly office: Calendar;
}

/** Machines that are counted through; cranes go by berth. */
export type NumberedMachine = Exclude<MachineKind, 'crane'>;

/** Draws the world of one replication, its random numbers changed if that is asked. */
export function makeWorld(
  inputs: PortInputs,
  seed: number | string,
  replication: number,
  change: StreamChange = {},
): World {
  const streams = new RandomStreams(seed, replication, change);
  const { openingHours, periodHours, closingHours } = inputs.season;
  const horizonHours = openingHours + periodHours + closingHours;
  const weather = drawWeather(inputs.weather, inputs.calendar, horizonHours, streams);
  const crews = crewCalendar(inputs.shifts, horizonHours);
  const closed = (station: StationShifts) => stationCalendar(station, inputs.calendar, horizonHours);
  const shifts = (station: StationShifts) => Calendar.allOf([crews, closed(station)]);
  const { works, yard } = inputs.shifts;
  const yardLoaders = new Stops([['shift', shifts(yard)]]);
  const quay = new Stops([
    ['weather', weather.letting('cranes')],
    ['shift', shifts(inputs.shifts.quay)],
  ]);
  const failures = (kind: MachineKind, name: string) => {
    return new Stops([['breakdown', drawBreakdowns(inputs.breakdowns[kind], horizonHours, streams, name)]]);
  };
  const crane = remembered((name) => quay.and(failures('crane', name).layers));
  const failuresOf = remembered((name) => failures(name.split(' ')[0] as NumberedMachine, name));
  const machine = (kind: NumberedMachine, number: number) => failuresOf(`${kind} ${number}`);
  const incidents = drawIncidents(inputs.road, horizonHours, streams);
  const curfews = curfewCalendar(inputs.road.curfewHours, horizonHours);
  return {
    horizonHours,
    calls: drawCalls(inputs.season, streams),
    streams,
    weather: weather.letting('cranes'),
    weatherEpisodes: weather.episodes,
    pilotage: new Stops([['weather', weather.letting('pilotage')]]),
    pilotageIce: weather.lettingOf('pilotage', (kind) => kind === 'ice'),
    portOpen: weather.lettingOf('pilotage', (kind) => kind !== 'ice'),
    quayIce: weather.lettingOf('cranes', (kind) => kind === 'ice'),
    quayHours: closed(inputs.shifts.quay),
    stacking: new Stops([
      ['weather', weather.letting('stacking')],
      ['shift', closed(yard)],
    ]),
    worksLoaders: new Stops([['shift', shifts(works)]]),
    road: new Stops([['curfew', curfews], ...(inputs.road.incidentsClose ? [['queue', incidents] as const] : [])]),
    incidents,
    yardLoaders,
    traffic: drawTraffic(inputs, horizonHours, streams),
    tide: tideOf(inputs.tide, horizonHours),
    quay,
    crane: (berth, number) => crane(`berth ${berth} crane ${number}`),
    machine,
    machines: (kind, count) => new Machines(Array.from({ length: count }, (_, number) => machine(kind, number))),
    office: officeCalendar(inputs.customs, inputs.calendar, horizonHours),
  };
}

/** A function of a name that works its values out once each. */
function remembered<T>(workOut: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const value = known.get(name) ?? workOut(name);
    known.set(name, value);
    return value;
  };
}

/** The season's calls in order of laycan. */
function drawCalls(season: SeasonInputs, streams: RandomStreams): PlannedCall[] {
  const { cargoesKg, cargoModes, laycansHours, arrivalsHours, openingHours } = season;
  const given = laycansHours !== null;
  const inOrder = cargoesKg.map((cargoKg, i) => ({ cargoKg, mode: cargoModes[i] ?? null }));
  const cargoes = given ? inOrder : shuffle(inOrder, streams.stream('calls.order'));
  const laycans = given ? laycansHours : drawLaycans(season, streams.stream('calls.laycan'));
  const deviation = cutNormal(0, season.arrivalDeviationSdHours);
  const deviations = streams.stream('calls.deviation');
  const error = cutNormal(0, season.estimateSdHours);
  const errors = streams.stream('calls.estimate');
  return cargoes
    .map((cargo, i) => ({ ...cargo, laycan: openingHours + (laycans[i] as number), came: arrivalsHours?.[i] ?? null }))
    .sort((a, b) => a.laycan - b.laycan || byMass(a, b))
    .map(({ cargoKg, mode, laycan, came }, index) => {
      const drawn = laycan + deviation.quantile(deviations.at(index));
      const arrived = Math.max(0, came === null ? drawn : openingHours + came);
      const estimated = arrived + error.quantile(errors.at(index));
      return { index, cargoKg, mode, laycan, laycanCloses: laycan + season.laycanHours, estimated, arrived };
    });
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
function shuffle(cargoes: readonly BookedCargo[], stream: Stream): BookedCargo[] {
  const order = [...cargoes].sort(byMass);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(stream.at(i) * (i + 1));
    [order[i], order[j]] = [order[j] as BookedCargo, order[i] as BookedCargo];
  }
  return order;
}

type BookedCargo = Pick<PlannedCall, 'cargoKg' | 'mode'>;

/** An order that does not depend on the one given: by mass, then by mode. */
function byMass(a: BookedCargo, b: BookedCargo): number {
  return a.cargoKg - b.cargoKg || rank(a.mode) - rank(b.mode);
}

function rank(mode: Mode | null): number {
  return mode === null ? -1 : MODES.indexOf(mode);
}
