import type { Attribution } from '../study/index.ts';
import type { Program } from './json.ts';

/** What `attribute --json` prints. */
export type AttributeJson = { readonly schema: 'zhizhuang/attribute@1'; readonly program: Program } & Attribution;

/** Where a saving comes from, as one object. */
export function attributeJson(attribution: Attribution, program: Program): AttributeJson {
  return { schema: 'zhizhuang/attribute@1', program, ...attribution };
}
