import type { Scenario } from '../scenario/index.ts';
import { type Output, type Probe, type Probed, prober } from '../study/index.ts';

/** Rows of probes of a session, with what it was opened for: plain data. */
export interface SessionBatch {
  readonly opened: {
    readonly scenario: Scenario;
    readonly seed: number;
    readonly outputs: readonly Output[];
    readonly seasons: number;
  };
  readonly rows: readonly (readonly Probe[])[];
}

/** The session that this thread serves; it serves no other. */
let serving: ((probe: Probe) => Probed) | null = null;

/** What a worker thread does with rows of a session: its simulations stay for the next. */
export default function runRows({ opened, rows }: SessionBatch): Probed[][] {
  const { scenario, seed, outputs, seasons } = opened;
  serving ??= prober(scenario, seed, outputs, seasons);
  const probe = serving;
  return rows.map((row) => row.map(probe));
}
