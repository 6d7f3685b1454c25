import { CATALOGUE, describe, PARAMETER_KEYS, type ParameterKey, type ParameterValue } from '../../scenario/index.ts';
import { MECHANISM_NAMES } from '../../study/index.ts';
import { parameterValue } from '../parameters-table.ts';
import { bullets, code, markdownTable, plain, type StressItem, verbatim } from './item.ts';
import { MODEL_WORDS, RESOURCES } from './model-words.ts';
import { shownValue, type Told } from './told.ts';

/** Section 2: the model in short, and where its description has it in full. */
export function logic(told: Told): StressItem[] {
  const { words, language } = told;
  const model = MODEL_WORDS[language];
  const see = words.logic.seeModel;
  return [
    { id: '2.1', blocks: [verbatim(model.diagram), see('2.1')], open: [] },
    { id: '2.2', blocks: [bullets(model.logic), see('2.2–2.7')], open: [] },
    scenarioLogic(told),
    { id: '2.4', blocks: [bullets(model.algorithms), see('2.9')], open: [] },
    components(told),
  ];
}

function scenarioLogic(told: Told): StressItem {
  const { words, scenario, language } = told;
  const say = words.logic;
  const mechanisms = MECHANISM_NAMES.map((name) => {
    const key = `mechanisms.${name}` as const;
    const isOn = scenario.parameters[key].value === true;
    return [`${describe(key)[language][0]} ${code(key)}`, say.off, isOn ? say.on : say.off, say.mechanism(name)];
  });
  const others = PARAMETER_KEYS.filter((key) => departs(told, key)).map((key) => {
    const base = plain(parameterValue(key, CATALOGUE[key].value as ParameterValue, language));
    return [`${describe(key)[language][0]} ${code(key)}`, shownValue(told, key), base];
  });
  return {
    id: '2.3',
    blocks: [
      markdownTable([headOf(told), ...mechanisms]),
      ...(others.length === 0 ? [say.asBase] : [say.otherwise, markdownTable([say.otherwiseHead, ...others])]),
      say.seeModel('2.8'),
    ],
    open: [],
  };
}

function headOf({ words, messages }: Told): readonly string[] {
  const [mechanism, what] = words.logic.mechanismHead;
  return [mechanism, messages.modes.staged, messages.modes.direct, what];
}

/** Whether a scenario has another value than the catalogue. */
function departs({ scenario }: Told, key: ParameterKey): boolean {
  return JSON.stringify(scenario.parameters[key].value) !== JSON.stringify(CATALOGUE[key].value);
}

function components(told: Told): StressItem {
  const { words, language } = told;
  const model = MODEL_WORDS[language];
  const { parts, resourceHead, seeModel } = words.logic;
  const resources = RESOURCES.map((key) => [
    `${describe(key)[language][0]} ${code(key)}`,
    shownValue(told, key),
    model.users[key],
  ]);
  const list = (part: keyof typeof parts, lines: readonly string[]) => [`**${parts[part]}**`, bullets(lines)];
  return {
    id: '2.5',
    blocks: [
      ...list('entities', model.entities),
      ...list('activities', model.activities),
      `**${parts.resources}**`,
      markdownTable([resourceHead, ...resources]),
      ...list('queues', model.queues),
      ...list('entry', model.entry),
      ...list('exit', model.exit),
      seeModel('2.10'),
    ],
    open: [],
  };
}
