import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { VesselInputs } from './inputs.ts';

/** A ship as the harbour sees her. */
export interface HarbourShip {
  readonly name: string;
  /** Tonnes. */
  readonly deadweight: number;
  /** Draughts, metres; 0: she needs no tide. */
  readonly arrivingDraught: number;
  readonly sailingDraught: number;
}

/** The ship of a cargo: in ballast when she comes, laden when she sails. */
export function shipFor(
  name: string,
  cargoKg: number,
  vessel: Pick<VesselInputs, 'deadweightPerCargo' | 'draughtFactor' | 'ballastShare'>,
): HarbourShip {
  const deadweight = (cargoKg / 1000) * vessel.deadweightPerCargo;
  const sailingDraught = vessel.draughtFactor * cubeRoot(deadweight);
  return { name, deadweight, arrivingDraught: sailingDraught * vessel.ballastShare, sailingDraught };
}

/** The same in every engine. @param value above 0 */
function cubeRoot(value: number): number {
  return exp(ln(value) / 3);
}
