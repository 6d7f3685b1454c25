import { applyOverrides, formatProblem, type Language, type Problem, type Scenario } from '../scenario/index.ts';
import { MODES, type NamedSettings } from '../study/index.ts';
import type { Words } from './command-line.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

const OPTION = '--variant';
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,39}$/u;
/** A comma before the next `path=`; those of a list stay. */
const BETWEEN_SETTINGS = /,(?=\s*[\w.]+\s*=)/u;

/** A variant as it was typed. */
export interface TypedVariant extends NamedSettings {
  /** Which of the options it is, from 1. */
  readonly occurrence: number;
  /** The column at which each setting begins, from 1. */
  readonly columns: readonly number[];
}

/** Reads `name:path=value[,path=value…]`; what has no such form, or a name that is taken, is noted. */
export function readVariants(words: Words, errors: UsageErrors): TypedVariant[] {
  const { wrong } = errors.messages.variants;
  const names = new Set<string>();
  return (words.options.get('variant') ?? []).flatMap((typed, at) => {
    const occurrence = at + 1;
    const colon = typed.indexOf(':');
    const name = typed.slice(0, Math.max(0, colon)).trim();
    const rest = typed.slice(colon + 1);
    if (!NAME.test(name) || rest.trim() === '') errors.add(OPTION, wrong.form(shown(typed)), null, occurrence);
    else if (MODES.some((mode) => mode === name)) errors.add(OPTION, wrong.modeName(name), null, occurrence);
    else if (names.has(name)) errors.add(OPTION, wrong.twice(name), null, occurrence);
    else {
      names.add(name);
      const settings = rest.split(BETWEEN_SETTINGS);
      return [{ name, settings, occurrence, columns: columnsOf(settings, colon + 2) }];
    }
    return [];
  });
}

/** Where each of several texts with a character between begins. */
function columnsOf(texts: readonly string[], first: number): number[] {
  return texts.map((_, at) => texts.slice(0, at).reduce((column, text) => column + text.length + 1, first));
}

/** Notes what is wrong with variants' settings over a scenario: what cannot be set, or cannot stand together. */
export function checkVariants(
  variants: readonly TypedVariant[],
  scenario: Scenario,
  language: Language,
  errors: UsageErrors,
): void {
  for (const variant of variants) {
    const set = applyOverrides(scenario, variant.settings);
    if (set.ok) continue;
    errors.lines.push(...set.problems.map((problem) => formatProblem(placed(problem, variant), language)));
  }
}

/** A problem of a setting stands in the variant's option. */
function placed(problem: Problem, { occurrence, columns }: TypedVariant): Problem {
  const column = (columns[problem.line - 1] ?? 1) + problem.column - 1;
  return { ...problem, file: OPTION, line: occurrence, column };
}
