import { HOUR_CAUSES, type HourCause, type Mechanisms, type Mode } from '../port/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { LedgerItem } from '../settlement/index.ts';
import { shapley } from '../stats/index.ts';
import { headOf, type StudyHead } from './head.ts';
import { ACCOUNT_IDS, ACCOUNTS, type AccountHours, type AccountId } from './hours.ts';
import { itemCosts } from './item-costs.ts';
import { unitOf } from './measures.ts';
import type { ModeOutcome } from './mode-outcome.ts';
import type { Outcome } from './replication.ts';
import { type Summary, summarise } from './summary.ts';
import type { DecidingMeasure } from './uncertainty-plan.ts';

/** The mechanisms that a saving is split among. */
export const MECHANISM_NAMES = ['ahead', 'sorting', 'straight'] as const satisfies readonly (keyof Mechanisms)[];
export type MechanismName = (typeof MECHANISM_NAMES)[number];

/** What an attribution is asked for. */
export interface AttributionPlan {
  /** What staging is held against. */
  readonly mode: Exclude<Mode, 'staged'>;
  readonly measure: DecidingMeasure;
  readonly seed: number;
  readonly replications: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
}

/** One combination of mechanisms, to be run in the same replications as all others. */
export interface CoalitionRun {
  readonly on: readonly MechanismName[];
  /** What switches the others off. */
  readonly settings: readonly string[];
  /** The last of all mechanisms stands beside staging: `['staged', mode]`; all others alone. */
  readonly modes: readonly Mode[];
}

/** What one mechanism saves: its Shapley value. */
export interface MechanismPart {
  readonly name: MechanismName;
  readonly part: Summary;
}

/** Something saved, and how much of it comes from each mechanism; their parts and the rest add up to it. */
export interface Split {
  readonly saving: Summary;
  /** Means, in the order of `mechanisms`. */
  readonly byMechanism: readonly number[];
  /** The mean that is saved with every mechanism off. */
  readonly rest: number;
}

/** What one item of the ledger saves. */
export interface ItemPart extends Split {
  readonly item: LedgerItem;
}

/** Hours saved of the ship, the cranes, the trucks or the cargo; the causes add up to the whole. */
export interface AccountPart {
  readonly per: 'call' | 'load' | 'tonne';
  readonly whole: Split;
  /** Causes that differ, in the order of `HOUR_CAUSES`. */
  readonly causes: readonly (Split & { readonly cause: HourCause })[];
}

/** The answer of `attribute`, without the program that made it. */
export interface Attribution extends StudyHead {
  readonly mode: AttributionPlan['mode'];
  readonly measure: { readonly name: DecidingMeasure; readonly unit: string };
  /** Staged less mode. The mechanisms' parts and the rest add up to it, and so do the items. */
  readonly saving: Summary;
  readonly mechanisms: readonly MechanismPart[];
  /** What the mode saves with every mechanism off; 0 where it is then staging itself. */
  readonly rest: Summary;
  /** Mechanisms that the scenario has off, and so nothing is split to. */
  readonly off: readonly MechanismName[];
  /** The saving with these on and all others off; from none to all. */
  readonly coalitions: readonly { readonly on: readonly MechanismName[]; readonly saving: Summary }[];
  /** Items of the ledger that differ, in its order. */
  readonly items: readonly ItemPart[];
  /** Hours by whose they are, staged less mode; null where one side or a combination has none, such as shuttles. */
  readonly hours: Readonly<Record<AccountId, AccountPart | null>>;
}

/** Mechanisms that a scenario has on: the players. */
export function playersOf(scenario: Scenario): MechanismName[] {
  return MECHANISM_NAMES.filter((name) => scenario.parameters[`mechanisms.${name}`].value === true);
}

/** Replications of all combinations together. */
export function attributionSize(scenario: Scenario, { replications }: AttributionPlan): number {
  return (1 << playersOf(scenario).length) * replications;
}

/** The runs of an attribution, by the bits of who is on: 2ⁿ for n mechanisms that the scenario has on. */
export function coalitionRuns(scenario: Scenario, { mode }: AttributionPlan): CoalitionRun[] {
  const players = playersOf(scenario);
  const all = (1 << players.length) - 1;
  return Array.from({ length: all + 1 }, (_, coalition) => {
    const on = players.filter((_, player) => coalition & (1 << player));
    const off = players.filter((name) => !on.includes(name));
    const settings = off.map((name) => `mechanisms.${name}=false`);
    return { on, settings, modes: coalition === all ? ['staged', mode] : [mode] };
  });
}

/**
 * Splits a saving among mechanisms, by Shapley's value of their combinations, and among items of the ledger.
 *
 * @param outcomes by {@link coalitionRuns}, each in order of replication
 */
export function attribution(
  scenario: Scenario,
  plan: AttributionPlan,
  outcomes: readonly (readonly Outcome[])[],
): Attribution {
  const { mode, measure, seed, replications, confidence = 0.95 } = plan;
  const players = playersOf(scenario);
  const seasons = Array.from({ length: replications }, (_, r) => seasonOf(outcomes, r));
  const sumUp = (values: readonly number[]) => summarise(values, confidence) ?? UNDEFINED;
  const worths = seasons.map(worthOf((outcome) => costOf(measure, outcome)));
  const parts = worths.map(shapley);
  const column = (rows: readonly (readonly number[])[], at: number) => rows.map((row) => row[at] as number);
  return {
    ...headOf(scenario, { seed, replications, confidence }),
    mode,
    measure: { name: measure, unit: unitOf(measure) },
    saving: sumUp(column(worths, outcomes.length - 1)),
    mechanisms: players.map((name, player) => ({ name, part: sumUp(column(parts, player)) })),
    rest: sumUp(column(worths, 0)),
    off: MECHANISM_NAMES.filter((name) => !players.includes(name)),
    coalitions: coalitionRuns(scenario, plan).map(({ on }, bits) => ({ on, saving: sumUp(column(worths, bits)) })),
    items: itemParts(seasons, measure, confidence),
    hours: Object.fromEntries(
      ACCOUNT_IDS.map((id) => [id, accountPart(id, seasons, confidence)]),
    ) as Attribution['hours'],
  };
}

const UNDEFINED: Summary = { mean: null, sd: null, low: null, high: null };

const NOTHING: Split = { saving: { mean: 0, sd: 0, low: 0, high: 0 }, byMechanism: [], rest: 0 };

/** One replication: staging, and every combination by its bits. */
interface Season {
  readonly staged: ModeOutcome;
  readonly coalitions: readonly ModeOutcome[];
}

function seasonOf(outcomes: readonly (readonly Outcome[])[], replication: number): Season {
  const modesOf = (coalition: number) => ((outcomes[coalition] ?? [])[replication] as Outcome).modes;
  return {
    staged: modesOf(outcomes.length - 1)[0] as ModeOutcome,
    coalitions: outcomes.map((_, coalition) => modesOf(coalition).at(-1) as ModeOutcome),
  };
}

/** What each combination saves against staging, by a cost. */
function worthOf(cost: (outcome: ModeOutcome) => number): (season: Season) => number[] {
  return ({ staged, coalitions }) => {
    const base = cost(staged);
    return coalitions.map((outcome) => base - cost(outcome));
  };
}

function costOf(measure: DecidingMeasure, { shipperCostYuan, systemCostYuan, aboardTonnes }: ModeOutcome): number {
  return (measure === 'saving.perTonne' ? shipperCostYuan : systemCostYuan) / aboardTonnes;
}

/** Splits what is saved of a cost; null where nothing ever is, in no combination. */
function splitOf(seasons: readonly Season[], cost: (outcome: ModeOutcome) => number, confidence: number): Split | null {
  const worths = seasons.map(worthOf(cost));
  if (worths.every((worth) => worth.every((saved) => saved === 0))) return null;
  const parts = worths.map(shapley);
  const sumUp = (values: readonly number[]) => summarise(values, confidence) ?? UNDEFINED;
  return {
    saving: sumUp(worths.map((worth) => worth.at(-1) as number)),
    byMechanism: (parts[0] ?? []).map((_, player) => sumUp(parts.map((part) => part[player] as number)).mean ?? 0),
    rest: sumUp(worths.map((worth) => worth[0] as number)).mean ?? 0,
  };
}

function itemParts(seasons: readonly Season[], measure: DecidingMeasure, confidence: number): ItemPart[] {
  const costs = new Map<ModeOutcome, Map<LedgerItem, number>>();
  for (const { staged, coalitions } of seasons) {
    for (const outcome of [staged, ...coalitions]) costs.set(outcome, itemCosts(measure, outcome));
  }
  const items = new Set((seasons[0]?.staged.ledger ?? []).map(({ item }) => item));
  return [...items].flatMap((item) => {
    const split = splitOf(seasons, (outcome) => costs.get(outcome)?.get(item) ?? 0, confidence);
    return split === null ? [] : { item, ...split };
  });
}

function accountPart(id: AccountId, seasons: readonly Season[], confidence: number): AccountPart | null {
  const accountOf = ({ hours }: ModeOutcome) => hours.accounts[id];
  const everywhere = seasons.every(({ staged, coalitions }) => [staged, ...coalitions].every(accountOf));
  if (!everywhere) return null;
  const split = (hours: (account: AccountHours) => number) =>
    splitOf(seasons, (outcome) => hours(accountOf(outcome) as AccountHours), confidence);
  return {
    per: ACCOUNTS[id].per,
    whole: split(({ whole }) => whole) ?? NOTHING,
    causes: HOUR_CAUSES.flatMap((cause) => {
      const found = split(({ causes }) => causes[cause]);
      return found === null ? [] : { cause, ...found };
    }),
  };
}
