import { describe, PARAMETER_KEYS, type ParameterKey } from './catalogue.ts';
import { checkedEdit, editedBy, withParameter, writtenValue } from './edit-text.ts';
import type { Scenario, ScenarioParameter } from './scenario.ts';

/**
 * A scenario file's text that says what was set over it: whoever reads the new text gets the same numbers without any
 * setting. Parameters that were set are said anew; comments, order and spacing elsewhere stay as they are. The new text
 * is read again and held against what was meant.
 *
 * @param text the file's
 * @param set the scenario it says, with settings over it
 * @returns null if the file is laid out in a way that cannot be edited so
 * @throws Error if the text is no valid scenario to begin with
 */
export function editSettings(text: string, set: Scenario): string | null {
  return checkedEdit(
    text,
    (before) => {
      const keys = PARAMETER_KEYS.filter((key) => !isSame(before.parameters[key], set.parameters[key]));
      return editedBy(text, keys, (body, key) => withParameter(body, key, fieldsOf(key, set.parameters[key])));
    },
    (_before, after) => isSame(after, { ...set, overrides: [] }),
  );
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What a parameter that was set says, as it is written; its range only where it is the file's own. */
function fieldsOf(key: ParameterKey, { value, law, range, standing }: ScenarioParameter): Record<string, string> {
  const known = describe(key);
  const own = range !== null && !('range' in known && isSame(known.range, range));
  return {
    value: writtenValue(key, value, law),
    ...(own ? { range: `[${range.join(', ')}]` } : {}),
    standing,
  };
}
