import type { AttributeWords } from './attribute-words.ts';

/** What a report on where a saving comes from says in English. */
export const attributeInEnglish: AttributeWords = {
  mechanismsHeading: 'What it comes from: mechanisms',
  coalitionsHeading: 'With these on and the others off',
  itemsHeading: 'What it comes from: items of the ledger',
  hoursHeading: (account, unit) => `Hours saved: ${account}, ${unit}`,
  per: { call: 'call', load: 'load', tonne: 't' },
  saving: (mode, value, interval) => `Staging less ${mode}: ${value} ${interval}.`,
  part: 'part',
  saved: 'saved',
  rest: 'rest: with none on',
  sum: '= saving',
  on: 'on',
  off: '-',
  mechanismsNote: (orders) =>
    `A mechanism's part is what switching it on adds, averaged over all ${orders} orders in which they can be switched ` +
    'on (Shapley value); all in the same seasons, intervals paired. The parts and the rest add up to the saving. * ' +
    'marks parts whose interval leaves out 0.',
  restIsNothing: (mode) => `With none of them on, ${mode} is staging itself, season by season: the rest is 0.`,
  restIsSomething: (mode) => `With none of them on, ${mode} is not quite staging: the rest is told apart.`,
  heldOff: (names) => `Off in the scenario, and so nothing is split to: ${names}.`,
  noPlayers: 'Every mechanism is off in the scenario: there is nothing to split the saving among.',
  itemsNote:
    'Items add up to the saving, and so do their columns: how much of each item comes from which mechanism. Each bar ' +
    'begins where the one before it ends; + is saved, - is lost. Figures of the first column are rounded so that they ' +
    'add up as shown.',
  hoursNote:
    'Hours that staging takes more of: + is saved, - is lost. Causes add up to the whole, and so do their columns.',
};
