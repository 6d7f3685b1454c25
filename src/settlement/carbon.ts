import type { CallFacts, TruckFacts } from '../port/index.ts';
import { cargoPath } from './cargo-path.ts';
import type { FuelFactor, Terms } from './terms.ts';

/** Everything that burns fuel or draws power, by what it does; in this order in every account. */
export const EMITTERS = [
  'truckLoaded',
  'truckEmpty',
  'truckIdle',
  'shuttleLoaded',
  'shuttleEmpty',
  'shuttleIdle',
  'worksLoader',
  'yardLoader',
  'crane',
  'shipAlongside',
  'shipAtAnchor',
] as const;

export type Emitter = (typeof EMITTERS)[number];

export type Fuel = 'diesel' | 'electricity' | 'marineGasOil';

/** The unit in which each fuel is counted. */
export const FUEL_UNITS = { diesel: 'L', electricity: 'kWh', marineGasOil: 't' } as const;

/** Greenhouse gas of one machine at one thing. */
export interface CarbonRow {
  readonly emitter: Emitter;
  readonly fuel: Fuel;
  /** Litres, kWh or tonnes: {@link FUEL_UNITS}. */
  readonly quantity: number;
  /** Out of the machine itself, kg CO2e. */
  readonly tankToWheelKg: number;
  /** With the making of the fuel or power, kg CO2e. */
  readonly wellToWheelKg: number;
}

/** Greenhouse gas of all that moved a cargo. */
export interface CarbonAccount {
  /** One for each of {@link EMITTERS}, in their order. */
  readonly rows: readonly CarbonRow[];
  readonly tankToWheelKg: number;
  readonly wellToWheelKg: number;
}

type CarbonFacts = Pick<
  CallFacts,
  | 'trucks'
  | 'refused'
  | 'shuttles'
  | 'loaderHandledKg'
  | 'cargoKg'
  | 'lostKg'
  | 'storedKgByDays'
  | 'arrived'
  | 'alongside'
  | 'sailed'
>;

/**
 * The carbon of one call: fuel × kg CO2e per unit of it, tank-to-wheel and well-to-wheel. Trucks and shuttles burn diesel
 * by kilometre, loaded and empty, and by hour of waiting at idle; loaders by tonne picked up, at the works what was hauled,
 * in the yard the rest; electric cranes draw power by tonne aboard; the ship's auxiliary engines burn marine gas oil by
 * day alongside and at anchor.
 *
 * Source: diesel 3.197 kg/L well-to-wheel and 2.66 burnt, greencalculus.com, clidapt.com; litres per km and per tonne
 * recalled; idle litres per hour energy.gov fact 861 (domain.md section 8); power and the ship's fuel: no source, 0 by
 * default.
 *
 * @param call what the machines did
 * @param terms fuel per unit of work, kg CO2e per unit of fuel
 * @example 100 km loaded at 0.5 L/km and 3 kg/L emit 150 kg
 */
export function carbonOfCall(call: CarbonFacts, terms: Terms['carbon']): CarbonAccount {
  const path = cargoPath(call);
  const diesel = (emitter: Emitter, litres: number) => rowOf(emitter, 'diesel', litres, terms.diesel);
  const grid = { tankToWheel: 0, wellToWheel: terms.gridKgPerKwh };
  const anchorTonnes = ((call.alongside - call.arrived) / 24) * terms.shipFuelTonnesPerAnchorDay;
  const berthTonnes = ((call.sailed - call.alongside) / 24) * terms.shipFuelTonnesPerBerthDay;
  const handledTonnes = call.loaderHandledKg / 1000;
  const atWorks = Math.min(handledTonnes, path.hauledTonnes);
  return accountOf([
    ...truckRows(['truckLoaded', 'truckEmpty', 'truckIdle'], call.trucks, terms),
    ...truckRows(['shuttleLoaded', 'shuttleEmpty', 'shuttleIdle'], call.shuttles, terms),
    diesel('worksLoader', atWorks * terms.loaderLitresPerTonne),
    diesel('yardLoader', (handledTonnes - atWorks) * terms.loaderLitresPerTonne),
    rowOf('crane', 'electricity', path.aboardTonnes * terms.craneKwhPerTonne, grid),
    rowOf('shipAlongside', 'marineGasOil', berthTonnes, perTonne(terms.marineFuel)),
    rowOf('shipAtAnchor', 'marineGasOil', anchorTonnes, perTonne(terms.marineFuel)),
  ]);
}

/**
 * The carbon of several calls, machine by machine.
 *
 * @param accounts one per call
 * @example sumCarbon([]).wellToWheelKg; // 0
 */
export function sumCarbon(accounts: readonly CarbonAccount[]): CarbonAccount {
  const rows = (accounts[0]?.rows ?? []).map((first, at) => {
    let [quantity, tankToWheelKg, wellToWheelKg] = [0, 0, 0];
    for (const account of accounts) {
      const row = account.rows[at] as CarbonRow;
      quantity += row.quantity;
      tankToWheelKg += row.tankToWheelKg;
      wellToWheelKg += row.wellToWheelKg;
    }
    return { ...first, quantity, tankToWheelKg, wellToWheelKg };
  });
  return accountOf(rows);
}

function accountOf(rows: readonly CarbonRow[]): CarbonAccount {
  let [tankToWheelKg, wellToWheelKg] = [0, 0];
  for (const row of rows) {
    tankToWheelKg += row.tankToWheelKg;
    wellToWheelKg += row.wellToWheelKg;
  }
  return { rows, tankToWheelKg, wellToWheelKg };
}

function rowOf(emitter: Emitter, fuel: Fuel, quantity: number, { tankToWheel, wellToWheel }: FuelFactor): CarbonRow {
  return { emitter, fuel, quantity, tankToWheelKg: quantity * tankToWheel, wellToWheelKg: quantity * wellToWheel };
}

function truckRows(
  [loaded, empty, idle]: readonly [Emitter, Emitter, Emitter],
  trucks: TruckFacts,
  terms: Terms['carbon'],
): CarbonRow[] {
  return [
    rowOf(loaded, 'diesel', trucks.loadedKm * terms.truckLoadedLitresPerKm, terms.diesel),
    rowOf(empty, 'diesel', trucks.emptyKm * terms.truckEmptyLitresPerKm, terms.diesel),
    rowOf(idle, 'diesel', trucks.waitHours * terms.truckIdleLitresPerHour, terms.diesel),
  ];
}

/** Kilograms per kilogram of fuel, as kilograms per tonne. */
function perTonne({ tankToWheel, wellToWheel }: FuelFactor): FuelFactor {
  return { tankToWheel: tankToWheel * 1000, wellToWheel: wellToWheel * 1000 };
}
