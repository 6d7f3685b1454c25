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
  private _value = 0;
  private _since = 0;
  private _start = 0;
  private _area = 0;
  /** Area of (level − origin)². */
  private _squares = 0;
  /**
   * The first level that held for any time. Squares are taken from it, not from 0: then a level that moves little
   * about a high mean keeps its variance. If a share f of the time was spent at the origin, E[(level − origin)²] is
   * at most variance / f, so rounding costs the variance a relative 2⁻⁵³ (1/f + mean / (deviation √f)) a change and
   * not 2⁻⁵³ mean² / variance.
   */
  private _origin = 0;
  private _least = 0;
  private _most = 0;
  private _onChange: RecordSink | null;
  private readonly _record: RecordSink | null;

  /**
   * @param value the level at the start
   * @param now the hour at the start
   * @param onChange takes the full record: the level at the start, then the level at each change
   * @throws {SimulationError} if either number is NaN or infinite
   */
  constructor(value = 0, now = 0, onChange: RecordSink | null = null) {
    this._onChange = onChange;
    this._record = onChange;
    this.restart(value, now);
  }

  /**
   * The level holds `value` from `now` on; nothing happens if it held it already.
   *
   * @param now the hour, not before the last one given
   * @throws {SimulationError} if time runs back or a number is NaN or infinite
   */
  set(value: number, now: number): void {
    // Apart from what follows, this is so short that V8 puts it in place of every call.
    if (value !== this._value) this._change(value, now);
  }

  /** Tells `sink` of each change by {@link set} from now on; it must not change what it is told of. */
  watch(sink: RecordSink): void {
    const before = this._onChange;
    this._onChange =
      before === null
        ? sink
        : (now, value) => {
            before(now, value);
            sink(now, value);
          };
  }

  /** The level that holds. */
  get value(): number {
    return this._value;
  }

  /** The lowest level since the start, even one that held for no time. */
  get least(): number {
    return this._least;
  }

  /** The highest level since the start, even one that held for no time. */
  get most(): number {
    return this._most;
  }

  /**
   * Level times hours from the start to `now`.
   *
   * @throws {SimulationError} if `now` lies before the last change
   */
  area(now: number): number {
    return this._area + this._value * this._held(now);
  }

  /**
   * Time average from the start to `now`; NaN over no time.
   *
   * @throws {SimulationError} if `now` lies before the last change
   */
  mean(now: number): number {
    return this.area(now) / (now - this._start);
  }

  /**
   * Time-weighted variance from the start to `now`, of the whole time, not of a sample; NaN over no time.
   *
   * @throws {SimulationError} if `now` lies before the last change
   */
  variance(now: number): number {
    const held = this._held(now);
    const hours = now - this._start;
    if (this._since === this._start) return hours > 0 ? 0 : Number.NaN;
    const off = this._value - this._origin;
    const meanOff = this.mean(now) - this._origin;
    return Math.max(0, (this._squares + off * off * held) / hours - meanOff * meanOff);
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
    this._held(now);
    this._begin(this._value, now);
  }

  /**
   * Everything starts anew at `now`, with a level, as if just made; time may run back to it.
   *
   * @throws {SimulationError} if either number is NaN or infinite
   */
  restart(value: number, now: number): void {
    if (!Number.isFinite(value) || !Number.isFinite(now)) this._refuse(value, now);
    this._begin(value, now);
    if (this._record !== null) this._record(now, value);
  }

  private _change(value: number, now: number): void {
    const before = this._value;
    const held = now - this._since;
    if (!(held >= 0 && held < Number.POSITIVE_INFINITY && value - value === 0)) this._refuse(value, now);
    if (held > 0) {
      const off = before - this._origin;
      this._area += before * held;
      this._squares += off * off * held;
      this._since = now;
    } else if (this._since === this._start) {
      this._origin = value;
    }
    this._value = value;
    if (value < this._least) this._least = value;
    if (value > this._most) this._most = value;
    if (this._onChange !== null) this._onChange(now, value);
  }

  private _begin(value: number, now: number): void {
    this._area = 0;
    this._squares = 0;
    this._since = now;
    this._start = now;
    this._value = value;
    this._origin = value;
    this._least = value;
    this._most = value;
  }

  private _held(now: number): number {
    const held = now - this._since;
    if (!(held >= 0 && held < Number.POSITIVE_INFINITY)) this._refuse(this._value, now);
    return held;
  }

  private _refuse(value: number, now: number): never {
    if (!Number.isFinite(value)) throw new SimulationError(`hour ${now}: a level must be finite, not ${value}`);
    if (!Number.isFinite(now)) throw new SimulationError(`the hour of a level must be finite, not ${now}`);
    throw new SimulationError(
      `time runs back for a level: hour ${now} comes after hour ${this._since}, when it was last set`,
    );
  }
}
