import { BREAKDOWNS } from './catalogue/breakdowns.ts';
import { CALLS } from './catalogue/calls.ts';
import { CONTRACT } from './catalogue/contract.ts';
import { CUSTOMS } from './catalogue/customs.ts';
import { DISPATCH } from './catalogue/dispatch.ts';
import { GATE } from './catalogue/gate.ts';
import { HARBOUR, TRAFFIC } from './catalogue/harbour.ts';
import { INSPECTION } from './catalogue/inspection.ts';
import { MODES } from './catalogue/modes.ts';
import type { NumberParameter, Parameter } from './catalogue/parameter.ts';
import { CARGO_PRICES } from './catalogue/prices.ts';
import { QUAY } from './catalogue/quay.ts';
import { RESOURCES } from './catalogue/resources.ts';
import { SHIFTS } from './catalogue/shifts.ts';
import { TARIFFS } from './catalogue/tariffs.ts';
import { FLEET_AND_ROAD } from './catalogue/transport.ts';
import { VESSEL } from './catalogue/vessel.ts';
import { WEATHER } from './catalogue/weather.ts';
import { WORKS } from './catalogue/works.ts';
import { YARD } from './catalogue/yard.ts';
import { deepFreeze } from './freeze.ts';

/**
 * Every parameter of the model and the settlement, by its dotted key, in the order files and reports list them:
 * type, unit, default, plausible range, hard bounds, wording, and how well the default is known.
 *
 * @example CATALOGUE['fleet.size'].value // 40
 */
export const CATALOGUE = deepFreeze({
  ...CALLS,
  ...WORKS,
  ...FLEET_AND_ROAD,
  ...GATE,
  ...DISPATCH,
  ...MODES,
  ...CUSTOMS,
  ...INSPECTION,
  ...YARD,
  ...QUAY,
  ...VESSEL,
  ...HARBOUR,
  ...TRAFFIC,
  ...WEATHER,
  ...BREAKDOWNS,
  ...SHIFTS,
  ...CARGO_PRICES,
  ...TARIFFS,
  ...CONTRACT,
  ...RESOURCES,
});

/** The key of a parameter. */
export type ParameterKey = keyof typeof CATALOGUE;

/** The key of a parameter that is one number. */
export type NumberKey = {
  [K in ParameterKey]: (typeof CATALOGUE)[K] extends NumberParameter ? K : never;
}[ParameterKey];

/** All keys, in the catalogue's order. */
export const PARAMETER_KEYS: readonly ParameterKey[] = Object.freeze(Object.keys(CATALOGUE) as ParameterKey[]);

/** Whether a text is the key of a parameter; `__proto__` and its kind are not. */
export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(CATALOGUE, key);
}

/** A parameter's description, whatever its type. */
export function describe(key: ParameterKey): Parameter {
  return CATALOGUE[key];
}
