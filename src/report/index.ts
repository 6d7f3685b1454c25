/** Results as text and JSON, in English and Chinese. */
export { compareText } from './compare-text.ts';
export type { Commands } from './frame.ts';
export {
  type CallRows,
  type CompareJson,
  compareJson,
  jsonText,
  type Program,
  type RunJson,
  runJson,
  type VariantsJson,
  variantsJson,
} from './json.ts';
export { type LaytimeJson, laytimeJson } from './laytime-json.ts';
export { laytimeText } from './laytime-text.ts';
export { runText } from './run-text.ts';
export { unfinishedText } from './unfinished.ts';
export { type ValidateJson, validateJson, validateText } from './validate.ts';
export { variantsText } from './variants-text.ts';
