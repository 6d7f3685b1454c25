import type { Terms } from './terms.ts';

/** Size of a dry-bulk ship as the freight market names it. */
export type ShipClass = 'handysize' | 'supramax' | 'panamax';

/** What tariffs and contracts need to know of a ship. */
export interface ShipSize {
  /** Deadweight, tonnes. */
  readonly dwt: number;
  /** Net tonnage (NT), the measure by which port tariffs charge; not rounded. */
  readonly netTonnage: number;
  readonly shipClass: ShipClass;
}

/** Deadweight from which a ship is a Supramax, and a Panamax. */
export const SUPRAMAX_FROM_DWT = 40_000;
export const PANAMAX_FROM_DWT = 65_000;

/**
 * The class of a ship: Handysize below 40,000 dwt, Supramax below 65,000, Panamax from there up.
 *
 * Source: the thresholds are market usage, recalled; no source.
 *
 * @param dwt deadweight, tonnes
 * @example shipClassOf(39_999); // 'handysize'
 */
export function shipClassOf(dwt: number): ShipClass {
  if (dwt < SUPRAMAX_FROM_DWT) return 'handysize';
  return dwt < PANAMAX_FROM_DWT ? 'supramax' : 'panamax';
}

/**
 * The ship that carries a cargo: deadweight = cargo × `dwtPerCargoTonne`, NT = deadweight × `netTonnagePerDwt`.
 *
 * Source: NT per dwt 0.30–0.36 is recalled (parameters.json, `net_tonnage_per_dwt`); dwt per tonne of cargo is an
 * assumption, no source.
 *
 * @param cargoKg cargo aboard, kg
 * @param terms the two ratios
 * @example shipSize(30_000_000, { dwtPerCargoTonne: 1.5, netTonnagePerDwt: 0.5 }); // 45,000 dwt, 22,500 NT, supramax
 */
export function shipSize(
  cargoKg: number,
  terms: Pick<Terms['ship'], 'dwtPerCargoTonne' | 'netTonnagePerDwt'>,
): ShipSize {
  const dwt = (cargoKg / 1000) * terms.dwtPerCargoTonne;
  return { dwt, netTonnage: dwt * terms.netTonnagePerDwt, shipClass: shipClassOf(dwt) };
}
