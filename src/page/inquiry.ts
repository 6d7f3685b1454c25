import type { Scenario } from '../scenario/index.ts';
import type { Outcome } from '../study/index.ts';
import type { PageExecutor } from './executor.ts';
import { type LiveStudy, runLive } from './live-study.ts';
import { Newest } from './newest.ts';
import type { Stage } from './stage.ts';

/** How long a first answer is waited for when something newer is asked, ms. */
const PATIENCE_MS = 800;

/** What was answered, and to which question. */
export interface Answered {
  readonly study: LiveStudy;
  readonly outcomes: readonly Outcome[];
}

/** Who is told how an inquiry goes. */
export interface Listener {
  busy(busy: boolean): void;
  /** More is known than before. */
  learnt(): void;
  /** @param error what was thrown */
  failed(error: unknown, study: LiveStudy): void;
}

/** What is asked now and what was answered last. One study runs at a time, the newest; its first season is then played. */
export class Inquiry {
  readonly #executor: PageExecutor;
  readonly #stage: Stage;
  readonly #listener: Listener;
  readonly #newest = new Newest(PATIENCE_MS);
  #study: LiveStudy | null = null;
  #known: Answered | null = null;

  constructor(executor: PageExecutor, stage: Stage, listener: Listener) {
    this.#executor = executor;
    this.#stage = stage;
    this.#listener = listener;
  }

  /** What is asked now; null while the settings cannot stand together. */
  get study(): LiveStudy | null {
    return this.#study;
  }

  /** What was answered last; null: nothing. */
  get known(): Answered | null {
    return this.#known;
  }

  /** The answer to what is asked now, once it has all its seasons. */
  get whole(): Answered | null {
    if (this.#known === null || this.#known.study !== this.#study) return null;
    return this.#known.outcomes.length < this.#known.study.replications ? null : this.#known;
  }

  /** From now on another scenario is asked about. */
  open(scenario: Scenario): void {
    // Tasks still to be begun for what was asked before would be run of the new scenario.
    this.#newest.drop();
    this.#executor.open(scenario);
    this.#stage.clear();
    this.#known = null;
  }

  /** Nothing can be asked as things are set. */
  refuse(): void {
    this.#study = null;
    this.#known = null;
    this.#stage.ask(null);
    this.#newest.drop();
  }

  ask(study: LiveStudy): void {
    this.#study = study;
    // What is recorded for the question before would keep workers from this one.
    this.#stage.ask(null);
    this.#newest.ask(async (signal, answered) => {
      this.#listener.busy(true);
      let isFirst = true;
      const tell = (outcomes: readonly Outcome[]) => {
        this.#known = { study, outcomes };
        this.#listener.learnt();
        if (!isFirst || outcomes.length < Math.min(2, study.replications)) return;
        isFirst = false;
        answered();
        if (this.#study === study) this.#stage.ask(study);
      };
      try {
        await runLive(this.#executor, study, tell, signal);
      } catch (error) {
        if (!signal.aborted && this.#study === study) {
          this.#known = null;
          this.#listener.failed(error, study);
        }
      }
      this.#listener.busy(false);
    });
  }
}
