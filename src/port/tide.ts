import cos from '@stdlib/math-base-special-cos';
import { Calendar } from './calendar.ts';
import type { TideInputs } from './inputs.ts';

/** Periods of the two constituents, hours: the moon's and the sun's semidiurnal tide. */
const [M2_HOURS, S2_HOURS] = [12.4206, 12];
const TURN = 2 * Math.PI;

/** Hours between looks for high and low water, which are some six hours apart. */
const LOOK_HOURS = 0.5;
/** How near to 0 is 0, in metres or metres an hour: instants are found to better than a millionth of an hour. */
const NOTHING = 1e-11;

/**
 * Height of the tide by absolute hour, from two constituents: they add up at springs and work against each other at
 * neaps. Metres above chart datum, which is the lowest low water that the two can make.
 */
export class Tide {
  /** Hour at which the clock closes. */
  readonly horizonHours: number;
  readonly #moon: number;
  readonly #sun: number;
  readonly #springHour: number;
  readonly #below = new Map<number, Calendar>();
  #turns: readonly number[] | null = null;

  /** @param horizonHours hour at which the clock closes: high and low waters are looked for until then */
  constructor({ springRangeM, neapRangeM, springHighWaterHour }: TideInputs, horizonHours: number) {
    this.#moon = (springRangeM + neapRangeM) / 4;
    this.#sun = (springRangeM - neapRangeM) / 4;
    this.#springHour = springHighWaterHour;
    this.horizonHours = horizonHours;
  }

  /** Metres above chart datum. */
  height(hour: number): number {
    const since = hour - this.#springHour;
    return this.#moon * (1 + wave(since / M2_HOURS)) + this.#sun * (1 + wave(since / S2_HOURS));
  }

  /** Closed while the water stands lower than so many metres above chart datum; from the horizon on, as it is then. */
  below(level: number): Calendar {
    let calendar = this.#below.get(level);
    if (calendar === undefined) {
      calendar = level > 0 ? this.#closuresBelow(level) : Calendar.always;
      this.#below.set(level, calendar);
    }
    return calendar;
  }

  /** The highest level that the water keeps for so many hours on end at some time before the clock closes, metres. */
  bestFor(hours: number): number {
    let best = Math.min(this.height(0), this.height(hours));
    for (const turn of this.#turnsUntilHorizon()) {
      const [earliest, latest] = [Math.max(0, turn - hours), Math.min(turn, this.horizonHours - hours)];
      if (latest < earliest) continue;
      // The longest stay around a high water begins where it ends as high; around a low water it is no higher.
      const rise = (hour: number) => this.height(hour + hours) - this.height(hour);
      const begins = rise(earliest) * rise(latest) < 0 ? rootBetween(rise, earliest, latest) : earliest;
      best = Math.max(best, Math.min(this.height(begins), this.height(begins + hours), this.height(turn)));
    }
    return best;
  }

  #closuresBelow(level: number): Calendar {
    const above = (hour: number) => this.height(hour) - level;
    const closures: [number, number][] = [];
    const points = [0, ...this.#turnsUntilHorizon(), this.horizonHours];
    let closedFrom = above(0) < 0 ? 0 : Number.NaN;
    for (const [i, to] of points.slice(1).entries()) {
      const from = points[i] as number;
      if (above(from) < 0 === above(to) < 0) continue;
      const crossing = rootBetween(above, from, to);
      if (Number.isNaN(closedFrom)) closedFrom = crossing;
      else {
        closures.push([closedFrom, crossing]);
        closedFrom = Number.NaN;
      }
    }
    if (!Number.isNaN(closedFrom)) closures.push([closedFrom, Number.POSITIVE_INFINITY]);
    return new Calendar(closures);
  }

  /** High and low waters, in order: between two of them the water only rises or only falls. */
  #turnsUntilHorizon(): readonly number[] {
    if (this.#turns !== null) return this.#turns;
    const turns: number[] = [];
    const looks = Math.ceil(this.horizonHours / LOOK_HOURS);
    let before = this.#rate(0);
    for (let look = 1; look <= looks; look++) {
      const hour = look * LOOK_HOURS;
      const rate = this.#rate(hour);
      if (before < 0 !== rate < 0) turns.push(rootBetween((at) => this.#rate(at), hour - LOOK_HOURS, hour));
      before = rate;
    }
    this.#turns = turns.filter((hour) => hour < this.horizonHours);
    return this.#turns;
  }

  /** How fast the water rises, metres an hour. */
  #rate(hour: number): number {
    const since = hour - this.#springHour;
    const moon = (this.#moon * TURN) / M2_HOURS;
    const sun = (this.#sun * TURN) / S2_HOURS;
    return moon * wave(since / M2_HOURS + 0.25) + sun * wave(since / S2_HOURS + 0.25);
  }
}

/** Cosine of so many turns; whole ones are left off, which is exact and quicker. */
function wave(turns: number): number {
  return cos(TURN * (turns - Math.floor(turns)));
}

const known = new WeakMap<TideInputs, Tide>();

/** The tide of these inputs, the same in every replication: its turns and closures are worked out once for all. */
export function tideOf(inputs: TideInputs, horizonHours: number): Tide {
  let tide = known.get(inputs);
  if (tide?.horizonHours !== horizonHours) {
    tide = new Tide(inputs, horizonHours);
    known.set(inputs, tide);
  }
  return tide;
}

/** Where a function crosses 0 between two arguments at which its signs differ (regula falsi, Illinois variant). */
function rootBetween(of: (at: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [fa, fb] = [of(a), of(b)];
  for (let tries = 1; tries < 100; tries++) {
    // Now and then the middle, lest one end creep.
    const c = tries % 8 === 0 ? (a + b) / 2 : (a * fb - b * fa) / (fb - fa);
    const fc = of(c);
    if (Math.abs(fc) < NOTHING) return c;
    if (fc < 0 === fb < 0) fa /= 2;
    else [a, fa] = [b, fb];
    [b, fb] = [c, fc];
  }
  return (a + b) / 2;
}
