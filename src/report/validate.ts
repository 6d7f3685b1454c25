import {
  type Language,
  type Law,
  type ParameterKey,
  type ParameterValue,
  type Scenario,
  STANDINGS,
  type Standing,
} from '../scenario/index.ts';
import type { LoadingRates, Preview } from '../study/index.ts';
import { figure, scaleFor, whole } from './figures.ts';
import { pageOf, section, titleLines } from './frame.ts';
import type { Program } from './json.ts';
import { table, wrapped } from './layout.ts';
import { messagesOf } from './messages.ts';
import { parametersTable } from './parameters-table.ts';

/** What `validate --json` prints. */
export interface ValidateJson extends Omit<Preview, 'parameters'> {
  readonly schema: 'zhizhuang/validate@1';
  readonly program: Program;
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly parameters: Omit<Preview['parameters'], 'unsourced'> & { readonly unsourced: readonly UnsourcedParameter[] };
}

/** A parameter whose value no source gives. */
export interface UnsourcedParameter {
  readonly key: ParameterKey;
  readonly value: ParameterValue;
  /** How it varies, if the scenario gives a law; times in the parameter's unit. */
  readonly law: Law | null;
  readonly unit: string | null;
  readonly range: readonly [number, number] | null;
  readonly standing: Standing;
}

/** A scenario's preview as one object. */
export function validateJson(scenario: Scenario, preview: Preview, program: Program): ValidateJson {
  const { name, hash, overrides } = scenario;
  const { parameters, ...arithmetic } = preview;
  const unsourced = parameters.unsourced.map((key) => {
    const { value, law, unit, range, standing } = scenario.parameters[key];
    return { key, value, law, unit, range, standing };
  });
  const head = { schema: 'zhizhuang/validate@1', program, scenario: { name, hash, overrides } } as const;
  return { ...head, ...arithmetic, parameters: { ...parameters, unsourced } };
}

/** A scenario's preview as a page: what it comes to before anything is simulated, and what nobody can vouch for. */
export function validateText(json: ValidateJson, scenario: Scenario, language: Language): string {
  const messages = messagesOf(language);
  const { headings, preview } = messages;
  const keys = json.parameters.unsourced.map(({ key }) => key);
  const standings = STANDINGS.map((one) => `${messages.standings[one]} ${whole(json.parameters.standings[one])}`);
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(headings.preview, [...previewTable(json, language), ...wrapped(preview.note)]),
    '',
    ...wrapped(preview.standings(standings)),
    ...section(headings.unsourced, parametersTable(scenario, keys, language)),
    '',
    preview.valid,
  ]);
}

function previewTable(json: ValidateJson, language: Language): string[] {
  const messages = messagesOf(language);
  const { preview } = messages;
  const { calls, trips, rates, ratesOverDays: days, shortestLoadingHours, trucks, berthUse } = json;
  const one = (label: string, unit: string, value: number) => {
    const scale = scaleFor(messages, unit, [value]);
    return [label, figure(value, scale), '', scale.unit];
  };
  const rate = (label: string, of: keyof LoadingRates) => {
    const scale = scaleFor(messages, 't/h', [rates[of]]);
    return [label, figure(rates[of], scale), figure(days[of], scale), scale.unit];
  };
  return table(
    [
      one(preview.largest, 't', calls.largestTonnes),
      [preview.trips, whole(trips), '', ''],
      ['', preview.atBest, preview.overDays, ''],
      rate(preview.worksLoaders, 'worksLoaders'),
      rate(preview.fleet, 'fleet'),
      rate(preview.cranes, 'cranes'),
      rate(preview.direct, 'direct'),
      one(preview.shortest, 'h', shortestLoadingHours),
      [preview.trucks, whole(trucks.underWay), '', ''],
      [preview.trucksNeeded, whole(trucks.needed), '', ''],
      [preview.berthUse, '', ...shareCells(messages, berthUse)],
    ],
    ['left', 'right', 'right', 'left'],
  );
}

function shareCells(messages: ReturnType<typeof messagesOf>, share: number): [string, string] {
  const scale = scaleFor(messages, '1', [share]);
  return [figure(share, scale), scale.unit];
}
