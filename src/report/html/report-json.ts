import type { Bilingual, Law, ParameterKey, ParameterValue, Scenario, Standing } from '../../scenario/index.ts';
import type { LedgerItem, Party } from '../../settlement/index.ts';
import type { Attribution, CloseUps, Comparison, OfBoth, Spread } from '../../study/index.ts';
import { type AttributeJson, attributeJson } from '../attribute-json.ts';
import { type CompareJson, compareJson, type Program } from '../json.ts';
import { type LaytimeJson, laytimeJson } from '../laytime-json.ts';
import { ledgerLines, partyNets } from '../ledger-table.ts';

/** Everything that a report shows: what stands in it as data. Nothing in it depends on the machine or the time. */
export interface ReportJson {
  readonly schema: 'zhizhuang/report@1';
  readonly program: Program;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly period: Scenario['period'];
  /** What `compare --json` prints. */
  readonly compare: CompareJson;
  readonly spreads: readonly Spread[];
  /** What the shipper saves by item of the ledger, yuan/t: above 0 speaks for direct loading. They come to its saving. */
  readonly items: readonly { readonly item: LedgerItem; readonly saving: number }[];
  /** What each party pays less what it earns, yuan/t. */
  readonly parties: readonly (OfBoth<number> & { readonly party: Party; readonly difference: number })[];
  /** What is used up by all together, yuan/t. */
  readonly system: OfBoth<number> & { readonly difference: number };
  readonly attribution: AttributeJson | null;
  readonly recorded: Omit<CloseUps, 'laytimeSheets'> & { readonly laytimeSheets: OfBoth<LaytimeJson> };
  readonly parameters: readonly ReportedParameter[];
}

/** A parameter with how well it is known. */
export interface ReportedParameter {
  readonly key: ParameterKey;
  readonly value: ParameterValue;
  /** How it varies, if the scenario gives a law; times in the parameter's unit. */
  readonly law: Law | null;
  readonly unit: string | null;
  readonly range: readonly [low: number, high: number] | null;
  readonly standing: Standing;
  readonly prior: ParameterValue | null;
  readonly source: string;
  readonly note: string;
}

/** A study that can be reported: the results of `reportStudy`. */
export interface Reported {
  readonly comparison: Comparison;
  readonly spreads: readonly Spread[];
  readonly recorded: CloseUps;
  readonly attribution: Attribution | null;
}

/** A study as the data of its report. */
export function reportJson(
  { comparison, spreads, recorded, attribution }: Reported,
  scenario: Scenario,
  program: Program,
): ReportJson {
  const compare = compareJson(comparison, program);
  const { laytimeSheets, ...others } = recorded;
  const lines = ledgerLines(compare);
  const parties = partyNets(lines)
    .filter(({ amounts }) => amounts.some(Boolean))
    .map(({ party, amounts }) => ({ party, ...sides(amounts) }));
  const total = [0, 1, 2].map((side) =>
    lines.reduce((sum, { kind, amounts }) => sum + (kind === 'resource' ? (amounts[side] as number) : 0), 0),
  );
  return {
    schema: 'zhizhuang/report@1',
    program,
    title: scenario.title,
    question: scenario.question,
    period: scenario.period,
    compare,
    spreads,
    items: itemSavings(compare),
    parties,
    system: sides(total),
    attribution: attribution && attributeJson(attribution, program),
    recorded: {
      ...others,
      laytimeSheets: {
        staged: laytimeJson(laytimeSheets.staged, program),
        direct: laytimeJson(laytimeSheets.direct, program),
      },
    },
    parameters: reportedParameters(scenario),
  };
}

function sides([staged = 0, direct = 0, difference = 0]: readonly number[]) {
  return { staged, direct, difference };
}

/** What the shipper pays less what it earns, item by item, staged less direct; items that differ nowhere are left out. */
function itemSavings({ ledger }: CompareJson): ReportJson['items'] {
  const savings = new Map<LedgerItem, number>();
  for (const { item, payer, payee, difference } of ledger) {
    const times = (payer === 'shipper' ? 1 : 0) - (payee === 'shipper' ? 1 : 0);
    savings.set(item, (savings.get(item) ?? 0) + times * difference);
  }
  return [...savings].flatMap(([item, saving]) => (saving === 0 ? [] : { item, saving }));
}

/** Every parameter, in the catalogue's order. */
export function reportedParameters({ parameters }: Scenario): ReportedParameter[] {
  return Object.entries(parameters).map(([key, parameter]) => {
    const { value, law, unit, range, standing, prior, source, note } = parameter;
    return { key: key as ParameterKey, value, law, unit, range, standing, prior, source, note };
  });
}
