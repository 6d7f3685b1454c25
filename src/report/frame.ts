import { describe, type Language, type Scenario, visible } from '../scenario/index.ts';
import type { MassBalance, Mode } from '../study/index.ts';
import { fittedKeys, unsourcedKeys } from '../study/standings.ts';
import { figureWithUnit, whole } from './figures.ts';
import type { Program } from './json.ts';
import { wrapped } from './layout.ts';
import { type Messages, messagesOf } from './messages.ts';
import { parameterValue } from './parameters-table.ts';

/** Commands a reader can run next, as they would be typed. */
export interface Commands {
  /** Gives this very report again. */
  readonly repeat: string;
  /** Previews the scenario and lists what has no source. */
  readonly validate: string;
}

/** What every report says about how it came to be. */
export interface Run {
  readonly program: Program;
  readonly scenario: { readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly replications: number;
}

/** The scenario's title, its season, and the question it asks. */
export function titleLines(
  scenario: Scenario,
  calls: { readonly count: number; readonly tonnes: number },
  language: Language,
): string[] {
  const messages = messagesOf(language);
  const { period } = scenario;
  const tonnes = figureWithUnit(messages, 't', calls.tonnes);
  const season = messages.notes.season(whole(calls.count), tonnes, period.start, period.end);
  return [
    ...wrapped(messages.notes.about(visible(scenario.title[language]), visible(scenario.name))),
    season,
    ...wrapped(visible(scenario.question[language])),
  ];
}

/** A heading and its lines, after an empty line. */
export function section(heading: string, lines: readonly string[]): string[] {
  return ['', heading, ...lines];
}

/** Whether what went in came out, in a mode. */
export function massLine(mode: Mode, mass: MassBalance, messages: Messages): string[] {
  const tonnes = (value: number) => whole(value);
  const terms = {
    opening: tonnes(mass.opening),
    produced: tonnes(mass.produced),
    loaded: tonnes(mass.loaded),
    lost: tonnes(mass.lost),
    closing: tonnes(mass.closing),
    underway: tonnes(mass.underway),
    residual: String(mass.residual),
  };
  const { massClosed, massOpen } = messages.notes;
  return wrapped((mass.residual === 0 ? massClosed : massOpen)(messages.modes[mode], terms), '  ');
}

/** How many parameters nobody can vouch for, and which were fitted. */
export function standingLines(scenario: Scenario, commands: Commands, language: Language): string[] {
  const messages = messagesOf(language);
  const { notes } = messages;
  const unsourced = unsourcedKeys(scenario);
  const assumed = unsourced.filter((key) => scenario.parameters[key].standing === 'assumed').length;
  const count = Object.keys(scenario.parameters).length;
  const recalled = unsourced.length - assumed;
  const fitted = fittedKeys(scenario).map((key) => {
    const { value, prior } = scenario.parameters[key];
    const [label] = describe(key)[language];
    return { key, label, prior: String(prior), value: parameterValue(key, value, language) };
  });
  return [
    ...wrapped(notes.unsourced(whole(unsourced.length), whole(count), whole(assumed), whole(recalled)), '  '),
    notes.lookUp(commands.validate),
    ...(fitted.length === 0 ? [] : wrapped(notes.fitted(fitted), '  ')),
  ];
}

/** What a reader needs to get the same report again. */
export function provenanceLines(run: Run, commands: Commands, messages: Messages): string[] {
  const { notes } = messages;
  const { hash, overrides } = run.scenario;
  return [
    ...wrapped(notes.run(hash, String(run.seed), whole(run.replications), run.program.version), '  '),
    ...(overrides.length === 0 ? [] : wrapped(notes.overrides(overrides.map(visible)), '  ')),
    notes.repeat(commands.repeat),
  ];
}

/** Lines as the text that is printed. */
export function pageOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
