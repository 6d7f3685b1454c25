/** What the command line says of `report` and `--report` in one language. */
export interface ReportWords {
  readonly describe: Readonly<Record<'report' | 'file' | 'attribute' | 'option', string>>;
  readonly written: (path: string) => string;
}

export const reportInEnglish: ReportWords = {
  describe: {
    report: 'Write the comparison as one HTML file that opens offline, in Chinese and English, and prints on A4.',
    file: 'file to write the report to',
    attribute: 'split the saving among the three mechanisms too, which takes some five times the runs',
    option: 'write a report as one HTML file, in Chinese and English, too',
  },
  written: (path) => `Report: ${path}`,
};

export const reportInChinese: ReportWords = {
  describe: {
    report: '将对比结果写成一个 HTML 文件：离线可开，中英文可切换，可按 A4 打印。',
    file: '报告写入的文件',
    attribute: '同时将节省额分摊到三项机制，运行次数约为五倍',
    option: '同时写出 HTML 报告（一个文件，中英文可切换）',
  },
  written: (path) => `报告：${path}`,
};
