import type { PortInputs } from '../port/index.ts';
import type { Terms } from '../settlement/index.ts';
import { type CallLaytime, laytimeInSeason } from './call-laytime.ts';
import { type Course, courseOf } from './flows.ts';
import { type LaytimeResult, laytimeResults } from './laytime-calls.ts';
import type { RecordedOutcome } from './recorded.ts';
import { type ModeView, modeView } from './season-view.ts';
import { type UsedShares, usedShares } from './utilisation.ts';

/**
 * What a close look at one season of one mode keeps of it: plain data, small beside the recording, that depends on what
 * the season's outcome depends on and on nothing else (no name, no wording of the scenario).
 */
export interface CloseUp {
  readonly course: Course;
  readonly used: UsedShares;
  /** Of the first replication only: the others would look alike. */
  readonly first: FirstLook | null;
}

interface FirstLook {
  readonly view: ModeView;
  /** Of every call. */
  readonly laytime: readonly LaytimeResult[];
  /** Of the largest cargo. */
  readonly sheet: CallLaytime;
}

/**
 * Looks closely at a season that was recorded.
 *
 * @param inputs and `terms` that it was simulated and settled with
 * @param replication from 0
 */
export function closeUpOf(season: RecordedOutcome, inputs: PortInputs, terms: Terms, replication: number): CloseUp {
  const { calls } = season.facts;
  const largest = calls.reduce((most, call) => (call.cargoKg > most.cargoKg ? call : most));
  return {
    course: courseOf(season, season.recording),
    used: usedShares(season, season.recording, inputs),
    first:
      replication > 0
        ? null
        : {
            view: modeView(season),
            laytime: laytimeResults(season),
            sheet: laytimeInSeason(season, terms, largest.index + 1),
          },
  };
}
