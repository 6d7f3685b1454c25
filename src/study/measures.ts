import type { CallFacts, SeasonFacts } from '../port/index.ts';
import { type LedgerLine, type SeasonSettlement, shipperCostYuan } from '../settlement/index.ts';
import { quantile } from '../stats/index.ts';

/** One season of one mode, as it went and as it is settled. */
export interface Settled {
  readonly facts: SeasonFacts;
  readonly settlement: SeasonSettlement;
}

interface Measure {
  readonly unit: string;
  /** One number of one season; null where it does not apply to the mode. */
  readonly of: (season: Settled) => number | null;
}

/** What is measured in each mode, by identifier: means over calls, over truck loads or per tonne aboard. */
export const MODE_MEASURES = {
  'cost.perTonne': { unit: 'yuan/t', of: ({ settlement }) => perTonne(settlement, shipperCostYuan(settlement.lines)) },
  'truck.firstToLoadingHours': { unit: 'h', of: ({ facts }) => meanOver(facts, (call) => call.firstToLoadingHours) },
  'truck.factoryToLoadingHours': { unit: 'h', of: ({ facts }) => meanToLoading(facts.calls) },
  'truck.turnHours': { unit: 'h', of: ({ facts }) => perLoad(facts, (call) => call.trucks.turnHours) },
  'truck.waitHours': { unit: 'h', of: ({ facts }) => perLoad(facts, (call) => call.trucks.waitHours) },
  'truck.peakPerHour': { unit: '1/h', of: ({ facts }) => facts.gatePeakPerHour },
  'cargo.portDwellHours': { unit: 'h', of: ({ facts }) => perKg(facts, (call) => call.portDwellKgHours) },
  'vessel.portHours': { unit: 'h', of: ({ facts }) => meanOver(facts, portHours) },
  'vessel.waitHours': { unit: 'h', of: ({ facts }) => meanOver(facts, (call) => call.alongside - call.arrived) },
  'vessel.berthHours': { unit: 'h', of: ({ facts }) => meanOver(facts, berthHours) },
  'vessel.portHours.p90': { unit: 'h', of: ({ facts }) => quantile(facts.calls.map(portHours), 0.9) },
  'vessel.missedLaycans': { unit: '1', of: ({ facts }) => facts.missedLaycans / facts.calls.length },
  'crane.idleForCargoHours': {
    unit: 'h',
    of: ({ facts }) => meanOver(facts, (call) => call.cranes.idleForCargoHours),
  },
  'berth.occupancy': {
    unit: '1',
    of: ({ facts }) =>
      (sumOver(facts.calls, berthHours) + otherBerthHours(facts)) / (facts.berths * facts.horizonHours),
  },
  'demurrage.perCall': {
    unit: 'yuan',
    of: ({ settlement }) => demurrageYuan(settlement.lines) / settlement.calls.length,
  },
  'demurrage.probability': {
    unit: '1',
    of: ({ settlement }) =>
      sumOver(settlement.calls, ({ laytime }) => (laytime.demurrageDays > 0 ? 1 : 0)) / settlement.calls.length,
  },
  'customs.releaseHours': { unit: 'h', of: ({ facts }) => meanRelease(facts) },
  'yard.peakTonnes': { unit: 't', of: ({ facts }) => facts.yardPeakKg / 1000 },
  'works.fullHours': { unit: 'h', of: ({ facts }) => facts.works.fullHoursWhileServing },
  'works.turnedAwayTonnes': { unit: 't', of: ({ facts }) => facts.works.turnedAwayKgWhileServing / 1000 },
  'works.shortHours': { unit: 'h', of: ({ facts }) => facts.works.shortHours },
  'fleet.idleShare': { unit: '1', of: ({ facts }) => idleShare(facts.fleet) },
  'fleet.waitHours': { unit: 'h', of: ({ facts }) => meanOver(facts, (call) => call.trucks.waitHours) },
  'fleet.hiredHours': { unit: 'h', of: ({ facts }) => meanOver(facts, (call) => call.hiredTruckHours) },
  'carbon.perTonne': { unit: 'kg CO2e/t', of: ({ settlement }) => carbonPerTonne(settlement, 'wellToWheelKg') },
  'carbon.tankToWheel.perTonne': {
    unit: 'kg CO2e/t',
    of: ({ settlement }) => carbonPerTonne(settlement, 'tankToWheelKg'),
  },
} as const satisfies Record<string, Measure>;

/** Measures of one mode. */
export type ModeMeasureId = keyof typeof MODE_MEASURES;

/** Measures of two modes together, base less other. */
export const SAVING_MEASURES = {
  'saving.perTonne': 'yuan/t',
  'saving.total': 'yuan',
  'saving.portCharges.perTonne': 'yuan/t',
  'saving.system.perTonne': 'yuan/t',
  'saving.lossShare': '1',
} as const;

export type SavingMeasureId = keyof typeof SAVING_MEASURES;
export type MeasureId = ModeMeasureId | SavingMeasureId;

/** Measures one season of one mode. */
export function measure(season: Settled): Record<ModeMeasureId, number | null> {
  const entries = Object.entries(MODE_MEASURES) as [ModeMeasureId, Measure][];
  return Object.fromEntries(entries.map(([id, { of }]) => [id, of(season)])) as Record<ModeMeasureId, number | null>;
}

/** Unit of any measure. */
export function unitOf(id: MeasureId): string {
  return id in SAVING_MEASURES ? SAVING_MEASURES[id as SavingMeasureId] : MODE_MEASURES[id as ModeMeasureId].unit;
}

/** Yuan, or anything else of a season, per tonne aboard. */
export function perTonne(settlement: SeasonSettlement, amount: number): number {
  return amount / settlement.aboardTonnes;
}

const portHours = (call: CallFacts) => call.sailed - call.arrived;
const berthHours = (call: CallFacts) => call.sailed - call.alongside;

/** Of the hours in which trucks might have been sent, those in which they stood at the works. */
function idleShare({ truckHours, offHours, idleHours }: SeasonFacts['fleet']): number | null {
  const working = truckHours - offHours;
  return working > 0 ? idleHours / working : null;
}

/** Hours that ships of other trades lay alongside before the clock closed. */
function otherBerthHours({ otherShips, horizonHours }: SeasonFacts): number {
  return sumOver(otherShips, ({ alongside, sailed }) => {
    return alongside === null ? 0 : Math.min(sailed ?? horizonHours, horizonHours) - alongside;
  });
}

function sumOver<T>(items: readonly T[], value: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += value(item);
  return sum;
}

function meanOver(facts: SeasonFacts, value: (call: CallFacts) => number | null): number | null {
  const values = facts.calls.map(value).filter((one) => one !== null);
  return values.length === 0 ? null : sumOver(values, (one) => one) / values.length;
}

function perLoad(facts: SeasonFacts, value: (call: CallFacts) => number): number | null {
  const loads = sumOver(facts.calls, (call) => call.trucks.loads);
  return loads === 0 ? null : sumOver(facts.calls, value) / loads;
}

function perKg(facts: SeasonFacts, value: (call: CallFacts) => number): number {
  return sumOver(facts.calls, value) / sumOver(facts.calls, (call) => call.cargoKg);
}

function meanToLoading(calls: readonly CallFacts[]): number | null {
  const straight = calls.filter((call) => call.meanToLoadingHours !== null);
  const loads = sumOver(straight, (call) => call.straightLoads);
  if (loads === 0) return null;
  return sumOver(straight, (call) => (call.meanToLoadingHours ?? 0) * call.straightLoads) / loads;
}

/** Mean over lots; cargo released before it arrives waits 0 h. */
function meanRelease(facts: SeasonFacts): number | null {
  const lots = facts.calls.flatMap((call) => call.lots);
  if (lots.length === 0) return null;
  return sumOver(lots, (lot) => Math.max(0, lot.released - lot.arrived)) / lots.length;
}

function carbonPerTonne({ carbon, aboardTonnes }: SeasonSettlement, kg: 'wellToWheelKg' | 'tankToWheelKg') {
  return aboardTonnes > 0 ? carbon[kg] / aboardTonnes : null;
}

/** Demurrage less despatch that the shipper has. */
export function demurrageYuan(lines: readonly LedgerLine[]): number {
  const yuanOf = (item: string) => lines.find((line) => line.item === item)?.yuan ?? 0;
  return yuanOf('demurrage') - yuanOf('despatch');
}
