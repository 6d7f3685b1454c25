/** A level over time, kept as all its changes. */
export class History {
  readonly #changes: { readonly time: number; readonly level: number }[];

  constructor(time: number, level: number) {
    this.#changes = [{ time, level }];
  }

  record(time: number, level: number): void {
    this.#changes.push({ time, level });
  }

  /** Level times hours up to `now`. */
  area(now: number): number {
    const ends = [...this.#changes.slice(1).map(({ time }) => time), now];
    return this.#changes.reduce((sum, { time, level }, i) => sum + level * ((ends[i] as number) - time), 0);
  }
}
