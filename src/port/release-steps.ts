import type { LotFacts } from './facts.ts';

/** Steps between arrival in the supervised area and release, as a time release study tells them apart. */
export const RELEASE_STEPS = ['lodging', 'review', 'bay', 'inspection', 'after'] as const;

/**
 * `lodging`: until the declaration is lodged. `review`: of documents. `bay`: until the lot is there and a bay free.
 * `inspection`: in the bay. `after`: a check of documents, the laboratory, or the rest of the late rule's 24 hours.
 */
export type ReleaseStep = (typeof RELEASE_STEPS)[number];

/**
 * The hours that one lot spent in each step between its arrival and its release; what was done before it came counts
 * none. They add up to release less arrival, or to 0 where it was released before it came.
 *
 * @example
 * // Arrived at 10, lodged at 12, reviewed by 13, in a bay from 14 to 18, released at 36:
 * releaseSteps(lot); // { lodging: 2, review: 1, bay: 1, inspection: 4, after: 18 }
 */
export function releaseSteps(lot: LotFacts): Record<ReleaseStep, number> {
  const { arrived, lodged, reviewed, inspectionBegan, inspectionEnded, released } = lot;
  let from = arrived;
  const until = (instant: number | null): number => {
    const hours = Math.max(0, (instant ?? from) - from);
    from += hours;
    return hours;
  };
  return {
    lodging: until(lodged),
    review: until(reviewed),
    bay: until(inspectionBegan),
    inspection: until(inspectionEnded),
    after: until(released),
  };
}
