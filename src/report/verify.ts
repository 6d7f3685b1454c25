import type { Language, Scenario } from '../scenario/index.ts';
import { CHECK_AREAS, type Checked, type Verification } from '../study/index.ts';
import { csv } from './csv.ts';
import { whole } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import type { Program } from './json.ts';
import { table, wrapped } from './layout.ts';
import { type Messages, messagesOf } from './messages.ts';
import { factsTable } from './published-table.ts';

/** What `verify --json` prints. */
export type VerifyJson = { readonly schema: 'zhizhuang/verify@1'; readonly program: Program } & Verification;

/** A verification as one object. */
export function verifyJson(verification: Verification, program: Program): VerifyJson {
  return { schema: 'zhizhuang/verify@1', program, ...verification };
}

/** A verification as a table: a row for each check, in the order of the object. */
export function verifyCsv({ checks }: VerifyJson): string {
  const rows = checks.map(({ id, area, expected, found, tolerance, because, agrees, source }) => {
    return [
      id,
      area,
      String(expected),
      String(found),
      String(tolerance),
      because,
      agrees ? 'agrees' : 'differs',
      source,
    ];
  });
  const head = ['check', 'area', 'expected', 'found', 'tolerance', 'because', 'verdict', 'source'];
  return csv([head, ...rows]);
}

/** A verification as a page: each check with what was expected and found, then what was published. */
export function verifyText(json: VerifyJson, scenario: Scenario, language: Language, commands: Commands): string {
  const messages = messagesOf(language);
  const { headings, verify } = messages;
  const { agreed, count } = json;
  const differ = count - agreed;
  const calls = { count: scenario.cargoes.length, tonnes: scenario.cargoes.reduce((sum, one) => sum + one.tonnes, 0) };
  return pageOf([
    ...wrapped(verify.title),
    ...CHECK_AREAS.flatMap((area) => {
      const checks = json.checks.filter((one) => one.area === area);
      return section(verify.areas[area], checksTable(checks, messages));
    }),
    '',
    ...wrapped(verify.note(String(json.falseAlarm))),
    ...wrapped(differ === 0 ? verify.allAgree(whole(count)) : verify.someDiffer(whole(differ), whole(count))),
    '',
    ...titleLines(scenario, calls, language),
    ...section(headings.published, factsTable(json.published, messages)),
    ...section(verify.elsewhere, [
      ...factsTable(json.elsewhere, messages),
      ...json.elsewhere.flatMap(({ note, source }) => {
        return wrapped(messages.notes.about(verify.source(note), verify.source(source)), '  ');
      }),
    ]),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

function checksTable(checks: readonly Checked[], { verify, columns }: Messages): string[] {
  const { check, expected, found, tolerance, because, source } = verify.columns;
  const sources = [...new Set(checks.map((one) => one.source))];
  const rows = checks.map((one) => [
    verify.checks[one.id] ?? one.id,
    shown(one.expected),
    shown(one.found),
    one.tolerance === 0 ? '' : shown(one.tolerance, 2),
    verify.because[one.because],
    one.agrees ? verify.agrees : verify.differs,
    `[${sources.indexOf(one.source) + 1}]`,
  ]);
  const alignments = ['left', 'right', 'right', 'right', 'left', 'left', 'left'] as const;
  const numbered = sources.map((text, at) => `[${at + 1}] ${verify.source(text)}`);
  return [
    ...table([[check, expected, found, tolerance, because, columns.verdict, source], ...rows], alignments),
    ...wrapped(verify.sources(numbered), '  '),
  ];
}

/** Digits that tell an expected figure from a found one. */
const DIGITS = 7;

/** Below this a figure is a rest of rounding, and two digits tell how small. */
const REST = 1e-6;

function shown(value: number, digits = Math.abs(value) < REST ? 2 : DIGITS): string {
  return String(Number(value.toPrecision(digits)));
}
