/** What `export` can write. */
export const FORMATS = ['ocel', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What the command line says of `export` in one language. */
export interface ExportWords {
  readonly summary: string;
  readonly describe: Readonly<Record<'as' | 'out' | 'mode' | 'replication', string>>;
  readonly wrong: {
    readonly noFile: string;
  };
  readonly events: (path: string, events: string, mode: string) => string;
  readonly intervals: (path: string, mode: string) => string;
}

export const exportInEnglish: ExportWords = {
  summary: 'Write what happened in a season, for process mining, spreadsheets or programs.',
  describe: {
    as: 'ocel, csv: the events of one season; json: its intervals',
    out: 'file to write',
    mode: 'mode of the season',
    replication: 'which replication of the seed, from 1',
  },
  wrong: {
    noFile: 'expected a file to write: --out events.json',
  },
  events: (path, events, mode) => `${events} events of one season, ${mode}, stand in ${path}.`,
  intervals: (path, mode) => `The intervals of one season, ${mode}, stand in ${path}.`,
};

export const exportInChinese: ExportWords = {
  summary: '导出一季的事件日志，供流程挖掘、制表或程序读取。',
  describe: {
    as: 'ocel、csv：一季的事件；json：一季的时段',
    out: '写出的文件',
    mode: '该季的作业方式',
    replication: '取该种子的第几次重复，自 1 起',
  },
  wrong: {
    noFile: '缺少写出的文件：--out events.json',
  },
  events: (path, events, mode) => `已写入 ${path}：一季（${mode}）的事件 ${events} 条。`,
  intervals: (path, mode) => `已写入 ${path}：一季（${mode}）的时段。`,
};
