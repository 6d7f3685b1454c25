import { describe, type Language, type Scenario } from '../scenario/index.ts';
import type { FrontierPoint, Root } from '../study/index.ts';
import { factorValue, failureLines, outputLabel } from './design-frame.ts';
import { NO_FIGURE, percent, whole } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { frontierChart } from './frontier-chart.ts';
import type { FrontierJson } from './frontier-json.ts';
import { FRONTIER_WORDS, type FrontierWords } from './frontier-words.ts';
import { table, wrapped } from './layout.ts';
import { messagesOf } from './messages.ts';

/** Parts of the range of y that are worth telling apart in a figure. */
const RESOLUTION = 400;

/** What the parts of a page need. */
interface Page {
  readonly json: FrontierJson;
  readonly language: Language;
  readonly words: FrontierWords;
  readonly signs: ReturnType<FrontierWords['signs']>;
}

/** A frontier as a page: a picture, and a row for each crossing. */
export function frontierText(json: FrontierJson, scenario: Scenario, language: Language, commands: Commands): string {
  const messages = messagesOf(language);
  const words = FRONTIER_WORDS[language];
  const page: Page = { json, language, words, signs: words.signs(json.measure.name.startsWith('saving.')) };
  const { x, y, points } = json;
  const labelOf = (key: typeof x.key) => describe(key)[language][0];
  const valueOfY = (value: number) => factorValue(y.key, value, language);
  const failed = points.flatMap(({ levels }) => levels.filter(({ failure }) => failure !== null));
  const several = points.filter(({ roots }) => roots.length > 1).length;
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(words.heading(outputLabel(json.measure.name, messages)), [
      ...wrapped(
        words.laidOut(
          ...([labelOf(x.key), labelOf(y.key), whole(points.length), valueOfY(y.low), valueOfY(y.high)] as const),
          whole(json.replications),
        ),
      ),
      '',
      ...frontierChart(json, { x: ({ x: value }) => factorValue(x.key, value, language), y: valueOfY }),
      ...wrapped(words.legend(page.signs.positive, page.signs.negative, percent(json.confidence))),
      '',
      ...table(
        [
          [labelOf(x.key), labelOf(y.key), messages.columns.meanInterval(percent(json.confidence)), words.side],
          ...points.flatMap((point) => rowsOf(point, page)),
        ],
        ['right', 'right', 'right', 'left'],
      ),
      ...(several > 0 ? wrapped(words.several(whole(several))) : []),
      ...wrapped(words.note(percent(json.confidence), whole(json.scan.length))),
      ...failureLines(failed.length, failed[0]?.failure ?? null, scenario, language),
    ]),
    ...section(messages.headings.checks, standingLines(scenario, commands, language)),
    ...section(messages.headings.provenance, [
      ...provenanceLines(json, commands, messages),
      ...wrapped(words.evaluations(whole(json.evaluations)), '  '),
    ]),
  ]);
}

/** The rows of one x: where it breaks even, the interval, and what lies on either side. */
export function rowsOf({ x, verdict, sure, roots }: FrontierPoint, page: Page): string[][] {
  const { json, language, words, signs } = page;
  const value = factorValue(json.x.key, x, language);
  if (verdict !== 'crosses') {
    const sign = verdict === 'negative' ? signs.negative : signs.positive;
    const doubt = sure || verdict === 'zero' || verdict === 'failed' ? '' : words.notSure;
    return [[value, NO_FIGURE, NO_FIGURE, words.throughout(verdict, sign) + doubt]];
  }
  return roots.map((root, i) => [i === 0 ? value : '', ...rootCells(root, page)]);
}

function rootCells({ at, between, interval, rises, failure }: Root, { json, language, words, signs }: Page): string[] {
  const { y } = json;
  const decimals = y.whole ? 0 : decimalsFor((y.high - y.low) / RESOLUTION);
  const shown = (value: number) => value.toFixed(decimals);
  const where = y.whole ? between.map(shown).join('-') : shown(at);
  const low = interval.low === null ? words.beyond(String(y.low), true) : shown(interval.low);
  const high = interval.high === null ? words.beyond(String(y.high), false) : shown(interval.high);
  const [below, above] = rises ? [signs.negative, signs.positive] : [signs.positive, signs.negative];
  return [
    y.whole ? where : factorValue(y.key, Number(where), language),
    json.replications > 1 ? `[${low}, ${high}]` : NO_FIGURE,
    words.crosses(below, above) + (failure === null ? '' : words.notNearer),
  ];
}

/** Decimals in which a step can be seen. */
function decimalsFor(step: number): number {
  let decimals = 0;
  for (let seen = 1; seen > step && decimals < 9; seen /= 10) decimals++;
  return decimals;
}
