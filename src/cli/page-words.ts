/** What the command line says of `page` in one language. */
export interface PageWords {
  readonly summary: string;
  readonly out: string;
  readonly replications: string;
  readonly written: (path: string) => string;
}

export const pageInEnglish: PageWords = {
  summary: 'Write the page: one file for a browser that simulates, compares and plays the scenario offline.',
  out: 'file to write',
  replications: 'seasons the page simulates, 1 to 1000; more or fewer can be asked on it',
  written: (path) =>
    `The page stands in ${path}. Open it in a browser, by a double click for instance: it needs no server and no network, and can be passed on as it is.`,
};

export const pageInChinese: PageWords = {
  summary: '生成网页：单个文件，用浏览器离线打开即可模拟、对比并演示情景。',
  out: '写出的文件',
  replications: '网页模拟的季数，1 至 1000；在网页上可再改',
  written: (path) => `网页已写入 ${path}。用浏览器打开（例如双击）即可使用：不需要服务器，也不联网，可原样转给他人。`,
};
