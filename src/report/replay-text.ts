import type { Unplaced } from '../history/index.ts';
import { type Language, type Scenario, visible } from '../scenario/index.ts';
import type { Replay, ReplayComparison } from '../study/index.ts';
import { NO_FIGURE, whole } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section } from './frame.ts';
import type { Program } from './json.ts';
import { sentences, table, wrapped } from './layout.ts';
import { digits } from './measured-figures.ts';
import { messagesOf } from './messages.ts';
import { REPLAY_WORDS, type ReplayWords } from './replay-words.ts';

/** What `replay --json` prints. */
export interface ReplayJson extends Replay {
  readonly schema: 'zhizhuang/replay@1';
  readonly program: Program;
  readonly unplaced: Unplaced;
}

/** A replay as one object. */
export function replayJson(replay: Replay, unplaced: Unplaced, program: Program): ReplayJson {
  return { schema: 'zhizhuang/replay@1', program, ...replay, unplaced };
}

/** A replay as a page: hours simulated against hours recorded, with a verdict. */
export function replayText(json: ReplayJson, scenario: Scenario, language: Language, commands: Commands): string {
  const words = REPLAY_WORDS[language];
  const messages = messagesOf(language);
  const { calls, trips, departures, replications, mode, unplaced, measures } = json;
  const told = [words.served(whole(calls), messages.modes[mode], whole(replications))];
  if (trips > 0) told.push(words.trucks(whole(trips)), departures > 0 ? words.departures : words.noDepartures);
  if (unplaced.calls + unplaced.trips > 0) told.push(words.unplaced(whole(unplaced.calls), whole(unplaced.trips)));
  return pageOf([
    ...wrapped(messages.notes.about(visible(scenario.title[language]), visible(scenario.name))),
    ...wrapped(sentences(...told)),
    '',
    ...wrapped(verdict(measures, words)),
    ...section(words.heading, comparisonTable(measures, words)),
    ...wrapped(words.note),
    ...section(words.quantiles, quantileTable(measures, words)),
    '',
    ...wrapped(words.drawn),
    ...section(words.provenance, provenanceLines(json, commands, messages)),
  ]);
}

function verdict(measures: readonly ReplayComparison[], words: ReplayWords): string {
  const of = (wanted: ReplayComparison['verdict']) =>
    measures.flatMap(({ measure, verdict: found }) => (found === wanted ? [words.measures[measure]] : []));
  const [long, short] = [of('long'), of('short')];
  return long.length + short.length === 0 ? words.agrees : words.differs(long, short);
}

/** Hours of trucks are minutes. */
function unitOf({ measure }: ReplayComparison): { readonly unit: 'h' | 'min'; readonly factor: number } {
  return measure.startsWith('truck.') ? { unit: 'min', factor: 60 } : { unit: 'h', factor: 1 };
}

function comparisonTable(measures: readonly ReplayComparison[], words: ReplayWords): string[] {
  const { columns } = words;
  const rows = measures.map((one) => {
    const { unit, factor } = unitOf(one);
    const { mean, low, high } = one.error;
    const text = (hours: number | null) => (hours === null ? NO_FIGURE : digits(hours * factor));
    return [
      words.measures[one.measure],
      whole(one.calls),
      text(one.recorded),
      text(one.simulated),
      text(mean),
      low === null || high === null ? NO_FIGURE : `[${text(low)}, ${text(high)}]`,
      `${one.inside}/${one.calls}`,
      words.unit[unit],
      words.verdicts[one.verdict],
    ];
  });
  const { calls, recorded, simulated, error, interval, inside, unit, verdict: said } = columns;
  const head = ['', calls, recorded, simulated, error, interval, inside, unit, said];
  return table([head, ...rows], ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'left', 'left']);
}

function quantileTable(measures: readonly ReplayComparison[], words: ReplayWords): string[] {
  const { recorded, simulated, unit } = words.columns;
  const rows = measures.map((one) => {
    const { unit: shown, factor } = unitOf(one);
    const { recordedQuantiles: was, simulatedQuantiles: is } = one;
    const figures = [was.p50, is.p50, was.p90, is.p90].map((hours) => digits(hours * factor));
    return [words.measures[one.measure], ...figures, words.unit[shown]];
  });
  const head = ['', `50% ${recorded}`, `50% ${simulated}`, `90% ${recorded}`, `90% ${simulated}`, unit];
  return table([head, ...rows], ['left', 'right', 'right', 'right', 'right', 'left']);
}
