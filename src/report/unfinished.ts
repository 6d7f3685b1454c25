import { clockInstant, type Language, type Scenario } from '../scenario/index.ts';
import type { UnfinishedSeason } from '../study/index.ts';
import { whole } from './figures.ts';
import { type Messages, messagesOf } from './messages.ts';
import type { UnfinishedWords } from './unfinished-words.ts';
import { type WaitGroup, waitGroups } from './waits.ts';

/** Kinds of waits that are told. */
const MOST_WAITS = 4;

/** Why a season could not be served, in one line with dates at UTC+8: which ships, and who waits for what. */
export function unfinishedText(season: UnfinishedSeason, scenario: Scenario, language: Language): string {
  const messages = messagesOf(language);
  const words = messages.unfinished;
  const at = (hour: number) => clockInstant(scenario, hour);
  const ships = season.first.map(({ call, laycanHour, aboardTonnes, cargoTonnes }) =>
    words.ship(call, at(laycanHour), whole(aboardTonnes), whole(cargoTonnes)),
  );
  const groups = waitGroups(season.waits).slice(0, MOST_WAITS);
  return words.sentence({
    mode: season.mode === null ? null : messages.modes[season.mode],
    ships: whole(season.ships),
    unsailed: whole(season.unsailed),
    closing: at(season.closingHour),
    stalled: season.stalledHour === null ? null : at(season.stalledHour),
    list: ships.join(words.comma),
    more: season.unsailed - season.first.length,
    waits: groups.map((group) => waitText(group, words, at)),
  });
}

function waitText(
  { who, what, count, sinceHour }: WaitGroup,
  words: Messages['unfinished'],
  at: (hour: number) => string,
) {
  const waiter = typeof who === 'string' ? `"${who}"` : nameOf(who, words);
  const waited: Readonly<Record<string, string>> = words.what;
  return words.wait(waiter, count, Object.hasOwn(waited, what) ? (waited[what] as string) : `"${what}"`, at(sinceHour));
}

function nameOf(who: Exclude<WaitGroup['who'], string>, words: UnfinishedWords): string {
  if (Object.hasOwn(words.who, who.kind)) return words.who[who.kind](who.call, who.index);
  return `"${who.kind} ${who.call}"`;
}
