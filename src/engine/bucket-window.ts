/** Octaves a window spans at most: eleven more than a double's own places, so little is what lies below them. */
const MOST_OCTAVES = 64;

const NOTHING = new Float64Array(0);

/**
 * Weights by whole index, in bounded memory: the highest {@link MOST_OCTAVES} octaves of indices each keep their own
 * weight, and whatever lies lower counts at the lowest index kept. Which octaves are kept follows from the highest
 * index alone, so neither the order of adding nor a merge makes a difference (to whole weights; sums of fractions round).
 */
export class BucketWindow {
  /** Indices an octave. */
  private readonly _perOctave: number;
  private _weights = NOTHING;
  /** Index of the first weight; the first of its octave. */
  private _base = 0;

  constructor(perOctave: number) {
    this._perOctave = perOctave;
  }

  /** How many weights it keeps. */
  get size(): number {
    return this._weights.length;
  }

  /** Adds to an index that lies within the window; false, and nothing done, if it does not. */
  addWithin(index: number, weight: number): boolean {
    const place = index - this._base;
    if (place < 0 || place >= this._weights.length) return false;
    (this._weights[place] as number) += weight;
    return true;
  }

  /** Adds to an index, widening the window as far as it goes. */
  add(index: number, weight: number): void {
    if (this.addWithin(index, weight)) return;
    // What lies below a full window must not copy it each time.
    const isFull = this._weights.length === MOST_OCTAVES * this._perOctave;
    if (index >= this._base || !isFull) this._widen(index);
    (this._weights[Math.max(0, index - this._base)] as number) += weight;
  }

  /** Adds all the weights of another window of as many indices an octave. */
  merge(other: BucketWindow): void {
    const weights = other._weights;
    for (let place = 0; place < weights.length; place++) {
      const weight = weights[place] as number;
      if (weight > 0) this.add(other._base + place, weight);
    }
  }

  /** The sum of all weights. */
  total(): number {
    let total = 0;
    for (let place = 0; place < this._weights.length; place++) total += this._weights[place] as number;
    return total;
  }

  /** The lowest index of which the weights up to it reach `target`; the highest with any weight if none does. */
  indexFromLowest(target: number): number {
    return this._indexAlong(0, 1, target);
  }

  /** The highest index of which the weights down to it reach `target`; the lowest with any weight if none does. */
  indexFromHighest(target: number): number {
    return this._indexAlong(this._weights.length - 1, -1, target);
  }

  /** Forgets all weights. */
  clear(): void {
    this._weights = NOTHING;
    this._base = 0;
  }

  /** Makes room for an index, or for the lowest it may have. */
  private _widen(index: number): void {
    const old = this._weights;
    const oldBase = this._base;
    const octave = index - (index % this._perOctave);
    const end = Math.max(octave + this._perOctave, oldBase + old.length);
    const lowest = old.length === 0 ? octave : Math.min(octave, oldBase);
    this._base = Math.max(lowest, end - MOST_OCTAVES * this._perOctave);
    this._weights = new Float64Array(end - this._base);
    const dropped = Math.max(0, this._base - oldBase);
    this._weights.set(old.subarray(dropped), oldBase + dropped - this._base);
    for (let place = 0; place < dropped && place < old.length; place++) {
      (this._weights[0] as number) += old[place] as number;
    }
  }

  /** The first index with any weight, going along from a place, at which the sum of the weights reaches `target`. */
  private _indexAlong(from: number, step: 1 | -1, target: number): number {
    let sum = 0;
    let last = from;
    for (let place = from; place >= 0 && place < this._weights.length; place += step) {
      const weight = this._weights[place] as number;
      if (weight === 0) continue;
      sum += weight;
      last = place;
      if (sum >= target) break;
    }
    return this._base + last;
  }
}
