/** Trucks on hire: from the hire to the dismissal, or to the return from the trip they are then on. */
export class Hire {
  readonly #since = new Map<number, number>();
  /** For those dismissed on a trip, who is told of their hours. */
  readonly #ending = new Map<number, (hours: number) => void>();
  #hours = 0;

  /** Truck-hours of hire, over by now. */
  get hours(): number {
    return this.#hours;
  }

  has(truck: number): boolean {
    return this.#since.has(truck);
  }

  begin(truck: number, now: number): void {
    this.#since.set(truck, now);
  }

  /** Dismissed while at the works. @param tell of the hours on hire */
  end(truck: number, now: number, tell: (hours: number) => void): void {
    const hours = now - (this.#since.get(truck) as number);
    this.#since.delete(truck);
    this.#ending.delete(truck);
    this.#hours += hours;
    tell(hours);
  }

  /** Dismissed on a trip: the hire ends when the truck is back. */
  endOnReturn(truck: number, tell: (hours: number) => void): void {
    this.#ending.set(truck, tell);
  }

  /** Back at the works. @returns whether it was dismissed meanwhile, and is no longer on hire */
  back(truck: number, now: number): boolean {
    const tell = this.#ending.get(truck);
    if (tell === undefined) return false;
    this.end(truck, now, tell);
    return true;
  }

  /** The clock closes: nobody is on hire any longer. */
  close(now: number): void {
    for (const truck of [...this.#since.keys()]) this.end(truck, now, this.#ending.get(truck) ?? (() => {}));
  }
}
