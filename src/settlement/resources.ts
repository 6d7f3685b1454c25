import type { CallFacts } from '../port/index.ts';
import type { CarbonAccount } from './carbon.ts';
import type { LedgerItem } from './ledger-items.ts';
import { type LedgerLine, type LineHead, lineAtPrice, type Party } from './ledger-line.ts';
import type { Terms } from './terms.ts';

const ASSUMED = 'assumption, no source';

const CARBON: LineHead = {
  item: 'carbon',
  unit: 't CO2e',
  payer: 'society',
  payee: null,
  kind: 'resource',
  source: 'price: assumption, no source; diesel well-to-wheel 3.197 kg/L, greencalculus.com',
};

const TRUCK_HOURS = hoursOf('truckHours', 'haulier', ASSUMED);
const SHUTTLE_HOURS = hoursOf('shuttleHours', 'port', ASSUMED);
const WORKS_LOADER_HOURS = hoursOf('worksLoaderHours', 'haulier', ASSUMED);
const YARD_LOADER_HOURS = hoursOf('yardLoaderHours', 'port', ASSUMED);
const CRANE_HOURS = hoursOf('craneHours', 'port', ASSUMED);
const SHIP_HOURS = hoursOf('shipHours', 'ship', 'derived from earnings proxies, dynamarinegroup.com');

/**
 * What a call uses up at cost, borne by whoever runs it: carbon by society, trucks and works' loaders by the haulier,
 * yard machines and cranes by the port, shuttles by the port or the haulier it hires them from, the ship's hours from
 * arrival to sailing by the ship. What these parties are paid for it stands in the transfer lines.
 *
 * A crane counts from when the ship is ready until loading is completed, working or not; a truck by its round trips,
 * waiting included.
 *
 * @param call hours of every machine
 * @param carbon the call's emissions
 * @param terms cost per hour, price of carbon
 * @example 10 truck hours at 150 yuan/h use up 1,500 yuan
 */
export function resourceLines(call: CallFacts, carbon: CarbonAccount, terms: Terms): LedgerLine[] {
  const { resource, haulage } = terms;
  const runsShuttles: Party = haulage.shuttles === 'hired' ? 'haulier' : 'port';
  return [
    lineAtPrice(CARBON, carbon.wellToWheelKg / 1000, terms.carbon.yuanPerTonneCo2e),
    lineAtPrice(TRUCK_HOURS, call.trucks.turnHours, resource.truckYuanPerHour),
    lineAtPrice({ ...SHUTTLE_HOURS, payer: runsShuttles }, call.shuttles.turnHours, resource.truckYuanPerHour),
    lineAtPrice(WORKS_LOADER_HOURS, call.worksLoaderHours, resource.loaderYuanPerHour),
    lineAtPrice(YARD_LOADER_HOURS, call.yardLoaderHours, resource.loaderYuanPerHour),
    lineAtPrice(CRANE_HOURS, call.cranes.assignedHours, resource.craneYuanPerHour),
    lineAtPrice(SHIP_HOURS, call.sailed - call.arrived, resource.shipYuanPerHour),
  ];
}

function hoursOf(item: LedgerItem, payer: Party, source: string): LineHead {
  return { item, unit: 'h', payer, payee: null, kind: 'resource', source };
}
