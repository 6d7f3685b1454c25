import { describe, type Language, type Scenario } from '../scenario/index.ts';
import { ACCOUNT_IDS, type MechanismName, type Split, type Summary } from '../study/index.ts';
import { roundedToSum } from './adding-up.ts';
import type { AttributeJson } from './attribute-json.ts';
import { waterfall } from './bars.ts';
import { outputLabel } from './design-frame.ts';
import { figure, figureWithUnit, interval, percent, scaleFor, whole } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { table, wrapped } from './layout.ts';
import { type Messages, messagesOf, type Scale } from './messages.ts';

/** Columns of a waterfall. */
const BAR_WIDTH = 18;

interface Page {
  readonly json: AttributeJson;
  readonly language: Language;
  readonly messages: Messages;
}

/** Where a saving comes from, as a page. */
export function attributeText(json: AttributeJson, scenario: Scenario, language: Language, commands: Commands): string {
  const messages = messagesOf(language);
  const page: Page = { json, language, messages };
  const { headings } = messages;
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...mechanismLines(page),
    ...coalitionLines(page),
    ...itemLines(page),
    ...hoursLines(page),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

function labelOf(name: MechanismName, language: Language): string {
  return describe(`mechanisms.${name}`)[language][0];
}

/** As the head of a narrow column: in English its key's last word. */
function headOf(name: MechanismName, language: Language): string {
  return language === 'en' ? name : labelOf(name, language);
}

function headingOf(name: string, { json, messages }: Page, scale: Scale): string {
  const measure = outputLabel(json.measure.name, messages);
  return messages.notes.about(name, messages.design.sensitivity.ofMeasure(measure, scale.unit));
}

/** A figure, with a mark where its interval leaves out 0. */
function marked({ mean, low, high }: Summary, shown: number, scale: Scale): string {
  const resolved = mean !== null && low !== null && high !== null && low * high > 0;
  return figure(shown, scale, true) + (resolved ? '*' : ' ');
}

function mechanismLines(page: Page): string[] {
  const { json, messages, language } = page;
  const words = messages.attribute;
  const { mechanisms, rest, saving, off, mode, measure, confidence } = json;
  const scale = scaleFor(messages, measure.unit, [saving.mean]);
  const parts = [
    ...mechanisms.map(({ name, part }) => ({ label: labelOf(name, language), part })),
    { label: words.rest, part: rest },
  ];
  const shown = shownAs(
    parts.map(({ part }) => part.mean ?? 0),
    scale,
  );
  const bars = waterfall(shown, BAR_WIDTH);
  const rows = parts.map(({ label, part }, i) => {
    return [label, marked(part, shown[i] as number, scale), interval(part, scale), bars[i] as string];
  });
  const sum = [words.sum, `${figure(saving.mean, scale, true)} `, interval(saving, scale), bars.at(-1) as string];
  const head = ['', `${words.part} `, messages.columns.meanInterval(percent(confidence))];
  const names = off.map((name) => labelOf(name, language)).join(language === 'zh' ? '、' : ', ');
  const isNothing = rest.mean === 0 && (rest.sd ?? 0) === 0;
  const orders = mechanisms.reduce((product, _, i) => product * (i + 1), 1);
  return section(headingOf(words.mechanismsHeading, page, scale), [
    ...wrapped(
      words.saving(messages.modes[mode], figureWithUnit(messages, measure.unit, saving.mean), interval(saving, scale)),
    ),
    ...table([head, ...rows, sum], ['left', 'right', 'right', 'left']),
    ...(mechanisms.length === 0 ? wrapped(words.noPlayers) : wrapped(words.mechanismsNote(whole(orders)))),
    ...(isNothing
      ? wrapped(words.restIsNothing(messages.modes[mode]))
      : wrapped(words.restIsSomething(messages.modes[mode]))),
    ...(off.length === 0 ? [] : wrapped(words.heldOff(names))),
  ]);
}

/** Numbers in the scale's decimals, such that they add up as they are shown. */
function shownAs(values: readonly number[], { factor, decimals }: Scale): number[] {
  return roundedToSum(
    values.map((value) => value * factor),
    decimals,
  ).map((value) => value / factor);
}

function coalitionLines(page: Page): string[] {
  const { json, messages, language } = page;
  const words = messages.attribute;
  const { mechanisms, coalitions, measure, confidence } = json;
  if (mechanisms.length === 0) return [];
  const scale = scaleFor(messages, measure.unit, [json.saving.mean]);
  const head = [
    ...mechanisms.map(({ name }) => labelOf(name, language)),
    words.saved,
    messages.columns.meanInterval(percent(confidence)),
  ];
  const rows = coalitions.map(({ on, saving }) => [
    ...mechanisms.map(({ name }) => (on.includes(name) ? words.on : words.off)),
    figure(saving.mean, scale),
    interval(saving, scale),
  ]);
  return section(
    words.coalitionsHeading,
    table(
      [head, ...rows],
      mechanisms.map(() => 'left' as const),
    ),
  );
}

interface Step {
  readonly label: string;
  readonly split: Split;
}

function itemLines(page: Page): string[] {
  const { json, messages } = page;
  const words = messages.attribute;
  const scale = scaleFor(messages, json.measure.unit, [json.saving.mean]);
  const steps = json.items.map(({ item, ...split }) => ({ label: messages.items[item], split }));
  const total: Split = {
    saving: json.saving,
    byMechanism: json.mechanisms.map(({ part }) => part.mean ?? 0),
    rest: json.rest.mean ?? 0,
  };
  return section(headingOf(words.itemsHeading, page, scale), [
    ...splitTable(steps, total, words.sum, scale, page),
    ...wrapped(words.itemsNote),
  ]);
}

function hoursLines(page: Page): string[] {
  const { json, messages } = page;
  const words = messages.attribute;
  const sections = ACCOUNT_IDS.flatMap((id) => {
    const account = json.hours[id];
    if (account === null) return [];
    const scale = scaleFor(messages, 'h', [account.whole.saving.mean]);
    const fine: Scale = { ...scale, decimals: scale.decimals + 1 };
    const steps = account.causes.map(({ cause, ...split }) => ({ label: messages.hours.causes[cause], split }));
    const heading = words.hoursHeading(
      messages.hours.accounts[id],
      `${scale.unit}/${messages.attribute.per[account.per]}`,
    );
    return section(heading, splitTable(steps, account.whole, messages.hours.whole, fine, page));
  });
  return [...sections, ...wrapped(words.hoursNote)];
}

/** Steps and their sum: what is saved, of which mechanism, and the waterfall. */
function splitTable(
  steps: readonly Step[],
  total: Split,
  sum: string,
  scale: Scale,
  { json, messages, language }: Page,
): string[] {
  const withRest = json.rest.mean !== 0;
  const parts = ({ byMechanism, rest }: Split) => [
    ...json.mechanisms.map((_, i) => byMechanism[i] ?? 0),
    ...(withRest ? [rest] : []),
  ];
  const columns = (values: readonly number[]) => values.map((value) => figure(value, scale, true));
  const shown = shownAs(
    steps.map(({ split }) => split.saving.mean ?? 0),
    scale,
  );
  const all = steps.map(({ label, split }, i) => ({
    label,
    split,
    shown: shown[i] as number,
    cells: columns(parts(split)),
  }));
  // What is 0 in every column as it is shown adds nothing to the sum as it is shown.
  const kept = all.filter((step) => [figure(step.shown, scale), ...step.cells].some((cell) => /[1-9]/.test(cell)));
  const bars = waterfall(
    kept.map((step) => step.shown),
    BAR_WIDTH,
  );
  const head = [
    '',
    `${messages.attribute.saved} `,
    messages.columns.meanInterval(percent(json.confidence)),
    ...json.mechanisms.map(({ name }) => headOf(name, language)),
    ...(withRest ? [messages.attribute.rest] : []),
  ];
  const rows = kept.map(({ label, split, shown: value, cells }, i) => [
    label,
    marked(split.saving, value, scale),
    interval(split.saving, scale),
    ...cells,
    bars[i] as string,
  ]);
  const last = [
    sum,
    marked(total.saving, total.saving.mean ?? 0, scale),
    interval(total.saving, scale),
    ...columns(shownAs(parts(total), scale)),
    bars.at(-1) as string,
  ];
  const numbers = head.slice(1).map(() => 'right' as const);
  return table([head, ...rows, last], ['left', ...numbers, 'left']);
}
