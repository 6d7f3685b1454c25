import { existsSync, statSync } from 'node:fs';
import {
  answerSql,
  compareStudies,
  exportParquet,
  importResults,
  listStudies,
  prune,
  type StoreTable,
  showStudy,
} from '../../execution/index.ts';
import { jsonText, storeTableCsv, storeTableText } from '../../report/index.ts';
import { nearest } from '../../scenario/index.ts';
import type { Answer, AskedPlain, PlainCommand } from '../command.ts';
import type { Words } from '../command-line.ts';
import { readCsv } from '../factors.ts';
import { readOnce, readWhole } from '../read-options.ts';
import { storePlace } from '../store.ts';
import { shown, type UsageErrors } from '../usage-errors.ts';

const ACTIONS = ['list', 'show', 'compare', 'sql', 'export', 'import', 'prune'] as const;
type Action = (typeof ACTIONS)[number];
/** What stands after an action, where anything does. */
const OPERANDS: Partial<Readonly<Record<Action, number>>> = { show: 1, compare: 2, export: 1 };
/** Studies that are kept unless it is said, and that may be asked for. */
const [KEPT, MOST_STUDIES] = [20, 1_000_000_000];

/** What an action does on a store. */
type Act = (path: string) => Promise<StoreTable | string>;

/** Looks into a store of results. */
export const resultsCommand: PlainCommand = {
  name: 'results',
  operands: ({ results }) => results.operands,
  options: ({ results, store, design }) => ({
    store: { describe: results.describe.store, otherwise: store.otherwise },
    sql: { describe: results.describe.sql },
    keep: { describe: results.describe.keep, otherwise: String(KEPT) },
    csv: { flag: true, describe: design.describe.csv },
  }),
  readPlain(words, asked, errors) {
    const csv = readCsv(words, errors);
    const act = readAct(words, errors);
    const place = storePlace(words, asked.env);
    if (place === null) errors.add('--store', errors.messages.results.wrong.noStore);
    return {
      count: 0,
      run: async () => answerOf(await act(place?.path ?? ''), csv, asked, errors),
    };
  },
};

function answerOf(
  found: StoreTable | string,
  csv: boolean,
  { json, program }: AskedPlain,
  errors: UsageErrors,
): Answer {
  const { empty } = errors.messages.results;
  if (typeof found === 'string') {
    return { text: json ? jsonText({ schema: 'zhizhuang/results@1', program, said: found }) : `${found}\n` };
  }
  if (csv) return { text: storeTableCsv(found) };
  if (json) return { text: jsonText({ schema: 'zhizhuang/results@1', program, ...found }) };
  return { text: found.rows.length === 0 ? `${empty}\n` : storeTableText(found) };
}

function readAct(words: Words, errors: UsageErrors): Act {
  const { wrong } = errors.messages;
  const [, word = 'list', ...operands] = words.positionals;
  const action = ACTIONS.find((one) => one === word);
  if (action === undefined) {
    errors.add('results', wrong.oneOf(ACTIONS, shown(word)), nearest(word, ACTIONS));
    return listStudies;
  }
  const act = ACTS[action](operands, words, errors);
  const most = action === 'import' ? Number.POSITIVE_INFINITY : (OPERANDS[action] ?? 0);
  for (const one of operands.slice(most)) errors.add('results', errors.messages.results.wrong.more(shown(one)));
  return act;
}

type ReadAct = (operands: readonly string[], words: Words, errors: UsageErrors) => Act;

const ACTS: Readonly<Record<Action, ReadAct>> = {
  list: () => listStudies,
  show([study], _, errors) {
    const number = readStudy(study, errors);
    return (path) => showStudy(path, number);
  },
  compare([study, other], _, errors) {
    const [one, two] = [readStudy(study, errors), readStudy(other, errors)];
    return (path) => compareStudies(path, one, two);
  },
  sql(_, words, errors) {
    const sql = readOnce('sql', words, errors) ?? '';
    if (sql.trim() === '') errors.add('--sql', errors.messages.results.wrong.noSql);
    return (path) => answerSql(path, sql);
  },
  export([folder], _, errors) {
    const into = readFolder(folder, errors);
    return async (path) => {
      await exportParquet(path, into);
      return errors.messages.results.exported(into);
    };
  },
  import(places, _, errors) {
    if (places.length === 0) errors.add('results', errors.messages.results.wrong.from(null));
    for (const place of places)
      if (!existsSync(place)) errors.add('results', errors.messages.results.wrong.from(shown(place)));
    return async (path) => {
      let tasks = 0;
      for (const place of places) tasks += await importResults(path, place);
      return errors.messages.results.imported(String(tasks));
    };
  },
  prune(_, words, errors) {
    const kept = readWhole('keep', words, KEPT, [0, MOST_STUDIES], errors);
    return async (path) => errors.messages.results.pruned(String(await prune(path, kept)));
  },
};

function readStudy(text: string | undefined, errors: UsageErrors): number {
  const number = /^\d{1,9}$/u.test(text ?? '') ? Number(text) : 0;
  if (number < 1) errors.add('results', errors.messages.results.wrong.study(shown(text)));
  return number;
}

function readFolder(text: string | undefined, errors: UsageErrors): string {
  const isThere = text !== undefined && statSync(text, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isThere) errors.add('results', errors.messages.results.wrong.folder(shown(text)));
  return text ?? '';
}
