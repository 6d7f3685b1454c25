/**
 * Runs one thing at a time and always the newest: what is asked while something runs takes its place. Yet what runs is
 * first let come to its first answer, for a moment, so that somebody who moves a slider sees answers all the while.
 */
export class Newest {
  #running: { readonly abort: AbortController; readonly since: number; answered: boolean } | null = null;
  #next: ((signal: AbortSignal, answered: () => void) => Promise<void>) | null = null;
  readonly #patience: number;
  readonly #clock: () => number;

  /** @param patience how long a first answer is waited for, ms */
  constructor(patience: number, clock: () => number = () => performance.now()) {
    this.#patience = patience;
    this.#clock = clock;
  }

  /**
   * Asks for some work.
   *
   * @param work does it until its signal is aborted, and says when it has its first answer
   */
  ask(work: (signal: AbortSignal, answered: () => void) => Promise<void>): void {
    this.#next = work;
    if (this.#running === null) void this.#go();
    else this.#giveWay();
  }

  /** Gives up what runs and what was asked: nothing of it is wanted any more. */
  drop(): void {
    this.#next = null;
    this.#running?.abort.abort();
  }

  #giveWay(): void {
    const running = this.#running;
    if (running === null || this.#next === null) return;
    if (running.answered || this.#clock() - running.since > this.#patience) running.abort.abort();
  }

  async #go(): Promise<void> {
    for (let work = this.#next; work !== null; work = this.#next) {
      this.#next = null;
      const running = { abort: new AbortController(), since: this.#clock(), answered: false };
      this.#running = running;
      await work(running.abort.signal, () => {
        running.answered = true;
        this.#giveWay();
      });
    }
    this.#running = null;
  }
}
