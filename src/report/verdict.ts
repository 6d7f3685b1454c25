import type { DifferenceSummary, Mode, Summary } from '../study/index.ts';
import { figure, figureWithUnit, percent, scaleFor, whole, withUnit } from './figures.ts';
import type { CompareJson } from './json.ts';
import type { Amount, Messages, Sureness } from './messages.ts';

/** A mean and its interval. */
type Estimate = Pick<Summary, 'mean' | 'low' | 'high'>;

/**
 * What is sure about a difference: a gain or a loss only where the whole interval lies on one side of 0.
 *
 * @example surenessOf({ mean: 3, low: 2, high: 4 }) // 'gain'
 */
export function surenessOf({ mean, low, high }: Estimate): Sureness {
  if (mean === null || low === null || high === null) return 'unknown';
  if (low > 0) return 'gain';
  return high < 0 ? 'loss' : 'unsure';
}

/**
 * The answer in one sentence: what the shipper saves per tonne, fitted and unfitted, and whether that is sure; what
 * ships gain or lose in port; how often direct loading is the dearer; what the intervals mean.
 *
 * @param rival what stands in the place of direct loading, if it is another mode
 */
export function verdictSentence(
  json: CompareJson,
  messages: Messages,
  rival: Exclude<Mode, 'staged'> = 'direct',
): string {
  return messages.verdict.join(verdictClauses(json, messages, rival));
}

/** The same clause by clause, the answer first; each without its full stop. */
export function verdictClauses(
  json: CompareJson,
  messages: Messages,
  rival: Exclude<Mode, 'staged'> = 'direct',
): string[] {
  const { measures, published, confidence, replications } = json;
  const words = messages.verdict;
  const saving = differenceOf(json, 'saving.perTonne');
  const hours = differenceOf(json, 'vessel.portHours');
  const share = measures['saving.lossShare'].difference?.mean ?? 0;
  const unfitted = published.find(({ id }) => id === 'saving.perTonne.unfitted')?.simulated;
  const asFitted = published.some(({ id, verdict }) => id === 'saving.perTonne' && verdict === 'fitted');
  const fitWords = asFitted ? words.fitted : words.fittedElsewhere;
  const total = figureWithUnit(messages, 'yuan', Math.abs(measures['saving.total'].difference?.mean ?? 0));
  return [
    words.saving(words.rivals[rival], surenessOf(saving), amount(messages, 'yuan/t', saving), total),
    ...(unfitted === undefined ? [] : [fitWords(amount(messages, 'yuan/t', unfitted))]),
    words.hours(surenessOf(hours), amount(messages, 'h', hours)),
    ...(share > 0 ? [words.lossShare(words.rivals[rival], figureWithUnit(messages, '1', share))] : []),
    ...(saving.low === null ? [] : [words.meaning(percent(confidence), whole(replications))]),
  ];
}

function differenceOf({ measures }: CompareJson, id: keyof CompareJson['measures']): Estimate {
  const nothing: Pick<DifferenceSummary, 'mean' | 'low' | 'high'> = { mean: null, low: null, high: null };
  return measures[id].difference ?? nothing;
}

/** A difference as a gain or, turned round, as a loss: nobody has to read "a saving of -3". */
function amount(messages: Messages, unit: string, estimate: Estimate): Amount {
  const isLoss = (estimate.mean ?? 0) < 0;
  const { mean, low, high } = isLoss ? turned(estimate) : estimate;
  const scale = scaleFor(messages, unit, [mean]);
  const interval =
    low === null || high === null ? null : messages.notes.between(figure(low, scale), figure(high, scale));
  return { side: isLoss ? 'loss' : 'gain', value: withUnit(figure(mean, scale), scale.unit), interval };
}

function turned({ mean, low, high }: Estimate): Estimate {
  const negative = (value: number | null) => (value === null ? null : -value);
  return { mean: negative(mean), low: negative(high), high: negative(low) };
}
