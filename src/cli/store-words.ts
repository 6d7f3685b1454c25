import type { StoreFault } from '../execution/index.ts';

/** What the command line says of the store of results in one language. */
export interface StoreWords {
  readonly option: string;
  /** Where results are kept unless it is said. */
  readonly otherwise: string;
  /** Why a store can't be used, a sentence without its full stop; `detail` is the process that has it, or what was said. */
  readonly unusable: (fault: StoreFault, path: string, detail: string) => string;
  /** After that, where one goes on without. */
  readonly without: string;
}

export const storeInEnglish: StoreWords = {
  option: 'file of results: what it knows is not simulated again, what is new is kept in it; none: simulate all',
  otherwise: "the user's cache",
  unusable(fault, path, detail) {
    const said: Readonly<Record<StoreFault, string>> = {
      locked: `process ${detail} is writing in it; wait for its end, or name another file`,
      foreign: 'it is no store of results; it was left as it was',
      otherFormat: `it is of format ${detail}, which this version does not read; it was left as it was`,
      damaged: `it is damaged (${detail})`,
      noFile: 'there is no such file',
      noSpace: 'no space is left for it; what was kept before is still there',
      unwritable: `it cannot be opened (${detail})`,
    };
    return `${path}: the store of results cannot be used: ${said[fault]}`;
  },
  without: 'going on without it: everything is simulated, nothing is kept',
};

export const storeInChinese: StoreWords = {
  option: '结果库文件：库中已有的不再模拟，新的结果存入其中；none 表示全部模拟',
  otherwise: '用户缓存',
  unusable(fault, path, detail) {
    const said: Readonly<Record<StoreFault, string>> = {
      locked: `进程 ${detail} 正在写入，请待其结束，或另指定文件`,
      foreign: '这不是结果库，未作改动',
      otherFormat: `该文件为第 ${detail} 版格式，本版本无法读取，未作改动`,
      damaged: `文件已损坏（${detail}）`,
      noFile: '文件不存在',
      noSpace: '磁盘空间不足；此前存入的结果仍在',
      unwritable: `无法打开（${detail}）`,
    };
    return `${path}：结果库无法使用：${said[fault]}`;
  },
  without: '本次不使用结果库：全部重新模拟，不保存',
};
