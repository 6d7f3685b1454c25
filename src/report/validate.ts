import {
  type Language,
  type ParameterKey,
  type ParameterValue,
  type Scenario,
  STANDINGS,
  type Standing,
} from '../scenario/index.ts';
import type { Preview } from '../study/index.ts';
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
  readonly unit: string | null;
  readonly range: readonly [number, number] | null;
  readonly standing: Standing;
}

/** A scenario's preview as one object. */
export function validateJson(scenario: Scenario, preview: Preview, program: Program): ValidateJson {
  const { name, hash, overrides } = scenario;
  const { calls, trips, rates, berthUse, parameters } = preview;
  const unsourced = parameters.unsourced.map((key) => {
    const { value, unit, range, standing } = scenario.parameters[key];
    return { key, value, unit, range, standing };
  });
  const head = { schema: 'zhizhuang/validate@1', program, scenario: { name, hash, overrides } } as const;
  return { ...head, calls, trips, rates, berthUse, parameters: { ...parameters, unsourced } };
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

function previewTable({ calls, trips, rates, berthUse }: ValidateJson, language: Language): string[] {
  const messages = messagesOf(language);
  const { preview } = messages;
  const row = (label: string, unit: string, value: number) => {
    const scale = scaleFor(messages, unit, [value]);
    return [label, figure(value, scale), scale.unit];
  };
  return table(
    [
      row(preview.largest, 't', calls.largestTonnes),
      [preview.trips, whole(trips), ''],
      row(preview.worksLoaders, 't/h', rates.worksLoaders),
      row(preview.fleet, 't/h', rates.fleet),
      row(preview.cranes, 't/h', rates.cranes),
      row(preview.direct, 't/h', rates.direct),
      row(preview.berthUse, '1', berthUse),
    ],
    ['left', 'right', 'left'],
  );
}
