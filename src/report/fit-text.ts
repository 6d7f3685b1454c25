import type { QuantitySummary } from '../history/index.ts';
import { type Language, lawFieldInWords, quantityInWords, unitInWords } from '../scenario/index.ts';
import type { FittedLaw } from '../stats/index.ts';
import { NO_FIGURE, whole } from './figures.ts';
import { pageOf } from './frame.ts';
import { IMPORT_WORDS } from './import-words.ts';
import { table, wrapped } from './layout.ts';
import { digits, shownUnit } from './measured-figures.ts';

type Measured = Pick<QuantitySummary, 'unit' | 'mean' | 'quantiles'>;

/** Parameters that have no unit. */
const PURE: readonly string[] = ['cv', 'shape', 'k'];

/** A law as it is said: `lognormal(mean 7.02 min, cv 0.304)`. */
export function lawText(
  { name, parameters }: Pick<FittedLaw, 'name' | 'parameters'>,
  quantity: Measured,
  language: Language,
): string {
  const words = IMPORT_WORDS[language];
  return words.inBrackets(words.laws[name], parametersText(parameters, quantity, language));
}

function parametersText(parameters: FittedLaw['parameters'], quantity: Measured, language: Language): string {
  const { unit, factor } = shownUnit(quantity);
  const said = Object.entries(parameters).map(([key, value]) => {
    const field = lawFieldInWords(key === 'k' ? 'order' : key, language);
    return `${field} ${PURE.includes(key) ? digits(value) : quantityInWords(digits(value * factor), unit, language)}`;
  });
  return IMPORT_WORDS[language].list(said);
}

/** All laws of one quantity as a page, with a Q-Q plot against the best. @param used values that the laws were fitted to */
export function fitText(quantity: QuantitySummary, used: number, language: Language): string {
  const words = IMPORT_WORDS[language];
  const { laws } = quantity;
  const { fit } = words;
  const p = (law: FittedLaw, of: 'kolmogorovSmirnov' | 'andersonDarling') => law.pValues?.[of]?.toFixed(2) ?? NO_FIGURE;
  const rows = laws.map((law) => [
    words.laws[law.name],
    parametersText(law.parameters, quantity, language),
    law.aic.toFixed(1),
    law.distances.kolmogorovSmirnov.toFixed(3),
    p(law, 'kolmogorovSmirnov'),
    law.distances.andersonDarling?.toFixed(2) ?? NO_FIGURE,
    p(law, 'andersonDarling'),
    words.verdicts[law.verdict],
  ]);
  const head = [fit.law, fit.parameters, 'AIC', fit.ks, fit.p, fit.ad, fit.p, fit.verdict];
  const [best] = laws;
  return pageOf([
    words.quantities[quantity.id],
    ...table([head, ...rows], ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'left']),
    ...wrapped(fit.note(whole(quantity.count), whole(used))),
    ...(best === undefined ? [] : ['', ...plot(best, quantity, language)]),
  ]);
}

const [PLOT_WIDTH, PLOT_HEIGHT] = [56, 18];

/** The best law's quantiles to the right, the values' upwards, on one scale. */
function plot(law: FittedLaw, quantity: Measured, language: Language): string[] {
  const words = IMPORT_WORDS[language];
  const { unit, factor } = shownUnit(quantity);
  const all = law.quantiles.flatMap((pair) => [pair.sample * factor, pair.law * factor]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const place = (value: number, size: number) => Math.round(((value - least) / (most - least)) * (size - 1));
  const grid = Array.from({ length: PLOT_HEIGHT }, () => new Array<string>(PLOT_WIDTH).fill(' '));
  const put = (x: number, y: number, mark: string) => {
    const line = grid[PLOT_HEIGHT - 1 - y];
    if (line !== undefined) line[x] = mark;
  };
  for (let x = 0; x < PLOT_WIDTH; x += 2) put(x, Math.round((x / (PLOT_WIDTH - 1)) * (PLOT_HEIGHT - 1)), '.');
  for (const pair of law.quantiles)
    put(place(pair.law * factor, PLOT_WIDTH), place(pair.sample * factor, PLOT_HEIGHT), 'o');
  const width = Math.max(digits(least).length, digits(most).length);
  const label = (at: number) => (at === 0 ? digits(most) : at === PLOT_HEIGHT - 1 ? digits(least) : '').padStart(width);
  return [
    ...wrapped(words.fit.qq(words.laws[law.name], unitInWords(unit, language))),
    ...grid.map((line, at) => `${label(at)} |${line.join('')}`.trimEnd()),
    `${' '.repeat(width)} +${'-'.repeat(PLOT_WIDTH)}`,
    `${' '.repeat(width + 2)}${digits(least)}${digits(most).padStart(PLOT_WIDTH - digits(least).length)}`,
  ];
}
