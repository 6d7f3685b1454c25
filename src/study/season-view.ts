import { Tide } from '../port/index.ts';
import { instantText, openingDay, type Scenario, toPortInputs } from '../scenario/index.ts';
import type { RecordedOutcome } from './recorded.ts';

/** One ship's stay; hours since the clock's opening. */
export interface ShipStay {
  /** By order of laycans, from 1. */
  readonly call: number;
  readonly cargoTonnes: number;
  readonly arrived: number;
  /** The pilot comes aboard at the anchorage: she waits no longer. */
  readonly pilotOnBoard: number;
  readonly alongside: number;
  readonly loadingStarted: number;
  readonly loadingCompleted: number;
  readonly sailed: number;
  /** From 0. */
  readonly berth: number;
  /** From arrival to sailing. */
  readonly portHours: number;
}

/** A ship of another trade at the same berths. */
export type OtherStay = Pick<ShipStay, 'berth' | 'alongside' | 'sailed'>;

/** Who was at the berths in one mode. */
export interface BerthPlan {
  readonly stays: readonly ShipStay[];
  readonly others: readonly OtherStay[];
}

/** One season as a picture: who was at the berths when, and the weather and the tide that both modes had. */
export interface SeasonView {
  /** Which replication, from 1. */
  readonly replication: number;
  /** The first hour of the clock at UTC+8, such as `2023-12-22 00:00`. */
  readonly clockOpens: string;
  readonly horizonHours: number;
  readonly berths: number;
  readonly weather: readonly { readonly kind: string; readonly from: number; readonly to: number }[];
  /** When weather stopped loading. */
  readonly weatherStops: readonly (readonly [from: number, to: number])[];
  /** Metres above chart datum at hours 0, `everyHours`, … */
  readonly tide: { readonly everyHours: number; readonly metres: readonly number[] };
  readonly staged: BerthPlan;
  readonly direct: BerthPlan;
}

/** One season as one mode saw it. */
export interface ModeView extends Pick<SeasonView, 'horizonHours' | 'berths' | 'weather' | 'weatherStops'> {
  readonly plan: BerthPlan;
}

const [TIDE_EVERY, HOUR_DIGITS, METRE_DIGITS] = [1, 3, 2];

/**
 * Draws one replication.
 *
 * @param replication from 1
 * @param scenario that both modes were simulated of
 */
export function seasonView(
  scenario: Scenario,
  replication: number,
  { staged, direct }: { readonly staged: ModeView; readonly direct: ModeView },
): SeasonView {
  const { horizonHours, berths, weather, weatherStops } = staged;
  const tide = new Tide(toPortInputs(scenario).tide, horizonHours);
  const count = Math.floor(horizonHours / TIDE_EVERY) + 1;
  return {
    replication,
    clockOpens: instantText(openingDay(scenario) * 24),
    horizonHours,
    berths,
    weather,
    weatherStops,
    tide: {
      everyHours: TIDE_EVERY,
      metres: Array.from({ length: count }, (_, i) => rounded(tide.height(i * TIDE_EVERY), METRE_DIGITS)),
    },
    staged: staged.plan,
    direct: direct.plan,
  };
}

/** What a picture of one season needs of one mode. */
export function modeView(season: RecordedOutcome): ModeView {
  const { horizonHours, berths, weatherEpisodes, weatherStops } = season.facts;
  return {
    horizonHours,
    berths,
    weather: weatherEpisodes.map(({ kind, from, to }) => ({ kind, from: hour(from), to: hour(to) })),
    weatherStops: weatherStops.map(([from, to]) => [hour(from), hour(to)] as const),
    plan: berthPlan(season),
  };
}

function berthPlan({ facts, recording }: RecordedOutcome): BerthPlan {
  const { calls, otherShips, horizonHours } = facts;
  return {
    stays: calls.map(
      ({ index, cargoKg, arrived, pilotOnBoard, alongside, loadingStarted, loadingCompleted, sailed }) => ({
        call: index + 1,
        cargoTonnes: cargoKg / 1000,
        arrived: hour(arrived),
        pilotOnBoard: hour(pilotOnBoard),
        alongside: hour(alongside),
        loadingStarted: hour(loadingStarted),
        loadingCompleted: hour(loadingCompleted),
        sailed: hour(sailed),
        berth: recording.ships[index]?.berth ?? 0,
        portHours: hour(sailed - arrived),
      }),
    ),
    others: otherShips.flatMap(({ alongside, sailed }, i) => {
      const berth = recording.otherShips[i]?.berth ?? 0;
      return alongside === null ? [] : { berth, alongside: hour(alongside), sailed: hour(sailed ?? horizonHours) };
    }),
  };
}

function hour(value: number): number {
  return rounded(value, HOUR_DIGITS);
}

/** To so many decimals: what a picture needs no more of. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
