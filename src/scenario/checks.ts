import { levelFor, shipFor, Tide } from '../port/index.ts';
import { parseDay } from './calendar.ts';
import { CATALOGUE, type ParameterKey } from './catalogue.ts';
import { checkDisturbances, MULTIPLYING_STOPS, stopsOfAllMachines } from './disturbance-checks.ts';
import { harbourInputs, shipSizeInputs, tideInputs } from './harbour-inputs.ts';
import type { Expectation, Finding, Position, Relation, Term } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import { listOf, numberIn, numberOf, type Scenario } from './scenario.ts';
import { HOUR_OF_DAY } from './unit-words.ts';
import { convert } from './units.ts';

/** What the checks look at. */
export type Checked = Pick<Scenario, 'period' | 'cargoes' | 'parameters'>;

/** Where a parameter was set, if it was. */
export type Places = (key: ParameterKey) => Position | null;

/** Truck trips a season may come to, so that none exhausts memory. */
const MOST_TRIPS = 20_000_000;
/** Stops (weather, change-overs, failures) that all machines' calendars may come to, likewise. */
const MOST_STOPS = 5_000_000;

const START: Position = { line: 1, column: 1 };

/**
 * Combinations of values, each fine alone, that surely cannot run: they are noted at the first of the keys
 * involved that was set.
 */
export function checkTogether(scenario: Checked, places: Places, problems: ProblemList): void {
  const note = (keys: readonly ParameterKey[], expected: Expectation, found: Finding) => {
    const set = keys.find((key) => places(key) !== null);
    problems.error(places(set ?? keys[0] ?? 'calls.clockOpening') ?? START, `parameters.${keys[0]}`, expected, found);
  };
  for (const check of [checkOrders, checkMasses, checkSize, checkDisturbances, checkWater]) check(scenario, note);
  warnOfCuts(scenario, places, problems);
}

/** Values that are cut to another one before they are simulated. */
const CUT_TO = [
  ['fleet.stagingTrucks', 'fleet.size', 'trucks'],
  ['works.openingStock', 'works.warehouseCapacity', 't'],
] as const;

function warnOfCuts(scenario: Checked, places: Places, problems: ProblemList): void {
  for (const [key, to, unit] of CUT_TO) {
    const [value, most] = [numberOf(scenario, key), numberOf(scenario, to)];
    const at = places(key) ?? places(to) ?? START;
    if (value > most)
      problems.warn(at, `parameters.${key}`, relation('atMost', to, most, unit), quantityFound(value, unit));
  }
}

/** Notes a problem at the first of some keys that was set. */
export type Note = (keys: readonly ParameterKey[], expected: Expectation, found: Finding) => void;

function relation(of: Relation, to: ParameterKey | Term, value: number, unit: string): Expectation {
  return { is: 'relation', relation: of, to, value: rounded(value), unit };
}

function quantityFound(value: number, unit: string): Finding {
  return { is: 'quantity', value: rounded(value), unit };
}

/** For messages only. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** What taking a decimal share from 1 may lack. */
const SHARE_ROUNDING = 1e-12;

/** Shares that may not come to more than 1 together. */
const SHARES_OF_ONE = [
  ['customs.machineShare', 'customs.documentShare'],
  ['customs.sampledShare', 'customs.returnedShare'],
] as const;

/** A truck carries at least a whole kilogram. */
const LEAST_LOAD_TONNES = 0.001;

function checkOrders(scenario: Checked, note: Note): void {
  const lead = numberOf(scenario, 'yard.stagingLead');
  const opening = numberOf(scenario, 'calls.clockOpening');
  if (lead > opening) {
    const expected = relation('atMost', 'calls.clockOpening', opening, 'd');
    note(['yard.stagingLead', 'calls.clockOpening'], expected, quantityFound(lead, 'd'));
  }
  const opens = numberOf(scenario, 'customs.officeOpens');
  const closes = numberOf(scenario, 'customs.officeCloses');
  if (closes <= opens) {
    const expected = relation('above', 'customs.officeOpens', opens, HOUR_OF_DAY);
    note(['customs.officeCloses', 'customs.officeOpens'], expected, quantityFound(closes, HOUR_OF_DAY));
  }
  const noticeFrom = numberOf(scenario, 'contract.officeOpens');
  const noticeTo = numberOf(scenario, 'contract.officeCloses');
  if (noticeTo <= noticeFrom) {
    const expected = relation('above', 'contract.officeOpens', noticeFrom, HOUR_OF_DAY);
    note(['contract.officeCloses', 'contract.officeOpens'], expected, quantityFound(noticeTo, HOUR_OF_DAY));
  }
  for (const [key, other] of SHARES_OF_ONE) {
    const [share, left] = [numberOf(scenario, key), 1 - numberOf(scenario, other)];
    if (share > left + SHARE_ROUNDING)
      note([key, other], relation('atMost', `rest of ${other}`, left, '1'), quantityFound(share, '1'));
  }
  const payload = numberOf(scenario, 'fleet.payload');
  const spread = numberOf(scenario, 'fleet.payloadSd');
  if (payload - 3 * spread < LEAST_LOAD_TONNES) {
    const expected = relation('below', 'third of fleet.payload', payload / 3, 't');
    note(['fleet.payloadSd', 'fleet.payload'], expected, quantityFound(spread, 't'));
  }
  const springs = numberOf(scenario, 'tide.springRange');
  const neaps = numberOf(scenario, 'tide.neapRange');
  if (neaps > springs) {
    const expected = relation('atMost', 'tide.springRange', springs, 'm');
    note(['tide.neapRange', 'tide.springRange'], expected, quantityFound(neaps, 'm'));
  }
  const hoppers = scenario.parameters['quay.gear'].value === 'hoppers';
  for (const key of ['works.warehouseCapacity', ...(hoppers ? (['quay.hopperCapacity'] as const) : [])] as const) {
    const capacity = numberOf(scenario, key);
    if (capacity >= payload + 3 * spread) continue;
    const expected = relation('atLeast', 'largestLoad', payload + 3 * spread, 't');
    note([key, 'fleet.payload'], expected, quantityFound(capacity, 't'));
  }
  checkTransport(scenario, note);
}

/** Trucks must be sent at some hour of the day, be let onto the road at some, and the works must make slag at some. */
function checkTransport(scenario: Checked, note: Note): void {
  const from = numberOf(scenario, 'fleet.workFrom');
  const to = numberOf(scenario, 'fleet.workTo');
  if (to <= from) {
    const expected = relation('above', 'fleet.workFrom', from, HOUR_OF_DAY);
    note(['fleet.workTo', 'fleet.workFrom'], expected, quantityFound(to, HOUR_OF_DAY));
  }
  const curfew = listOf(scenario, 'road.curfewHours');
  if (curfew.length === 24) note(['road.curfewHours'], { is: 'liftedCurfew' }, quantityFound(24, 'h'));
  const every = numberIn(scenario, 'works.maintenanceEvery', 'h');
  const stop = numberOf(scenario, 'works.maintenanceTime');
  if (stop >= every) {
    const expected = relation('below', 'works.maintenanceEvery', every, 'h');
    note(['works.maintenanceTime', 'works.maintenanceEvery'], expected, quantityFound(stop, 'h'));
  }
}

/** The deepest ship must float through the channel at some tide before the clock closes. */
function checkWater(scenario: Checked, note: Note): void {
  const harbour = harbourInputs(scenario);
  const tonnes = scenario.cargoes.reduce((most, cargo) => Math.max(most, cargo.tonnes), 0);
  if (tonnes === 0) return;
  const { sailingDraught } = shipFor('', tonnes * 1000, shipSizeInputs(scenario));
  const needed = levelFor(sailingDraught, harbour);
  if (needed <= 0) return;
  const tide = new Tide(tideInputs(scenario), clockDays(scenario) * 24).bestFor(harbour.passageHours);
  if (needed <= tide) return;
  const inMetres = (value: number) => Math.round(value * 100) / 100;
  const depth = Math.ceil((harbour.channelDepthM + needed - tide) * 100) / 100;
  const expected = { is: 'water', depth, draught: inMetres(sailingDraught), tide: inMetres(tide) } as const;
  const keys = ['harbour.channelDepth', 'vessel.draughtFactor', 'harbour.underKeel', 'tide.springRange'] as const;
  note(keys, expected, quantityFound(harbour.channelDepthM, 'm'));
}

function checkMasses(scenario: Checked, note: Note): void {
  const tonnes = scenario.cargoes.map((cargo) => cargo.tonnes);
  const largestCargo =
    tonnes.reduce((most, one) => Math.max(most, one), 0) * (1 + numberOf(scenario, 'yard.cycleLoss'));
  const largest = largestCargo + numberOf(scenario, 'fallback.reserve');
  const capacity = numberOf(scenario, 'yard.capacity');
  if (capacity < largest) {
    const expected = relation('atLeast', 'largestCargo', largest, 't');
    note(['yard.capacity'], expected, quantityFound(capacity, 't'));
  }
  checkSupply(scenario, note);
}

/** The works must be able to make what is not in stock until the clock closes; it is told as output, as it is set. */
function checkSupply(scenario: Checked, note: Note): void {
  const tonnes = scenario.cargoes.reduce((sum, cargo) => sum + cargo.tonnes, 0);
  const opening = Math.min(numberOf(scenario, 'works.openingStock'), numberOf(scenario, 'works.warehouseCapacity'));
  const stopped = numberOf(scenario, 'works.maintenanceTime') / numberIn(scenario, 'works.maintenanceEvery', 'h');
  if (stopped >= 1) return;
  const needed = (tonnes - opening) / (clockDays(scenario) * 24 * (1 - stopped));
  const { key, tonnesPerHour } = mostOutput(scenario);
  if (tonnesPerHour >= needed) return;
  const { unit } = CATALOGUE[key];
  const inUnit = (perHour: number) => {
    const converted = convert(perHour, 't/h', unit);
    return converted.ok ? converted.value : perHour;
  };
  const expected = { is: 'supply', perTime: Math.ceil(inUnit(needed) * 1000) / 1000, unit, tonnes } as const;
  note([key, 'works.openingStock', 'works.reserve'], expected, quantityFound(inUnit(tonnesPerHour), unit));
}

/** Days from the clock's opening to its closing. */
export function clockDays(scenario: Checked): number {
  return periodDays(scenario) + numberOf(scenario, 'calls.clockOpening') + numberOf(scenario, 'calls.clockClosing');
}

/** Tonnes an hour at the most, and what sets them: the whole output, unless domestic sales are never held back. */
function mostOutput(scenario: Checked) {
  const forExport = { key: 'works.exportOutput', tonnesPerHour: numberOf(scenario, 'works.exportOutput') } as const;
  const whole = { key: 'works.wholeOutput', tonnesPerHour: numberIn(scenario, 'works.wholeOutput', 't/h') } as const;
  const heldBack = numberOf(scenario, 'works.reserve') > 0;
  return heldBack && whole.tonnesPerHour > forExport.tonnesPerHour ? whole : forExport;
}

/** Length of the period in days, both ends included. */
export function periodDays(scenario: Pick<Scenario, 'period'>): number {
  return (parseDay(scenario.period.end) ?? 0) - (parseDay(scenario.period.start) ?? 0) + 1;
}

function checkSize(scenario: Checked, note: Note): void {
  const total = scenario.cargoes.reduce((sum, cargo) => sum + cargo.tonnes, 0);
  const trips = Math.round(total / numberOf(scenario, 'fleet.payload'));
  if (trips > MOST_TRIPS) {
    note(['fleet.payload'], { is: 'limit', of: 'trips', most: MOST_TRIPS }, quantityFound(trips, '1'));
  }
  const stops = Math.round(stopsOfAllMachines(scenario, clockDays(scenario)));
  if (stops > MOST_STOPS) {
    note(MULTIPLYING_STOPS, { is: 'limit', of: 'stops', most: MOST_STOPS }, quantityFound(stops, '1'));
  }
}
