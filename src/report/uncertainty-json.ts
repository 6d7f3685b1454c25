import type { Uncertainty } from '../study/index.ts';
import type { Program } from './json.ts';

/** What `uncertainty --json` prints. */
export type UncertaintyJson = { readonly schema: 'zhizhuang/uncertainty@1'; readonly program: Program } & Uncertainty;

/** A study of uncertainty as one object. */
export function uncertaintyJson(uncertainty: Uncertainty, program: Program): UncertaintyJson {
  return { schema: 'zhizhuang/uncertainty@1', program, ...uncertainty };
}
