import {
  type Cargo,
  describe,
  fittedFacts,
  lawInWords,
  mayVary,
  PARAMETER_KEYS,
  type ParameterKey,
  type PublishedFact,
  type Standing,
  USUAL_SPREAD,
} from '../../scenario/index.ts';
import { fittedKeys, unsourcedKeys } from '../../study/standings.ts';
import { NO_FIGURE, whole } from '../figures.ts';
import { parameterValue } from '../parameters-table.ts';
import { publishedRows } from '../published-table.ts';
import { bullets, code, markdownTable, plain, type StressItem } from './item.ts';
import { MODEL_WORDS } from './model-words.ts';
import { keysOf, shownValue, type Told } from './told.ts';

/** Section 3: where values come from, all of them, and what is assumed. */
export function inputs(told: Told): StressItem[] {
  return [sources(told), processing(told), parameters(told), assumptions(told)];
}

function ofStanding({ scenario }: Told, standing: Standing): ParameterKey[] {
  return PARAMETER_KEYS.filter((key) => scenario.parameters[key].standing === standing);
}

function sources(told: Told): StressItem {
  const { scenario, words, messages } = told;
  const { data } = words;
  const all = scenario.parameters;
  const bySource = new Map<string, { source: string; standing: Standing; keys: ParameterKey[] }>();
  for (const key of PARAMETER_KEYS) {
    const { source, standing } = all[key];
    if (source === '') continue;
    const row = bySource.get(`${standing} ${source}`) ?? { source, standing, keys: [] };
    bySource.set(`${standing} ${source}`, { ...row, keys: [...row.keys, key] });
  }
  const rows = [...bySource.values()].map(({ source, standing, keys }) => {
    return [plain(source), messages.standings[standing], keysOf(told, keys)];
  });
  const facts = publishedFacts(told);
  const count = whole(PARAMETER_KEYS.length);
  return {
    id: '3.1',
    blocks: [
      ...(rows.length === 0 ? [] : [data.sources, markdownTable([data.sourceHead, ...rows])]),
      data.noSource(whole(unsourcedKeys(scenario).length), count),
      ...(facts.length === 0 ? [] : [data.published, markdownTable([data.publishedHead, ...facts])]),
    ],
    open: [data.openSources(ofStanding(told, 'measured').length > 0)],
  };
}

function publishedFacts({ json, scenario, words, messages }: Told): string[][] {
  const shown = publishedRows(json.compare, messages);
  return scenario.published.map((fact: PublishedFact) => {
    const at = json.compare.published.findIndex(({ id }) => id === fact.id);
    const [label = fact.id, value = '', , unit = ''] = shown.find((row) => row.fact === at)?.cells ?? [];
    const cells = [`${value} ${unit}`.trim(), words.data.readings[fact.reading], plain(fact.source), plain(fact.note)];
    return [`${plain(label)} ${code(plain(fact.id))}`, ...cells];
  });
}

function processing(told: Told): StressItem {
  const { scenario, words, language } = told;
  const { data } = words;
  const derived = ofStanding(told, 'derived').map((key) => {
    const { note, source } = scenario.parameters[key];
    return [code(key), shownValue(told, key), plain([source, note].filter(Boolean).join('; '))].join(' · ');
  });
  const measured = ofStanding(told, 'measured');
  const fitted = fittedKeys(scenario).map((key) => {
    const parameter = scenario.parameters[key];
    const prior = parameter.prior === null ? NO_FIGURE : plain(parameterValue(key, parameter.prior, language));
    const said = data.fitted(code(key), prior, shownValue(told, key), keysOf(told, fittedFacts(parameter).map(plain)));
    return parameter.fittedBy === null ? said : `${said} ${plain(parameter.fittedBy)}`;
  });
  return {
    id: '3.2',
    blocks: [
      ...(derived.length === 0 ? [] : [data.derived, bullets(derived)]),
      ...(measured.length === 0 ? [] : [data.measured(keysOf(told, measured))]),
      ...(fitted.length === 0 ? [] : [bullets(fitted)]),
    ],
    open: [data.openProcessing],
  };
}

function parameters(told: Told): StressItem {
  const { words, messages } = told;
  const { data } = words;
  return {
    id: '3.3',
    blocks: [
      data.cargoes,
      markdownTable([data.cargoHead, ...cargoRows(told)], [0, 1]),
      data.parameters(whole(PARAMETER_KEYS.length)),
      markdownTable([data.parameterHead, ...PARAMETER_KEYS.map((key) => parameterRow(told, key))]),
    ],
    open: [],
  };

  function parameterRow({ scenario, language }: Told, key: ParameterKey): string[] {
    const { range, standing, source, note } = scenario.parameters[key];
    return [
      describe(key)[language][0],
      code(key),
      [shownValue(told, key), ...lawOf(told, key)].join('; '),
      range === null ? NO_FIGURE : `${range[0]}–${range[1]}`,
      messages.standings[standing],
      [source, note].filter(Boolean).map(plain).join('; ') || NO_FIGURE,
    ];
  }
}

/** The law of a time that varies; nothing for what does not. */
function lawOf({ scenario, words, language }: Told, key: ParameterKey): string[] {
  const { law, unit, value } = scenario.parameters[key];
  if (law !== null) return [lawInWords(law, unit ?? '1', language, value as number)];
  return mayVary(key) ? [words.data.usualLaw(code(USUAL_SPREAD[key]))] : [];
}

/** Cargoes that are alike, in one row. */
function cargoRows({ scenario, words }: Told): string[][] {
  const counted = new Map<string, { cargo: Cargo; calls: number }>();
  for (const cargo of scenario.cargoes) {
    const like = `${cargo.tonnes} ${cargo.laycan}`;
    counted.set(like, { cargo, calls: (counted.get(like)?.calls ?? 0) + 1 });
  }
  return [...counted.values()].map(({ cargo, calls }) => {
    return [whole(calls), whole(cargo.tonnes), cargo.laycan?.replace('T', ' ') ?? words.data.laycanDrawn];
  });
}

function assumptions(told: Told): StressItem {
  const { words, language } = told;
  const { data, logic } = words;
  const [assumed, recalled] = [ofStanding(told, 'assumed'), ofStanding(told, 'recalled')];
  const { standings } = told.messages;
  const listed = [
    [standings.assumed, assumed],
    [standings.recalled, recalled],
  ] as const;
  return {
    id: '3.4',
    blocks: [
      bullets(MODEL_WORDS[language].assumptions),
      logic.seeModel(words.list(['3', '7'])),
      data.unsourced(whole(assumed.length), whole(recalled.length), whole(PARAMETER_KEYS.length)),
      bullets(listed.flatMap(([name, keys]) => (keys.length === 0 ? [] : [`**${name}**: ${keysOf(told, keys)}`]))),
    ],
    open: [data.openAssumptions],
  };
}
