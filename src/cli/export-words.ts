/** What `export` can write. */
export const FORMATS = ['ocel', 'csv', 'parquet', 'json', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** What the command line says of `export` in one language. */
export interface ExportWords {
  readonly summary: string;
  readonly describe: Readonly<Record<'as' | 'out' | 'mode' | 'replication' | 'replications', string>>;
  readonly wrong: {
    readonly noFile: string;
    readonly onlyWith: (formats: readonly string[], found: string) => string;
  };
  readonly events: (path: string, events: string, mode: string) => string;
  readonly workbook: (path: string, replications: string) => string;
  readonly intervals: (path: string, mode: string) => string;
}

export const exportInEnglish: ExportWords = {
  summary: 'Write a season’s events for process mining and tables, or a comparison for Excel.',
  describe: {
    as: 'ocel, csv, parquet: events of one season; json: its intervals; xlsx: a comparison',
    out: 'file to write',
    mode: 'mode of the season',
    replication: 'which replication of the seed, from 1',
    replications: 'seasons of a comparison, each in both modes',
  },
  wrong: {
    noFile: 'expected a file to write: --out events.json',
    onlyWith: (formats, found) => `expected it with --as ${formats.join(', ')} only, found --as ${found}`,
  },
  events: (path, events, mode) => `${events} events of one season, ${mode}, stand in ${path}.`,
  workbook: (path, replications) => `The comparison over ${replications} replications stands in ${path}.`,
  intervals: (path, mode) => `The intervals of one season, ${mode}, stand in ${path}.`,
};

export const exportInChinese: ExportWords = {
  summary: '导出一季的事件日志，供流程挖掘与制表；或将对比结果写成电子表格。',
  describe: {
    as: 'ocel、csv、parquet：一季的事件；json：一季的时段；xlsx：对比结果',
    out: '写出的文件',
    mode: '该季的作业方式',
    replication: '取该种子的第几次重复，自 1 起',
    replications: '对比所用的季数，每季两种方式各一次',
  },
  wrong: {
    noFile: '缺少写出的文件：--out events.json',
    onlyWith: (formats, found) => `只用于 --as ${formats.join('、')}，实为 --as ${found}`,
  },
  events: (path, events, mode) => `已写入 ${path}：一季（${mode}）的事件 ${events} 条。`,
  workbook: (path, replications) => `已写入 ${path}：${replications} 次重复的对比结果。`,
  intervals: (path, mode) => `已写入 ${path}：一季（${mode}）的时段。`,
};
