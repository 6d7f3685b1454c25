/** A level that holds between changes, such as a queue's length, with its time average. */
export class TimeWeighted {
  #value: number;
  #since: number;
  #start: number;
  #area = 0;
  #least: number;
  #most: number;

  /**
   * @param value the level at the start
   * @param now the hour at the start
   */
  constructor(value = 0, now = 0) {
    this.#value = value;
    this.#since = now;
    this.#start = now;
    this.#least = value;
    this.#most = value;
  }

  /** The level holds `value` from `now` on. */
  set(value: number, now: number): void {
    this.#area += this.#value * (now - this.#since);
    this.#since = now;
    this.#value = value;
    if (value < this.#least) this.#least = value;
    if (value > this.#most) this.#most = value;
  }

  /** Starts anew at `now` with a level. */
  restart(value: number, now: number): void {
    this.#value = value;
    this.reset(now);
  }

  /** Forgets what was before `now`; the level stays. */
  reset(now: number): void {
    this.#since = now;
    this.#start = now;
    this.#area = 0;
    this.#least = this.#value;
    this.#most = this.#value;
  }

  get value(): number {
    return this.#value;
  }

  get least(): number {
    return this.#least;
  }

  get most(): number {
    return this.#most;
  }

  /** Level times hours from the start to `now`. */
  area(now: number): number {
    return this.#area + this.#value * (now - this.#since);
  }

  /** Time average from the start to `now`; NaN over no time. */
  mean(now: number): number {
    return this.area(now) / (now - this.#start);
  }
}
