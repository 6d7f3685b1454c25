import type { Scenario } from '../scenario/index.ts';
import { type Mode, type Outcome, outcomeOf, outcomeTasks, type TaskOutcome } from '../study/index.ts';
import type { PageExecutor } from './executor.ts';

/** A study that answers while it runs. */
export interface LiveStudy {
  /** With what is set over it. */
  readonly scenario: Scenario;
  /** What is set over the scenario that the executor was opened with. */
  readonly settings: readonly string[];
  readonly modes: readonly [Mode, Mode];
  readonly seed: number;
  readonly replications: number;
}

/** Least time between two answers, ms: each is looked at, and drawing them takes from simulating. */
const RENEW_MS = 150;

/**
 * Runs replications 0, 1, … and tells what is known so far: the replications that stand without a gap from the first on.
 * The last answer is that of all of them, and the same as if they had been run anywhere else.
 *
 * @param tell told of ever more outcomes, in order of replication
 * @param clock milliseconds
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export async function runLive(
  executor: PageExecutor,
  { scenario, settings, modes, seed, replications }: LiveStudy,
  tell: (outcomes: readonly Outcome[]) => void,
  signal: AbortSignal,
  clock: () => number = () => performance.now(),
): Promise<void> {
  // A row for each mode: two workers have the first season sooner than one.
  const rows = Array.from({ length: replications }, (_, replication) => {
    const tasks = outcomeTasks(scenario, modes, seed, replication).map((task) => {
      return { ...task, settings: [...settings, ...task.settings] };
    });
    return modes.map((mode) => tasks.filter((task) => task.mode === mode));
  }).flat();
  const found: (readonly TaskOutcome[] | undefined)[] = new Array(rows.length);
  /** What came of a replication, in the order of its tasks; null while some of it is missing. */
  const outcomesOf = (replication: number): TaskOutcome[] | null => {
    const rowsOfIt = modes.map((_, mode) => found[replication * modes.length + mode]);
    if (rowsOfIt.includes(undefined)) return null;
    return (rowsOfIt[0] ?? []).flatMap((_, point) => rowsOfIt.map((outcomes) => outcomes?.[point] as TaskOutcome));
  };
  const known: Outcome[] = [];
  let told = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const take = (row: number, outcomes: TaskOutcome[]) => {
    found[row] = outcomes;
    for (let next = outcomesOf(known.length); next !== null; next = outcomesOf(known.length)) {
      known.push(outcomeOf(known.length, modes, next));
    }
    // An interval needs two: the first of all is told at once, and so is the first interval.
    const due = told < 2 || known.length === replications || clock() - toldAt >= RENEW_MS;
    if (known.length === told || !due) return;
    told = known.length;
    toldAt = clock();
    tell([...known]);
  };
  await executor.run(rows, take, signal);
}
