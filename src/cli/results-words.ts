import { expectedInChinese, expectedInEnglish } from './expected.ts';

/** What the command line says of `results` in one language. */
export interface ResultsWords {
  readonly summary: string;
  /** What stands after the command's name. */
  readonly operands: string;
  readonly describe: {
    readonly store: string;
    readonly sql: string;
    readonly keep: string;
  };
  readonly wrong: {
    readonly study: (found: string | null) => string;
    readonly folder: (found: string | null) => string;
    /** What is to be taken in. */
    readonly from: (found: string | null) => string;
    readonly noSql: string;
    readonly noStore: string;
    readonly more: (found: string | null) => string;
  };
  /** A query that was refused, with what the database said. */
  readonly refused: (said: string) => string;
  readonly empty: string;
  readonly exported: (folder: string) => string;
  readonly imported: (tasks: string) => string;
  readonly pruned: (tasks: string) => string;
}

export const resultsInEnglish: ResultsWords = {
  summary: 'Look into a store of results.',
  operands: 'list | show STUDY | compare STUDY STUDY | sql | export FOLDER | import FOLDER|FILE… | prune',
  describe: {
    store: 'file of results',
    sql: 'the query of sql: it can read the store and nothing else; tables study, task, study_task, measure, ledger, provenance',
    keep: 'studies that prune keeps, the last ones',
  },
  wrong: {
    study: (found) => expectedInEnglish('the number of a study, as list shows it', found),
    folder: (found) => expectedInEnglish('a folder that is there', found),
    from: (found) => expectedInEnglish('a folder that results export wrote, or a file of results', found),
    noSql: 'expected a query, such as --sql "SELECT * FROM study"',
    noStore: 'expected a file of results: --store FILE',
    more: (found) => `expected nothing more, found "${found}"`,
  },
  refused: (said) => `--sql:1:1: the query was refused: ${said}`,
  empty: 'Nothing.',
  exported: (folder) => `Written to ${folder}, one Parquet file a table.`,
  imported: (tasks) => `Tasks taken in that were not known: ${tasks}.`,
  pruned: (tasks) => `Tasks removed: ${tasks}.`,
};

export const resultsInChinese: ResultsWords = {
  summary: '查看结果库。',
  operands: 'list | show 研究号 | compare 研究号 研究号 | sql | export 文件夹 | import 文件夹|文件… | prune',
  describe: {
    store: '结果库文件',
    sql: 'sql 的查询语句：只能读取结果库；表有 study、task、study_task、measure、ledger、provenance',
    keep: 'prune 保留最近的研究个数',
  },
  wrong: {
    study: (found) => expectedInChinese('研究号（见 list）', found),
    folder: (found) => expectedInChinese('已有的文件夹', found),
    from: (found) => expectedInChinese('results export 导出的文件夹或结果库文件', found),
    noSql: '缺少查询语句，如 --sql "SELECT * FROM study"',
    noStore: '缺少结果库文件：--store 文件',
    more: (found) => `多出“${found}”`,
  },
  refused: (said) => `--sql:1:1: 查询被拒绝：${said}`,
  empty: '无。',
  exported: (folder) => `已导出到 ${folder}，每表一个 Parquet 文件。`,
  imported: (tasks) => `新增任务：${tasks}。`,
  pruned: (tasks) => `已清除任务：${tasks}。`,
};
