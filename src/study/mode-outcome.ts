import type { MassFacts, Mode, SeasonFacts } from '../port/index.ts';
import {
  type CarbonRow,
  type LedgerLine,
  portChargesYuan,
  settleSeason,
  shipperCostYuan,
  systemCostYuan,
  type Terms,
} from '../settlement/index.ts';
import { type SeasonHours, seasonHours } from './hours.ts';
import { demurrageYuan, type ModeMeasureId, measure, perTonne, type Settled } from './measures.ts';

/** What came out of one mode in one replication, in single figures. */
export interface ModeFigures {
  readonly measures: Readonly<Record<ModeMeasureId, number | null>>;
  readonly shipperCostYuan: number;
  readonly systemCostYuan: number;
  readonly portChargesYuan: number;
  readonly aboardTonnes: number;
}

/** All that came out of one mode in one replication. */
export interface ModeOutcome extends ModeFigures {
  readonly ledger: readonly LedgerEntry[];
  readonly carbon: readonly CarbonEntry[];
  readonly mass: MassFacts;
  /** In order of laycan. */
  readonly calls: readonly CallOutcome[];
  readonly hours: SeasonHours;
}

/** How much of an outcome is looked at: where it is read instead of simulated, figures come many times quicker. */
export type Part = keyof OutcomeParts;

/** What an outcome is to who looks at that much of it. Who asks for figures may be given the whole, never the reverse. */
export interface OutcomeParts {
  readonly whole: ModeOutcome;
  readonly figures: ModeFigures;
}

/** What came out of one call; instants are hours since the clock's opening. */
export interface CallOutcome {
  /** The shipper's. */
  readonly costYuan: number;
  readonly arrived: number;
  /** Able to load. */
  readonly ready: number;
  readonly sailed: number;
  /** The shipper's demurrage less despatch. */
  readonly demurrageYuan: number;
  readonly demurrageDays: number;
}

/** One line of the season's ledger per tonne aboard. */
export interface LedgerEntry extends Pick<LedgerLine, 'item' | 'payer' | 'payee' | 'kind'> {
  readonly yuanPerTonne: number;
}

/** One machine's fuel or power and greenhouse gas per tonne aboard. */
export interface CarbonEntry extends Pick<CarbonRow, 'emitter' | 'fuel'> {
  /** Litres, kWh or tonnes of fuel, by the fuel, per tonne. */
  readonly quantityPerTonne: number;
  /** kg CO2e per tonne. */
  readonly tankToWheel: number;
  readonly wellToWheel: number;
}

/** Settles seasons, mode by mode. */
export function settle(seasons: readonly SeasonFacts[], modes: readonly Mode[], terms: Terms): Settled[] {
  return seasons.map((facts, i) => ({ facts, settlement: settleSeason(facts, modes[i] as Mode, terms) }));
}

/** What comes out of one season. */
export function modeOutcome({ facts, settlement }: Settled): ModeOutcome {
  return {
    measures: measure({ facts, settlement }),
    shipperCostYuan: shipperCostYuan(settlement.lines),
    systemCostYuan: systemCostYuan(settlement.lines),
    portChargesYuan: portChargesYuan(settlement.lines),
    aboardTonnes: settlement.aboardTonnes,
    ledger: settlement.lines.map(({ item, payer, payee, kind, yuan }) => {
      return { item, payer, payee, kind, yuanPerTonne: perTonne(settlement, yuan) };
    }),
    carbon: settlement.carbon.rows.map(({ emitter, fuel, quantity, tankToWheelKg, wellToWheelKg }) => ({
      emitter,
      fuel,
      quantityPerTonne: perTonne(settlement, quantity),
      tankToWheel: perTonne(settlement, tankToWheelKg),
      wellToWheel: perTonne(settlement, wellToWheelKg),
    })),
    mass: facts.mass,
    calls: settlement.calls.map(({ lines, laytime }, i) => {
      const { arrived, ready, sailed } = facts.calls[i]!;
      const { demurrageDays } = laytime;
      const costYuan = shipperCostYuan(lines);
      return { costYuan, arrived, ready, sailed, demurrageYuan: demurrageYuan(lines), demurrageDays };
    }),
    hours: seasonHours(facts),
  };
}
