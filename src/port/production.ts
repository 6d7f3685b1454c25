import type { Container, Simulation } from '../engine/index.ts';
import { Calendar } from './calendar.ts';
import type { WorksInputs } from './inputs.ts';

/** Production enters the warehouse in portions of this length, hours. */
const PORTION_HOURS = 0.25;

/**
 * Slag made at a steady rate into a bounded warehouse, in portions at origin + k × their length, in whole kilograms, the
 * fraction carried on. What does not fit is turned away: production for export stops for that part of the portion.
 * While the stock is low, domestic sales are held back and the whole output is for export. It stops for maintenance.
 */
export class Production {
  readonly #sim: Simulation;
  readonly #inputs: WorksInputs;
  readonly #warehouse: Container;
  readonly #calendar: Calendar;
  #producedKg = 0;
  #turnedAwayKg = 0;
  #fullHours = 0;
  #portions = 0;
  /** Made for export in all, whether or not it fitted; kg with fractions. */
  #madeKg = 0;

  constructor(sim: Simulation, inputs: WorksInputs, warehouse: Container, horizonHours: number) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#warehouse = warehouse;
    this.#calendar = maintenanceCalendar(inputs, horizonHours);
    if (inputs.wholeOutputKgPerHour > 0) this.#schedule();
  }

  /** Kilograms made so far, without what did not fit. */
  get producedKg(): number {
    return this.#producedKg;
  }

  /** Kilograms that did not fit. */
  get turnedAwayKg(): number {
    return this.#turnedAwayKg;
  }

  /** Hours of production that did not fit. */
  get fullHours(): number {
    return this.#fullHours;
  }

  /** Hours until then for which it was stopped for maintenance. */
  maintenanceHours(until: number): number {
    return until - this.#calendar.openHours(0, until);
  }

  #schedule(): void {
    const from = this.#portions * PORTION_HOURS;
    this.#portions++;
    const to = this.#portions * PORTION_HOURS;
    this.#sim.scheduleAt(to, () => {
      this.#make(this.#calendar.openHours(from, to));
      this.#schedule();
    });
  }

  /** What was made in the open hours of one portion, at the rate that the stock asks for now. */
  #make(hours: number): void {
    const { outputKgPerHour, wholeOutputKgPerHour, reserveKg } = this.#inputs;
    const kgPerHour = this.#warehouse.level < reserveKg ? wholeOutputKgPerHour : outputKgPerHour;
    const before = Math.floor(this.#madeKg);
    this.#madeKg += kgPerHour * hours;
    const kg = Math.floor(this.#madeKg) - before;
    if (kg === 0) return;
    const taken = this.#warehouse.fill(kg);
    this.#producedKg += taken;
    this.#turnedAwayKg += kg - taken;
    this.#fullHours += (hours * (kg - taken)) / kg;
  }
}

/** Stops at every multiple of the interval from the clock's opening, the opening itself apart. */
function maintenanceCalendar(inputs: WorksInputs, horizonHours: number): Calendar {
  const { maintenanceEveryHours: every, maintenanceHours: length } = inputs;
  if (length === 0) return Calendar.always;
  const stops: [number, number][] = [];
  for (let k = 1; k * every < horizonHours; k++) stops.push([k * every, k * every + length]);
  return new Calendar(stops);
}
