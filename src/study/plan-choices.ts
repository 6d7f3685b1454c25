import { MODES, type Mode } from '../port/index.ts';
import type { ParameterKey, Scenario } from '../scenario/index.ts';
import { type Factor, type FactorValue, gridValues, ownFactor, settingOf } from './factor.ts';

/** A way of serving the ship that may be chosen. */
export interface Choice {
  readonly mode: Mode;
  readonly values: Readonly<Partial<Record<ParameterKey, FactorValue>>>;
}

/** What may be chosen. */
export interface Choices {
  readonly modes: readonly Mode[];
  /** Each is tried where it matters; a range at its levels (three unless it says), a list at its values. */
  readonly factors: readonly Factor[];
  /** Those of them that were asked for: refining keeps to them. */
  readonly said: readonly Factor[];
}

/** Levels of a range that names none of its own. */
const LEVELS = 3;

/** Modes and dispatch policies under which a parameter matters; whatever is not here matters always. */
const MATTERS: Partial<
  Record<ParameterKey, { readonly modes: readonly Mode[]; readonly policies?: readonly string[] }>
> = {
  'fleet.size': { modes: ['direct', 'hybrid'] },
  'fleet.hiredTrucks': { modes: ['direct', 'hybrid'] },
  'fleet.stagingTrucks': { modes: ['staged', 'hybrid'] },
  'yard.stagingLead': { modes: ['staged', 'hybrid'] },
  'yard.shuttleTrucks': { modes: ['staged', 'hybrid'] },
  'hybrid.stagedShare': { modes: ['hybrid'] },
  'hybrid.buffer': { modes: ['hybrid'] },
  'hybrid.draw': { modes: ['hybrid'] },
  'dispatch.policy': { modes: ['direct', 'hybrid'] },
  'dispatch.trucksUnderWay': { modes: ['direct', 'hybrid'], policies: ['pull'] },
  'dispatch.headway': { modes: ['direct', 'hybrid'], policies: ['headway', 'appointments'] },
  'dispatch.lead': { modes: ['direct', 'hybrid'], policies: ['all-at-once', 'headway', 'pull', 'appointments'] },
};

/** What is refined after the choice, where it matters. */
const REFINED: readonly ParameterKey[] = [
  'dispatch.lead',
  'dispatch.trucksUnderWay',
  'dispatch.headway',
  'hybrid.stagedShare',
  'yard.stagingLead',
];

/**
 * What is chosen from unless it is said: every mode; fleets at the ends of their range and as they stand, trucks hired
 * or none; every dispatch policy; a share staged of nothing or a quarter. What was set on the scenario is fixed.
 */
export function ownChoices(scenario: Scenario): Choices {
  const set = setKeys(scenario);
  const ends = (key: 'fleet.size' | 'fleet.hiredTrucks', withLow: boolean): Factor => {
    const { value, range } = scenario.parameters[key];
    const values = [...(withLow ? [range?.[0] ?? value] : []), value, range?.[1] ?? value] as number[];
    return { kind: 'list', key, values: [...new Set(values)].sort((one, other) => one - other) };
  };
  const factors: Factor[] = [
    ownFactor(scenario, 'dispatch.policy') as Factor,
    ends('fleet.size', true),
    ends('fleet.hiredTrucks', false),
    { kind: 'list', key: 'hybrid.stagedShare', values: [0, 0.25] },
  ];
  return { modes: MODES, factors: factors.filter(({ key }) => !set.includes(key)), said: [] };
}

/** Keys that were set over the scenario's file: what is set is not chosen. */
export function setKeys({ overrides }: Scenario): string[] {
  return overrides.map((text) => text.split('=')[0]?.trim() ?? '');
}

/** Every combination that differs in what matters, thrifty ones first. */
export function choicesOf(scenario: Scenario, { modes, factors }: Choices): Choice[] {
  return modes.flatMap((mode) =>
    factors
      .toSorted((one, other) => Number(other.key === 'dispatch.policy') - Number(one.key === 'dispatch.policy'))
      .reduce<Choice[]>(
        (choices, factor) =>
          choices.flatMap((choice) =>
            matters(scenario, factor.key, choice)
              ? gridValues(factor, LEVELS).map((value) => ({ mode, values: { ...choice.values, [factor.key]: value } }))
              : [choice],
          ),
        [{ mode, values: {} }],
      ),
  );
}

/** What sets a choice. */
export function settingsOf({ values }: Choice): string[] {
  const entries = Object.entries(values) as [ParameterKey, FactorValue][];
  return entries.map(([key, value]) => settingOf({ key } as Factor, value));
}

/** Whether a parameter makes a difference to a choice. */
function matters(scenario: Scenario, key: ParameterKey, { mode, values }: Choice): boolean {
  const when = MATTERS[key];
  if (when === undefined) return true;
  const policy = String(values['dispatch.policy'] ?? scenario.parameters['dispatch.policy'].value);
  return when.modes.includes(mode) && (when.policies?.includes(policy) ?? true);
}

/** A number of a choice that can be moved. */
export interface Dial {
  readonly key: ParameterKey;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  /** Where it stands. */
  readonly value: number;
}

/**
 * The numbers of a choice that are worth moving on from where they were tried: over the range that was to be chosen
 * from, or else the scenario's own. Values that were listed or set are left where they are.
 */
export function dialsOf(scenario: Scenario, choice: Choice, { said }: Choices): Dial[] {
  const set = setKeys(scenario);
  return REFINED.filter((key) => matters(scenario, key, choice) && !set.includes(key)).flatMap((key) => {
    const asked = said.find((factor) => factor.key === key) ?? ownFactor(scenario, key);
    if (asked?.kind !== 'range') return [];
    const { low, high, whole } = asked;
    const value = Number(choice.values[key] ?? scenario.parameters[key].value);
    return [{ key, low, high, whole, value }];
  });
}
