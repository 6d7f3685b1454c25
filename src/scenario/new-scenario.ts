import { dayText, parseDay } from './calendar.ts';
import type { NumberParameter } from './catalogue/parameter.ts';
import { describe, type ParameterKey } from './catalogue.ts';
import { writtenValue } from './edit-text.ts';
import { NEW_SCENARIO_WORDS } from './new-scenario-words.ts';
import type { Language } from './problem.ts';
import { SCENARIO_SCHEMA } from './read.ts';
import { quantityInWords } from './unit-words.ts';

/** What a new scenario can be about. */
export const TEMPLATES = ['ship', 'season', 'port'] as const;
export type Template = (typeof TEMPLATES)[number];

/** What a new scenario is made of. */
export interface NewScenario {
  readonly template: Template;
  readonly name: string;
  /** First day, such as `2026-03-01`. */
  readonly start: string;
  /** Of each ship. */
  readonly tonnes: number;
  readonly calls: number;
  /** Works to port, km. */
  readonly distance: number;
  /** Trucks. */
  readonly fleet: number;
}

/** What is taken where nothing is said. */
export const USUAL: Readonly<Record<Template, Pick<NewScenario, 'tonnes' | 'calls'>>> = {
  ship: { tonnes: 30_000, calls: 1 },
  season: { tonnes: 22_000, calls: 12 },
  port: { tonnes: 22_000, calls: 6 },
};

/** Days of a period for each call, which leaves room between ships. */
const DAYS_A_CALL = 7;
const DAYS_OF_ONE = 31;

function daysOf({ template, calls }: Pick<NewScenario, 'template' | 'calls'>): number {
  return template === 'ship' ? DAYS_OF_ONE : Math.max(DAYS_OF_ONE, calls * DAYS_A_CALL);
}

/** The parameters each template writes out, beside those that are asked for. */
const SHOWN: Readonly<Record<Template, readonly ParameterKey[]>> = {
  ship: ['works.openingStock', 'quay.cranesPerCall', 'quay.craneRate', 'handling.secondHaulPrice'],
  season: ['works.openingStock', 'quay.cranesPerCall', 'quay.craneRate', 'handling.secondHaulPrice'],
  port: [
    'works.openingStock',
    'works.loaders',
    'works.loadingTime',
    'fleet.payload',
    'road.speedLoaded',
    'road.speedEmpty',
    'gate.lanes',
    'gate.serviceTime',
    'customs.inspectionProbability',
    'customs.inspectionTime',
    'yard.stackingTime',
    'yard.reclaimLoaders',
    'quay.berths',
    'quay.cranesPerCall',
    'quay.craneRate',
    'handling.secondHaulPrice',
    'haulage.truckPrice',
    'contract.laytimeRate',
  ],
};

/**
 * The text of a new scenario, each value with what it is, in one language; a first line tells editors where its schema is.
 *
 * @param schemaPath as seen from the scenario's folder
 */
export function newScenarioText(asked: NewScenario, language: Language, schemaPath: string): string {
  const words = NEW_SCENARIO_WORDS[language];
  const { template, name, tonnes, calls } = asked;
  const { start, end, laycan } = periodOf(asked);
  const cargo =
    template === 'ship'
      ? `{ tonnes: ${tonnes} t, laycan: ${laycan}T08:00 }`
      : `{ tonnes: ${tonnes} t, calls: ${calls} }`;
  return `# yaml-language-server: $schema=${schemaPath}
${commented(words.head[template])}
${commented(words.next)}
schema: ${SCENARIO_SCHEMA}
name: ${name}
title:
  zh: ${NEW_SCENARIO_WORDS.zh.title(template, calls, tonnes)}
  en: "${NEW_SCENARIO_WORDS.en.title(template, calls, tonnes)}"
question:
  zh: ${NEW_SCENARIO_WORDS.zh.question}
  en: ${NEW_SCENARIO_WORDS.en.question}

${commented(words.period)}
period: { start: ${start}, end: ${end} }

${commented(template === 'ship' ? words.laycan : words.drawn)}
cargoes:
  - ${cargo}
totals: { calls: ${calls}, tonnes: ${calls * tonnes} t }

${commented(words.parameters)}
parameters:
${parametersText(asked, language)}`;
}

function periodOf({ start, ...about }: NewScenario): Record<'start' | 'end' | 'laycan', string> {
  const first = parseDay(start) ?? 0;
  const days = daysOf(about);
  return { start, end: dayText(first + days - 1), laycan: dayText(first + Math.floor(days / 2) - 1) };
}

function parametersText(asked: NewScenario, language: Language): string {
  const values = valuesOf(asked);
  const groups = new Map<string, string[]>();
  for (const [key, value] of values) {
    const [group = '', name = ''] = key.split('.');
    groups.set(group, [...(groups.get(group) ?? []), parameterText(key, name, value, language)]);
  }
  return [...groups].map(([group, members]) => `  ${group}:\n${members.join('')}`).join('');
}

/** The values by key, in the order of the file: what was asked, what follows from it, what the template shows. */
function valuesOf({ template, tonnes, calls, distance, fleet }: NewScenario): [ParameterKey, number][] {
  const hours = daysOf({ template, calls }) * 24;
  const base = (key: ParameterKey) => describe(key).value as number;
  const output = Math.max(base('works.exportOutput'), Math.ceil((calls * tonnes) / hours));
  const capacity = Math.max(base('works.warehouseCapacity'), Math.ceil(tonnes / 1000) * 1000);
  const wanted = new Map<ParameterKey, number>([
    ['works.exportOutput', output],
    ['works.warehouseCapacity', capacity],
    ['fleet.size', fleet],
    ['fleet.stagingTrucks', Math.min(base('fleet.stagingTrucks'), fleet)],
    ['road.distance', distance],
  ]);
  if (tonnes * 1.01 > base('yard.capacity')) wanted.set('yard.capacity', Math.ceil((tonnes * 1.2) / 1000) * 1000);
  for (const key of SHOWN[template]) wanted.set(key, base(key));
  if (template === 'ship') wanted.set('works.openingStock', Math.max(base('works.openingStock'), capacity));
  const order = ['works', 'fleet', 'road', 'gate', 'customs', 'yard', 'quay', 'handling', 'haulage', 'contract'];
  const place = (key: string) => order.indexOf(key.slice(0, key.indexOf('.')));
  return [...wanted].sort(([a], [b]) => place(a) - place(b));
}

/** A value with its label and help above it and the range it is plausible in; an own one is assumed until it says more. */
function parameterText(key: ParameterKey, name: string, value: number, language: Language): string {
  const words = NEW_SCENARIO_WORDS[language];
  const known = describe(key) as NumberParameter;
  const [label, help] = known[language];
  const usual = value === known.value;
  const [low, high] = rangeAround(known, value);
  const shown = quantityInWords(`${low}–${high}`, known.unit, language);
  const said = `    # ${words.help(label, help, shown)}\n    ${name}:\n      value: ${writtenValue(key, value)}\n      range: [${low}, ${high}]\n`;
  return usual ? said : `${said}      standing: assumed\n      note: ${words.own}\n`;
}

/** The catalogue's range, or half to one and a half times a value that lies outside. */
function rangeAround({ range: [low, high], whole }: NumberParameter, value: number): readonly [number, number] {
  if (value >= low && value <= high) return [low, high];
  const cut = (end: number) => (whole ? Math.max(1, Math.round(end)) : Number(end.toPrecision(3)));
  return [Math.min(value, cut(value / 2)), Math.max(value, cut(value * 1.5))];
}

function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');
}
