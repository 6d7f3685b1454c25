import type { Frontier } from '../study/index.ts';
import type { Program } from './json.ts';

/** What `frontier --json` prints. */
export type FrontierJson = { readonly schema: 'zhizhuang/frontier@1'; readonly program: Program } & Frontier;

/** A frontier as one object. */
export function frontierJson(frontier: Frontier, program: Program): FrontierJson {
  return { schema: 'zhizhuang/frontier@1', program, ...frontier };
}
