import type { Calibration } from '../study/index.ts';
import { csv } from './csv.ts';
import { failureWord } from './design-json.ts';
import type { Program } from './json.ts';

/** What `calibrate --json` prints. */
export type CalibrateJson = { readonly schema: 'zhizhuang/calibrate@1'; readonly program: Program } & Calibration;

/** A fit as one object. */
export function calibrateJson(calibration: Calibration, program: Program): CalibrateJson {
  return { schema: 'zhizhuang/calibrate@1', program, ...calibration };
}

/** Every point of a fit as a table: before, those of the search, fitted, and fitted in seasons that it did not see. */
export function calibrateCsv({ parameters, targets, points }: CalibrateJson): string {
  const figuresOf = (side: 'before' | 'fitted' | 'check') =>
    targets.flatMap((target) => [target[side]?.mean ?? null, target[side]?.sd ?? null]);
  const fitted = parameters.map(({ value }) => value);
  return csv([
    [
      ...['point', 'of', ...parameters.map(({ key }) => key)],
      ...targets.flatMap(({ measure }) => [`${measure} mean`, `${measure} sd`]),
      ...['loss', 'failure'],
    ],
    [0, 'before', ...parameters.map(({ prior }) => prior), ...figuresOf('before'), null, ''],
    ...points.map(({ values, found, loss, failure }, i) => [
      ...[i + 1, 'search', ...values],
      ...found.flatMap((summary) => [summary?.mean ?? null, summary?.sd ?? null]),
      ...[loss, failureWord(failure)],
    ]),
    [points.length + 1, 'fitted', ...fitted, ...figuresOf('fitted'), null, ''],
    [points.length + 2, 'check', ...fitted, ...figuresOf('check'), null, ''],
  ]);
}
