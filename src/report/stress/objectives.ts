import { COMPARED, type MeasureId } from '../../study/index.ts';
import { fittedKeys } from '../../study/standings.ts';
import { figure, figureWithUnit, interval, percent, scaleFor, whole } from '../figures.ts';
import { precise } from '../precision-section.ts';
import { shownDifference } from '../share-interval.ts';
import { code, markdownTable, plain, type StressItem } from './item.ts';
import { MEASURED_AS } from './measure-words.ts';
import { keysOf, type Told } from './told.ts';

/** Section 1: what the study asks, what it measures, what it tries. */
export function objectives(told: Told): StressItem[] {
  return [purpose(told), outputs(told), aims(told)];
}

function purpose({ json, words, messages, language }: Told): StressItem {
  const { count, tonnes } = json.compare.calls;
  const { start, end } = json.period;
  const { what, asked, open } = words.purpose;
  return {
    id: '1.1',
    blocks: [
      asked(plain(json.question[language])),
      what(messages.notes.season(whole(count), figureWithUnit(messages, 't', tonnes), start, end)),
    ],
    open: [open],
  };
}

function outputs(told: Told): StressItem {
  const { json, words, messages } = told;
  const { measures, replications, confidence } = json.compare;
  const { how, columns, open } = words.outputs;
  const level = percent(confidence);
  const head = [
    ...columns,
    messages.modes.staged,
    messages.modes.direct,
    messages.columns.difference,
    messages.columns.interval(level),
    messages.columns.unit,
  ];
  const rows = (Object.keys(measures) as MeasureId[]).map((id) => measureRow(told, id));
  return {
    id: '1.2',
    blocks: [how(whole(replications), level), markdownTable([head, ...rows], [2, 3, 4, 5])],
    open: [open],
  };
}

function measureRow({ json, messages, language }: Told, id: MeasureId): string[] {
  const { unit, staged, direct, difference } = json.compare.measures[id];
  const scale = scaleFor(messages, unit, [staged?.mean, direct?.mean, difference?.mean]);
  return [
    `${messages.measures[id]} ${code(id)}`,
    MEASURED_AS[language][id],
    figure(staged?.mean, scale),
    figure(direct?.mean, scale),
    figure(difference?.mean, scale),
    interval(shownDifference(id, difference, unit), scale),
    scale.unit,
  ];
}

function aims(told: Told): StressItem {
  const { json, scenario, words, messages } = told;
  const { replications, precision, scenario: made } = json.compare;
  const { aims: say } = words;
  const modes = words.list(COMPARED.map((mode) => messages.modes[mode]));
  const fitted = fittedKeys(scenario);
  const combinations = 2 ** (json.attribution?.mechanisms.length ?? 0);
  return {
    id: '1.3',
    blocks: [
      say.scenarios(modes),
      ...(json.attribution === null ? [] : [say.mechanisms]),
      ...(made.overrides.length === 0 ? [] : [say.set(keysOf(told, made.overrides.map(plain)))]),
      say.design(whole(replications), modes),
      ...(precision === null
        ? []
        : [
            say.precision(
              askedFor(told),
              whole(precision.minimum),
              whole(precision.budget),
              whole(replications),
              precision.reached,
            ),
          ]),
      ...(json.attribution === null ? [] : [say.attributed(whole(combinations))]),
      say.optimised,
      ...(fitted.length === 0 ? [] : [say.fitted(keysOf(told, fitted))]),
    ],
    open: say.open,
  };
}

/** Each measure with the half-width that was asked of it. */
function askedFor({ json, words, messages }: Told): string {
  const rows = json.compare.precision?.measures ?? [];
  return words.list(
    rows.map(({ measure, unit, asked }) => {
      const width = asked.kind === 'relative' ? percent(asked.size) : precise(messages, unit, asked.size);
      return `${code(measure)} ± ${width}`;
    }),
  );
}
