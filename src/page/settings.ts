import { isParameterKey, type ParameterKey, type ParameterValue } from '../scenario/index.ts';
import { powerOfTen } from './bins.ts';

/** The key of a setting such as `fleet.size=30`; null if it names no parameter. */
export function keyOf(setting: string): ParameterKey | null {
  const key = setting.slice(0, Math.max(0, setting.indexOf('='))).trim();
  return isParameterKey(key) ? key : null;
}

/**
 * Settings with one parameter's put in place of what it was, at the end if it is new; without it where nothing is set.
 *
 * @param text the value as it is written; null: not set
 */
export function withSetting(settings: readonly string[], key: ParameterKey, text: string | null): readonly string[] {
  const at = settings.findIndex((setting) => keyOf(setting) === key);
  const set = text === null ? [] : [`${key}=${text}`];
  return at < 0 ? [...settings, ...set] : [...settings.slice(0, at), ...set, ...settings.slice(at + 1)];
}

/** What settings say of a parameter; null: nothing. */
export function textIn(settings: readonly string[], key: ParameterKey): string | null {
  const setting = settings.find((one) => keyOf(one) === key);
  return setting === undefined ? null : setting.slice(setting.indexOf('=') + 1);
}

/** A value as a setting writes it. */
export function valueText(value: ParameterValue): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** The step of a slider over a range: about a hundred in all, each a round number. */
export function stepOf(low: number, high: number, whole: boolean): number {
  const rough = (high - low) / 100;
  if (!(rough > 0)) return whole ? 1 : 0.01;
  const size = powerOfTen(rough);
  const step = [1, 2, 5, 10].map((times) => times * size).find((one) => one >= rough * 0.999) ?? size;
  return whole ? Math.max(1, Math.round(step)) : Number(step.toPrecision(1));
}

/** A slider's number without the dust of binary fractions. */
export function tidied(value: number): number {
  return Number(value.toPrecision(10));
}
