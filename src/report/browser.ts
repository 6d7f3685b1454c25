/** What of the report is safe in a browser: nothing here reaches a file or a package of Node. */
export { MODE_COLOURS } from './colours.ts';
export { figure, interval, percent, scaleFor, whole } from './figures.ts';
export { hoursTableCells } from './hours-table.ts';
export { type CompareJson, compareJson, jsonText, type Program, variantsJson } from './json.ts';
export { ledgerCells, ledgerLines, partiesCells } from './ledger-table.ts';
export { measuresCells } from './measures-table.ts';
export { type Messages, messagesOf, type Scale } from './messages.ts';
export { parameterValue } from './parameters-table.ts';
export { publishedCells } from './published-table.ts';
export { typedCommand } from './typed-command.ts';
export { unfinishedText } from './unfinished.ts';
export { surenessOf, verdictSentence } from './verdict.ts';
