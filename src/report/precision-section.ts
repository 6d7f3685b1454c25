import type { MeasureId, PrecisionAnswer, PrecisionRow } from '../study/index.ts';
import { figure, NO_FIGURE, percent, scaleFor, whole, withUnit } from './figures.ts';
import { section } from './frame.ts';
import { table, wrapped } from './layout.ts';
import type { Messages } from './messages.ts';
import { modeLabel } from './mode-label.ts';

/** What a report is made of here. */
interface Precise {
  readonly precision: PrecisionAnswer | null;
  readonly confidence: number;
  readonly replications: number;
}

/** What precision was asked for and what came of it; no lines where none was. */
export function precisionSection({ precision, confidence, replications }: Precise, messages: Messages): string[] {
  if (precision === null) return [];
  const words = messages.precision;
  const { measures, minimum, budget, reached } = precision;
  const head = ['', words.asked, words.attained, words.share, words.needed, ''];
  const short = measures.filter((row) => !row.reached);
  const named = (rows: readonly PrecisionRow[]) => rows.map((row) => labelOf(row, messages));
  const nearZero = short.filter(({ asked, relative }) => asked.kind === 'relative' && (relative ?? 0) >= 1);
  const unknown = short.filter(({ halfWidth }) => halfWidth === null);
  return section(words.heading, [
    ...table(
      [head, ...measures.map((row) => cells(row, messages))],
      ['left', 'right', 'right', 'right', 'right', 'left'],
    ),
    ...wrapped(
      reached
        ? words.done(whole(replications))
        : words.spent(whole(budget), whole(short.length), whole(measures.length)),
    ),
    ...(nearZero.length === 0 ? [] : wrapped(words.nearZero(named(nearZero)))),
    ...(unknown.length === 0 ? [] : wrapped(words.undefinedMeasures(named(unknown)))),
    ...(reached ? wrapped(words.coverage(whole(minimum), percent(confidence))) : []),
  ]);
}

function cells(row: PrecisionRow, messages: Messages): string[] {
  const { asked, unit, halfWidth, relative, needed, reached } = row;
  const { precision } = messages;
  return [
    labelOf(row, messages),
    `±${asked.kind === 'relative' ? percent(asked.size) : precise(messages, unit, asked.size)}`,
    halfWidth === null ? NO_FIGURE : `±${precise(messages, unit, halfWidth)}`,
    relative === null ? NO_FIGURE : `±${percent(Number(relative.toPrecision(2)))}`,
    needed === null ? NO_FIGURE : whole(needed),
    reached ? precision.reached : precision.short,
  ];
}

/** A half-width with two digits that count at least: it is looked at against a limit. */
export function precise(messages: Messages, unit: string, value: number): string {
  const scale = scaleFor(messages, unit, [value]);
  const digits = String(Number((value * scale.factor).toPrecision(2))).split('.')[1]?.length ?? 0;
  return withUnit(figure(value, { ...scale, decimals: Math.max(scale.decimals, digits) }), scale.unit);
}

function labelOf({ measure, variant }: PrecisionRow, messages: Messages): string {
  const at = measure.lastIndexOf(':');
  const label = messages.measures[measure.slice(at + 1) as MeasureId];
  const side = at < 0 ? variant : measure.slice(0, at);
  const sides = side === 'difference' ? [messages.columns.difference, variant] : [side];
  return sides.reduce<string>((text, one) => {
    return one === null ? text : messages.notes.about(text, modeLabel(one, messages));
  }, label);
}
