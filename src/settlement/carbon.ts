import type { CallFacts, TruckFacts } from '../port/index.ts';
import type { Terms } from './terms.ts';

/** Greenhouse gas of the machines that moved a cargo, kg CO2e, well-to-wheel. */
export interface CarbonAccount {
  /** Trucks between works and port. */
  readonly trucksKg: number;
  /** Shuttle trucks between yard and quay. */
  readonly shuttlesKg: number;
  /** Wheel loaders in works and yard. */
  readonly loadersKg: number;
  readonly totalKg: number;
}

/**
 * The carbon of one call: litres of diesel × kg CO2e per litre. Trucks and shuttles burn by kilometre, loaded and
 * empty, and by hour of waiting at idle; loaders by tonne picked up. Cranes (electric) and the ship are not counted.
 *
 * Source: diesel well-to-wheel 3.197 kg/L, greencalculus.com; litres per km and per tonne recalled, no source; idle
 * litres per hour energy.gov fact 861 (domain.md section 8).
 *
 * @param call what the machines did
 * @param terms litres per unit of work, kg CO2e per litre
 * @example 100 km loaded at 0.5 L/km and 3 kg/L emit 150 kg
 */
export function carbonOfCall(
  call: Pick<CallFacts, 'trucks' | 'shuttles' | 'loaderHandledKg'>,
  terms: Terms['carbon'],
): CarbonAccount {
  const trucksKg = truckLitres(call.trucks, terms) * terms.dieselKgPerLitre;
  const shuttlesKg = truckLitres(call.shuttles, terms) * terms.dieselKgPerLitre;
  const loadersKg = (call.loaderHandledKg / 1000) * terms.loaderLitresPerTonne * terms.dieselKgPerLitre;
  return { trucksKg, shuttlesKg, loadersKg, totalKg: trucksKg + shuttlesKg + loadersKg };
}

/**
 * The carbon of several calls, machine by machine.
 *
 * @param accounts one per call
 * @example sumCarbon([]).totalKg; // 0
 */
export function sumCarbon(accounts: readonly CarbonAccount[]): CarbonAccount {
  let trucksKg = 0;
  let shuttlesKg = 0;
  let loadersKg = 0;
  let totalKg = 0;
  for (const account of accounts) {
    trucksKg += account.trucksKg;
    shuttlesKg += account.shuttlesKg;
    loadersKg += account.loadersKg;
    totalKg += account.totalKg;
  }
  return { trucksKg, shuttlesKg, loadersKg, totalKg };
}

/**
 * Kilograms CO2e per tonne aboard (`carbon.perTonne`), or null where nothing went aboard.
 *
 * @param account the emissions, kg
 * @param aboardKg cargo aboard, kg
 * @example carbonPerTonne({ trucksKg: 3, shuttlesKg: 0, loadersKg: 0, totalKg: 3 }, 2000); // 1.5
 */
export function carbonPerTonne(account: CarbonAccount, aboardKg: number): number | null {
  return aboardKg > 0 ? account.totalKg / (aboardKg / 1000) : null;
}

function truckLitres(trucks: TruckFacts, terms: Terms['carbon']): number {
  return (
    trucks.loadedKm * terms.truckLoadedLitresPerKm +
    trucks.emptyKm * terms.truckEmptyLitresPerKm +
    trucks.waitHours * terms.truckIdleLitresPerHour
  );
}
