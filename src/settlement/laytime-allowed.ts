import type { LaytimeTerms } from './laytime-terms.ts';

type Allowance = Pick<LaytimeTerms, 'allowance' | 'rateTonnesPerDay' | 'hatches' | 'cranes' | 'allowedDays'>;

/**
 * Time allowed for a cargo, hours: tonnes / (tonnes per day) × 24, pro rata, at the ship's rate or that of a hatch or
 * crane times their number; or the days allowed × 24.
 *
 * A rate per (working) hatch is taken times all hatches: with the cargo spread evenly that is "per hatch per day" and "per
 * working hatch per day" alike, because the facts hold no stowage plan from which a largest hold could be read.
 *
 * Source: "8,000 t per WWD of 24 consecutive hours, SSHINC, pro rata", wenda.zidianfy.com (one example); 2,000 t per
 * crane, th4.ilovetranslation.com; per hatch: Laytime Definitions for Charter Parties 2013.
 *
 * @throws RangeError where the rate is not above 0
 * @example 20,000 t at 10,000 t a day are 48 h; at 2,000 t a day for each of 5 hatches 48 h too
 */
export function laytimeAllowedHours(cargoKg: number, terms: Allowance): number {
  if (terms.allowance === 'days') return terms.allowedDays * 24;
  const rate = terms.rateTonnesPerDay * timesTheRate(terms);
  if (!(rate > 0)) throw new RangeError(`the laytime loading rate must be above 0 t/day, found ${rate}`);
  return (cargoKg / 1000 / rate) * 24;
}

function timesTheRate({ allowance, hatches, cranes }: Allowance): number {
  if (allowance === 'ratePerHatch') return hatches;
  return allowance === 'ratePerCrane' ? cranes : 1;
}
