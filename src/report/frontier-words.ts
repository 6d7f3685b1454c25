import type { Language } from '../scenario/index.ts';
import type { ColumnVerdict } from '../study/index.ts';

/** What a report on a frontier says in one language. */
export interface FrontierWords {
  /** What a positive and a negative measure are called: of the shipper's saving, or of anything else. */
  readonly signs: (isSaving: boolean) => { readonly positive: string; readonly negative: string };
  readonly heading: (measure: string) => string;
  readonly laidOut: (x: string, y: string, columns: string, from: string, to: string, replications: string) => string;
  readonly crossing: string;
  readonly side: string;
  /** What lies below a crossing and above it. */
  readonly crosses: (below: string, above: string) => string;
  readonly throughout: (verdict: Exclude<ColumnVerdict, 'crosses'>, sign: string) => string;
  /** Added where the interval holds 0 somewhere. */
  readonly notSure: string;
  /** Added where the search ended early. */
  readonly notNearer: string;
  readonly beyond: (end: string, isLow: boolean) => string;
  readonly legend: (positive: string, negative: string, confidence: string) => string;
  readonly note: (confidence: string, scan: string) => string;
  readonly several: (count: string) => string;
  readonly evaluations: (count: string) => string;
}

const english: FrontierWords = {
  signs: (isSaving) =>
    isSaving
      ? { positive: 'direct pays', negative: 'direct loses' }
      : { positive: 'staged is higher', negative: 'direct is higher' },
  heading: (measure) => `Where staged and direct break even (${measure})`,
  laidOut: (x, y, columns, from, to, replications) =>
    `Along ${y} from ${from} to ${to}, for ${columns} values of ${x}; replications a point: ${replications}, the same for all.`,
  crossing: 'breaks even at',
  side: 'below; above',
  crosses: (below, above) => `${below}; ${above}`,
  throughout: (verdict, sign) =>
    ({
      positive: `${sign} throughout`,
      negative: `${sign} throughout`,
      zero: 'no difference at all',
      failed: 'no value',
    })[verdict],
  notSure: ', not surely',
  notNearer: ' (no value in between)',
  beyond: (end, isLow) => `${isLow ? 'below' : 'above'} ${end}`,
  legend: (positive, negative, confidence) =>
    `+ ${positive}, - ${negative}, ? the ${confidence} interval holds 0, o break-even, x no value; between the levels looked at by straight lines.`,
  note: (confidence, scan) =>
    `Within its interval a crossing cannot be told from its neighbours: there the paired ${confidence} interval of the mean ` +
    `holds 0. Sign changes are looked for between ${scan} levels: one that comes and goes between two of them is not seen.`,
  several: (count) => `Values with more than one crossing: ${count}; between two crossings it is the other way round.`,
  evaluations: (count) => `${count} seasons compared.`,
};

const chinese: FrontierWords = {
  signs: (isSaving) =>
    isSaving ? { positive: '直装合算', negative: '直装不合算' } : { positive: '集港较高', negative: '直装较高' },
  heading: (measure) => `集港与直装的盈亏平衡线（${measure}）`,
  laidOut: (x, y, columns, from, to, replications) =>
    `对${x}的 ${columns} 个取值，${y}由 ${from} 至 ${to} 逐一求解；每点重复 ${replications} 次，各点随机数相同。`,
  crossing: '平衡点',
  side: '低于；高于',
  crosses: (below, above) => `${below}；${above}`,
  throughout: (verdict, sign) =>
    ({ positive: `全程${sign}`, negative: `全程${sign}`, zero: '毫无差别', failed: '无结果' })[verdict],
  notSure: '，但不确定',
  notNearer: '（其间无结果）',
  beyond: (end, isLow) => `${isLow ? '低于' : '高于'} ${end}`,
  legend: (positive, negative, confidence) =>
    `+ ${positive}，- ${negative}，? 其 ${confidence} 区间含零，o 平衡点，x 无结果；所求各点之间按直线内插。`,
  note: (confidence, scan) =>
    `区间之内无法区分孰优：成对均值的 ${confidence} 区间含零。先在 ${scan} 个水平上找正负变化，若在相邻两个水平之间变过去又变回来，则看不到。`,
  several: (count) => `有 ${count} 个取值不止一个平衡点，两点之间正负相反。`,
  evaluations: (count) => `共比较 ${count} 季。`,
};

/** What a report on a frontier says, by language. */
export const FRONTIER_WORDS: Readonly<Record<Language, FrontierWords>> = { en: english, zh: chinese };
