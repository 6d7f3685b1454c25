/** What the rule on rests says, and what a round trip asks of a driver. */
export interface RestRule {
  /** Longest driving without a rest, hours; Infinity: no rule. */
  readonly driveLimitHours: number;
  /** Length of a rest, hours. */
  readonly restHours: number;
  /** Driving in an ordinary round trip, hours. */
  readonly roundTripHours: number;
}

/** Hours that rounding may add to what a driver has driven, or take from how long he stood. */
const ROUNDING = 1e-9;

/**
 * How long the driver of each truck has driven since his last rest. He rests at the works before a round trip that would
 * take him beyond the limit; where a drive takes longer than foreseen, he rests on the way as soon as he has reached it.
 * Standing at the works for the length of a rest is one; waiting elsewhere, being loaded and breaking down are none.
 */
export class Drivers {
  readonly #rule: RestRule;
  readonly #driven = new Map<number, number>();
  #rests = 0;

  constructor(rule: RestRule) {
    this.#rule = rule;
  }

  /** Rests that the rule asked for so far. */
  get rests(): number {
    return this.#rests;
  }

  /** Drives for so long. @returns hours of rest on the way */
  drive(truck: number, hours: number): number {
    const { driveLimitHours, restHours } = this.#rule;
    if (driveLimitHours === Number.POSITIVE_INFINITY) return 0;
    const driven = this.#drivenBy(truck) + hours;
    const rests = Math.max(0, Math.ceil((driven - ROUNDING) / driveLimitHours) - 1);
    this.#driven.set(truck, driven - rests * driveLimitHours);
    this.#rests += rests;
    return rests * restHours;
  }

  /** Whether he is to rest before the next round trip, which he then does. */
  rest(truck: number): boolean {
    const driven = this.#drivenBy(truck);
    if (driven === 0 || driven + this.#rule.roundTripHours <= this.#rule.driveLimitHours) return false;
    this.#driven.delete(truck);
    this.#rests++;
    return true;
  }

  /** Stood at the works for so long. */
  stood(truck: number, hours: number): void {
    if (hours >= this.#rule.restHours - ROUNDING) this.#driven.delete(truck);
  }

  #drivenBy(truck: number): number {
    return this.#driven.get(truck) ?? 0;
  }
}
