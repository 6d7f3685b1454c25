import type { Scenario } from '../scenario/index.ts';
import type { CloseUp } from './close-up.ts';
import { bandsOf, type Flows, stepHoursFor } from './flows.ts';
import { type LaytimeOfCall, laytimeOf } from './laytime.ts';
import type { LaytimeResult } from './laytime-calls.ts';
import { type SeasonView, seasonView } from './season-view.ts';
import { type Utilisation, utilisation } from './utilisation.ts';

/** One thing of staging beside the same of direct loading. */
export interface OfBoth<T> {
  readonly staged: T;
  readonly direct: T;
}

/** What a report shows of seasons that sums over replications leave out. */
export interface CloseUps {
  /** How many replications were looked at: the first ones. The picture and the laytime are those of the first. */
  readonly replications: number;
  readonly view: SeasonView;
  readonly utilisation: OfBoth<Utilisation>;
  readonly flows: Flows;
  readonly laytime: OfBoth<readonly LaytimeResult[]>;
  readonly laytimeSheets: OfBoth<LaytimeOfCall>;
}

/**
 * Sums up close-ups.
 *
 * @param looks at replications 0, 1, … of the scenario, at least one
 */
export function closeUps(
  scenario: Scenario,
  looks: readonly OfBoth<CloseUp>[],
  { seed, confidence }: { readonly seed: number; readonly confidence: number },
): CloseUps {
  const both = <T>(of: (mode: keyof OfBoth<unknown>) => T): OfBoth<T> => ({
    staged: of('staged'),
    direct: of('direct'),
  });
  const [look] = looks as readonly [OfBoth<CloseUp>];
  const first = both((mode) => look[mode].first as NonNullable<CloseUp['first']>);
  return {
    replications: looks.length,
    view: seasonView(
      scenario,
      1,
      both((mode) => first[mode].view),
    ),
    utilisation: both((mode) =>
      utilisation(
        looks.map((one) => one[mode].used),
        confidence,
      ),
    ),
    flows: {
      stepHours: stepHoursFor(first.staged.view.horizonHours),
      ...both((mode) => bandsOf(looks.map((one) => one[mode].course))),
    },
    laytime: both((mode) => first[mode].laytime),
    laytimeSheets: both((mode) => laytimeOf(scenario, mode, seed, first[mode].sheet)),
  };
}
