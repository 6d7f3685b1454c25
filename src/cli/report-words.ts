/** What `report` can write. */
export const REPORTS = ['html', 'stress-des'] as const;

/** What the command line says of `report` and `--report` in one language. */
export interface ReportWords {
  readonly describe: Readonly<Record<'report' | 'as' | 'file' | 'attribute' | 'option', string>>;
  readonly written: (path: string) => string;
  /** @param open places that are left to the author */
  readonly stress: (path: string, open: string) => string;
}

export const reportInEnglish: ReportWords = {
  describe: {
    report: 'Write the comparison as one HTML file that opens offline, or as a STRESS-DES appendix.',
    as: 'html: a page in Chinese and English that prints on A4; stress-des: a paper’s appendix, Markdown',
    file: 'file to write the report to; of stress-des stress-des.md unless said',
    attribute: 'split the saving among the three mechanisms too, which takes some five times the runs',
    option: 'write a report as one HTML file, in Chinese and English, too',
  },
  written: (path) => `Report: ${path}`,
  stress: (path, open) => `STRESS-DES report: ${path}; ${open} places in it are left to its author to fill in.`,
};

export const reportInChinese: ReportWords = {
  describe: {
    report: '将对比结果写成离线可开的 HTML 报告，或论文附录用的 STRESS-DES 报告。',
    as: 'html：网页，中英文可切换，可按 A4 打印；stress-des：论文附录，Markdown',
    file: '报告写入的文件；stress-des 默认为 stress-des.md',
    attribute: '同时将节省额分摊到三项机制，运行次数约为五倍',
    option: '同时写出 HTML 报告（一个文件，中英文可切换）',
  },
  written: (path) => `报告：${path}`,
  stress: (path, open) => `STRESS-DES 报告：${path}，其中 ${open} 处由作者填写。`,
};
