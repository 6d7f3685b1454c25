import type { CalibrateJson } from '../../calibrate-json.ts';
import { factorLabel, factorValue, outputLabel } from '../../design-frame.ts';
import { NO_FIGURE, percent, scaleFor, whole } from '../../figures.ts';
import { html } from '../markup.ts';
import { figureCell, intervalCell, type Section, tableIn } from '../page.ts';
import type { TableRow } from '../table.ts';
import type { StudyPage } from './study-json.ts';
import { STUDY_WORDS } from './words.ts';

/** What was wanted and reached, and what was fitted. */
export function calibrateSections(page: StudyPage<CalibrateJson>): Section[] {
  const { json, messages, language } = page;
  const { study } = json;
  const { calibrate: words, columns } = messages;
  const found = words.found(whole(study.points.length), whole(study.budget), whole(study.replications));
  const targets = study.targets.flatMap((target, i): TableRow[] => {
    const { measure, unit, low, high, before, fitted, check } = target;
    const scale = scaleFor(messages, unit, [low, high, before?.mean, fitted?.mean, check?.mean]);
    const pointer = `/study/targets/${i}`;
    const row = (name: string, of: 'before' | 'fitted' | 'check'): TableRow => ({
      cells: [
        name,
        figureCell(page, `${pointer}/${of}/mean`, scale),
        intervalCell(page, `${pointer}/${of}`, scale),
        scale.unit,
      ],
    });
    const band = { cells: [STUDY_WORDS[language].band, '', intervalCell(page, pointer, scale), scale.unit] };
    return [
      { is: 'group', cells: [outputLabel(measure, messages)] },
      band,
      row(words.targets.before, 'before'),
      row(words.targets.fitted, 'fitted'),
      row(words.targets.check, 'check'),
    ];
  });
  const parameters = study.parameters.map(({ key, prior, value }, i): TableRow => {
    const pointer = `/study/parameters/${i}`;
    return {
      cells: [
        factorLabel(key, language),
        intervalCell(page, pointer, { from: 0, factor: 1, decimals: 2, unit: '' }),
        { text: factorValue(key, prior, language), of: `${pointer}/prior` },
        { text: value === null ? NO_FIGURE : factorValue(key, value, language), of: `${pointer}/value` },
      ],
    };
  });
  const reached = study.parameters.some(({ value }) => value === null)
    ? words.nothing
    : study.reached
      ? words.reached
      : words.notReached;
  return [
    {
      id: 'targets',
      heading: words.targets.heading,
      body: html`<p class="answer">${reached}</p><p class="note">${found}</p>${tableIn(page, {
        label: words.targets.heading,
        head: [
          STUDY_WORDS[language].target,
          columns.mean,
          columns.meanInterval(percent(study.confidence)),
          columns.unit,
        ],
        rows: targets,
        words: [3],
      })}`,
    },
    {
      id: 'fitted',
      heading: words.parameters.heading,
      body: tableIn(page, {
        label: words.parameters.heading,
        head: ['', words.parameters.range, words.parameters.before, words.parameters.fitted],
        rows: parameters,
      }),
    },
  ];
}
