import { Calendar } from './calendar.ts';
import type { HourCause, HoursAccount } from './hours.ts';

/** What stops something, in order of precedence: of an hour that two of them stop the first is the cause. */
export type StopLayers = readonly (readonly [cause: HourCause, calendar: Calendar])[];

/** Some time with what it went to. */
export interface CauseSpan {
  readonly cause: HourCause;
  readonly from: number;
  readonly to: number;
}

/**
 * When something can work, and why not when it cannot: several calendars, each with its cause, looked up together.
 */
export class Stops {
  static readonly none = new Stops([]);

  readonly #calendar: Calendar;
  readonly #layers: StopLayers;
  /** For each layer, the calendar of it and of those before it: what it adds is what the ones before leave open. */
  readonly #joined: readonly Calendar[];

  constructor(layers: StopLayers) {
    this.#layers = layers.filter(([, calendar]) => calendar.closures.length > 0);
    this.#joined = this.#layers.map((_, i) => {
      const [first, ...rest] = this.#layers.slice(0, i + 1).map(([, calendar]) => calendar);
      return rest.length === 0 ? (first as Calendar) : Calendar.allOf([first as Calendar, ...rest]);
    });
    this.#calendar = this.#joined.at(-1) ?? Calendar.always;
  }

  /** Everything that stops, with causes, in order of precedence. */
  get layers(): StopLayers {
    return this.#layers;
  }

  /** Those of one cause. */
  of(cause: HourCause): Calendar[] {
    return this.#layers.filter(([own]) => own === cause).map(([, calendar]) => calendar);
  }

  /** Open only where all causes leave it open. */
  get calendar(): Calendar {
    return this.#calendar;
  }

  /** These stops and those of others, whose causes come after. */
  and(layers: StopLayers): Stops {
    return new Stops([...this.#layers, ...layers]);
  }

  /** The same between two instants, and nothing before and after. */
  within(from: number, to: number): Stops {
    return new Stops(this.#layers.map(([cause, calendar]) => [cause, calendar.within(from, to)] as const));
  }

  /** When `work` hours begun at `hour` are done. */
  finish(hour: number, work: number): number {
    return this.#calendar.finish(hour, work);
  }

  /** The first open hour at or after `hour`. */
  nextOpen(hour: number): number {
    return this.#calendar.nextOpen(hour);
  }

  /** When the next stop begins, or the present one began; Infinity: there is none. */
  nextClosed(hour: number): number {
    return this.#calendar.nextClosed(hour);
  }

  /** The time between two instants, cut where what holds changes: stopped by a cause, else `cause`; in order. */
  split(cause: HourCause, from: number, to: number): CauseSpan[] {
    if (this.#calendar.nextClosed(from) >= to) return [{ cause, from, to }];
    const spans: CauseSpan[] = this.#calendar
      .openBetween(from, to)
      .map(([since, until]) => ({ cause, from: since, to: until }));
    for (const [i, [stop, calendar]] of this.#layers.entries()) {
      for (const [since, until] of calendar.closedBetween(from, to)) {
        const left = i === 0 ? [[since, until] as const] : (this.#joined[i - 1] as Calendar).openBetween(since, until);
        for (const [begins, ends] of left) spans.push({ cause: stop, from: begins, to: ends });
      }
    }
    return spans.sort((a, b) => a.from - b.from);
  }

  /** Books the stopped hours between two instants by cause. @returns the open hours, not booked */
  book(account: HoursAccount, from: number, to: number): number {
    const open = this.#calendar.openHours(from, to);
    if (open === to - from) return open;
    let before = to - from;
    for (const [i, [cause]] of this.#layers.entries()) {
      const left = (this.#joined[i] as Calendar).openHours(from, to);
      account.add(cause, before - left);
      before = left;
    }
    return open;
  }
}
