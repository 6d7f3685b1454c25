import type { PrecisionWords } from './precision-words.ts';

/** What reports say of the precision that was asked for, in Chinese. */
export const precisionInChinese: PrecisionWords = {
  heading: '精度要求',
  asked: '要求',
  attained: '实际',
  share: '占均值',
  needed: '所需重复次数',
  reached: '达到',
  short: '未达到',
  done: (replications) => `各指标均达到要求的精度，共重复 ${replications} 次。`,
  spent: (budget, count, of) =>
    `已用完 ${budget} 次重复的上限：${of} 个指标中有 ${count} 个未达到要求的精度；末列为估计值。`,
  nearZero: (measures) => `${measures.join('、')}的区间含零，相对精度难以达到，请改用绝对精度。`,
  undefinedMeasures: (measures) => `${measures.join('、')}有值的重复次数太少，无法计算精度。`,
  coverage: (minimum, confidence) =>
    `至少重复 ${minimum} 次，直到足够精确为止；这样得到的区间，实际覆盖率略低于 ${confidence}，且只就各指标单独而言。`,
};
