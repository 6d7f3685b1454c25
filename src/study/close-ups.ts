import { type Scenario, toPortInputs } from '../scenario/index.ts';
import { COMPARED } from './compare.ts';
import { bandsOf, type Course, courseOf, type Flows, stepHoursFor } from './flows.ts';
import { type LaytimeOfCall, laytimeIn } from './laytime.ts';
import { type LaytimeResult, laytimeResults } from './laytime-calls.ts';
import { recordReplication } from './recorded.ts';
import { type SeasonView, seasonView } from './season-view.ts';
import { type Utilisation, type Utilised, usedShares, utilisation } from './utilisation.ts';

/** One thing of staging beside the same of direct loading. */
export interface OfBoth<T> {
  readonly staged: T;
  readonly direct: T;
}

/** What a look at one replication keeps of it. */
export interface CloseUp {
  /** From 0. */
  readonly replication: number;
  readonly courses: OfBoth<Course>;
  readonly stepHours: number;
  readonly used: OfBoth<Readonly<Record<Utilised, number | null>>>;
  /** Of the first replication only: the others would look alike. */
  readonly first: FirstLook | null;
}

interface FirstLook {
  readonly view: SeasonView;
  readonly laytime: OfBoth<readonly LaytimeResult[]>;
  readonly laytimeSheets: OfBoth<LaytimeOfCall>;
}

/** What a report shows of seasons that sums over replications leave out. */
export interface CloseUps extends FirstLook {
  /** How many replications were looked at: the first ones. The picture and the laytime are those of the first. */
  readonly replications: number;
  readonly utilisation: OfBoth<Utilisation>;
  readonly flows: Flows;
}

/**
 * Looks closely at both modes of one replication.
 *
 * @param replication from 0
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export function closeUpOf(scenario: Scenario, seed: number, replication: number): CloseUp {
  const inputs = toPortInputs(scenario);
  const [staged, direct] = recordReplication(scenario, COMPARED, seed, replication);
  const both = <T>(of: (season: NonNullable<typeof staged>) => T): OfBoth<T> => ({
    staged: of(staged!),
    direct: of(direct!),
  });
  const { horizonHours, calls } = staged!.facts;
  const stepHours = stepHoursFor(horizonHours);
  const largest = calls.reduce((most, call) => (call.cargoKg > most.cargoKg ? call : most));
  return {
    replication,
    stepHours,
    courses: both((season) => courseOf(season, season.recording, stepHours)),
    used: both((season) => usedShares(season, season.recording, inputs)),
    first:
      replication > 0
        ? null
        : {
            view: seasonView(
              scenario,
              replication + 1,
              both((season) => season),
            ),
            laytime: both(laytimeResults),
            laytimeSheets: both((season) => laytimeIn(season, scenario, season.mode, seed, largest.index + 1)),
          },
  };
}

/** Sums up close-ups. @param looks at replications 0, 1, …, at least one */
export function closeUps(looks: readonly CloseUp[], confidence: number): CloseUps {
  const first = looks[0] as CloseUp;
  const both = <T>(of: (mode: keyof OfBoth<unknown>) => T): OfBoth<T> => ({
    staged: of('staged'),
    direct: of('direct'),
  });
  const { view, laytime, laytimeSheets } = first.first as FirstLook;
  return {
    replications: looks.length,
    view,
    utilisation: both((mode) =>
      utilisation(
        looks.map(({ used }) => used[mode]),
        confidence,
      ),
    ),
    flows: { stepHours: first.stepHours, ...both((mode) => bandsOf(looks.map(({ courses }) => courses[mode]))) },
    laytime,
    laytimeSheets,
  };
}
