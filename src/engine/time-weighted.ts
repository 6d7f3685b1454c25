import { SimulationError } from './errors.ts';
import type { RecordSink } from './record-sink.ts';
import type { Resettable } from './resettable.ts';

/**
 * A level that holds between changes, such as a queue's length or a stock, in constant memory: its bounds, its area
 * ∫ level dt, and the time average area / T and variance ∫ (level − mean)² dt / T over the T hours since the start.
 *
 * @example
 * const queue = new TimeWeighted(0, 8);
 * queue.set(3, 10);
 * queue.set(1, 11);
 * queue.area(12); // 4
 * queue.mean(12); // 1
 * queue.variance(12); // 1.5
 * queue.most; // 3
 */
export class TimeWeighted implements Resettable {
  // Each starts as a number: V8 would box every number stored in a field that started as undefined.
  #value = 0;
  #since = 0;
  #start = 0;
  #area = 0;
  /** Area of (level − origin)². */
  #squares = 0;
  /**
   * The first level that held for any time. Squares are taken from it, not from 0: then a level that moves little
   * about a high mean keeps its variance. If a share f of the time was spent at the origin, E[(level − origin)²] is
   * at most variance / f, so rounding costs the variance a relative 2⁻⁵³ (1/f + mean / (deviation √f)) a change and
   * not 2⁻⁵³ mean² / variance.
   */
  #origin = 0;
  #least = 0;
  #most = 0;
  #onChange: RecordSink | null;
  readonly #record: RecordSink | null;

  /**
   * @param value the level at the start
   * @param now the hour at the start
   * @param onChange takes the full record: the level at the start, then the level at each change
   * @throws {SimulationError} if either number is NaN or infinite
   */
  constructor(value = 0, now = 0, onChange: RecordSink | null = null) {
    this.#onChange = onChange;
    this.#record = onChange;
    this.restart(value, now);
  }

  /**
   * The level holds `value` from `now` on; nothing happens if it held it already.
   *
   * @param now the hour, not before the last one given
   * @throws {SimulationError} if time runs back or a number is NaN or infinite
   */
  set(value: number, now: number): void {
    const before = this.#value;
    if (value === before) return;
    const held = now - this.#since;
    if (!(held >= 0 && held < Number.POSITIVE_INFINITY && value - value === 0)) this.#refuse(value, now);
    if (held > 0) {
      if (this.#since === this.#start) this.#origin = before;
      const off = before - this.#origin;
      this.#area += before * held;
      this.#squares += off * off * held;
      this.#since = now;
    }
    this.#value = value;
    if (value < this.#least) this.#least = value;
    if (value > this.#most) this.#most = value;
    if (this.#onChange !== null) this.#onChange(now, value);
  }

  /** Tells `sink` of each change by {@link set} from now on; it must not change what it is told of. */
  watch(sink: RecordSink): void {
    const before = this.#onChange;
    this.#onChange =
      before === null
        ? sink
        : (now, value) => {
            before(now, value);
            sink(now, value);
          };
  }

  /** The level that holds. */
  get value(): number {
    return this.#value;
  }

  /** The lowest level since the start, even one that held for no time. */
  get least(): number {
    return this.#least;
  }

  /** The highest level since the start, even one that held for no time. */
  get most(): number {
    return this.#most;
  }

  /**
   * Level times hours from the start to `now`.
   *
   * @throws {SimulationError} if `now` lies before the last change
   */
  area(now: number): number {
    return this.#area + this.#value * this.#held(now);
  }

  /**
   * Time average from the start to `now`; NaN over no time.
   *
   * @throws {SimulationError} if `now` lies before the last change
   */
  mean(now: number): number {
    return this.area(now) / (now - this.#start);
  }

  /**
   * Time-weighted variance from the start to `now`, of the whole time, not of a sample; NaN over no time.
   *
   * @throws {SimulationError} if `now` lies before the last change
   */
  variance(now: number): number {
    const held = this.#held(now);
    const hours = now - this.#start;
    // Before the first change that took time, the origin is not set yet: the level never moved.
    if (this.#since === this.#start) return hours > 0 ? 0 : Number.NaN;
    const off = this.#value - this.#origin;
    const meanOff = this.mean(now) - this.#origin;
    return Math.max(0, (this.#squares + off * off * held) / hours - meanOff * meanOff);
  }

  /**
   * Root of {@link variance}, in the unit of the level; NaN over no time.
   *
   * @throws {SimulationError} if `now` lies before the last change
   */
  standardDeviation(now: number): number {
    return Math.sqrt(this.variance(now));
  }

  /**
   * Measuring starts at `now`, as after a warm-up: the level stays, its area, bounds and averages begin anew.
   *
   * @throws {SimulationError} if `now` lies before the last change
   */
  reset(now: number): void {
    this.#held(now);
    this.#begin(this.#value, now);
  }

  /**
   * Everything starts anew at `now`, with a level, as if just made; time may run back to it.
   *
   * @throws {SimulationError} if either number is NaN or infinite
   */
  restart(value: number, now: number): void {
    if (!Number.isFinite(value) || !Number.isFinite(now)) this.#refuse(value, now);
    this.#begin(value, now);
    if (this.#record !== null) this.#record(now, value);
  }

  #begin(value: number, now: number): void {
    this.#area = 0;
    this.#squares = 0;
    this.#since = now;
    this.#start = now;
    this.#value = value;
    this.#least = value;
    this.#most = value;
  }

  #held(now: number): number {
    const held = now - this.#since;
    if (!(held >= 0 && held < Number.POSITIVE_INFINITY)) this.#refuse(this.#value, now);
    return held;
  }

  #refuse(value: number, now: number): never {
    if (!Number.isFinite(value)) throw new SimulationError(`hour ${now}: a level must be finite, not ${value}`);
    if (!Number.isFinite(now)) throw new SimulationError(`the hour of a level must be finite, not ${now}`);
    throw new SimulationError(
      `time runs back for a level: hour ${now} comes after hour ${this.#since}, when it was last set`,
    );
  }
}
