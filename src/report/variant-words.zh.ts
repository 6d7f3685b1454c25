import type { VariantWords } from './variant-words.ts';

/** What reports on several modes and variants say in Chinese. */
export const variantsInChinese: VariantWords = {
  headings: {
    together: (measure, unit) => `合并比较：${measure}（${unit}）`,
    savings: (measure) => `各方案内方式之间：${measure}`,
    best: '各指标可能最优的方案',
    pairs: (measure) => `两两比较：${measure}（前者减后者）`,
    failures: '无法完成的方案',
  },
  columns: {
    saved: '节省',
    difference: '差值',
    together: (confidence) => `${confidence} 联合`,
    relative: '占基准',
    alone: (confidence) => `${confidence} 单独`,
    p: 'p 值',
    best: '最优',
    mayBeBest: '可能最优',
    measure: '指标',
    bestSeen: '所见最优',
    losses: '亏损航次',
  },
  of: (variant, mode) => `${variant}（${mode}）`,
  sets: (variant, settings) => `${variant}：${settings.join('，')}`,
  against: (base, other) => `${base} 减 ${other}`,
  yes: '是',
  all: (count) => `${count} 个均有可能`,
  list: (names) => names.join('、'),
  some: (names, count) => `${names.join('、')}等 ${count} 个`,
  oneBest: (name, confidence) => `费用最低的是${name}，置信度 ${confidence}。`,
  severalBest: (names, seen, confidence) =>
    `费用最低者尚不能确定：置信度 ${confidence} 下为${names}之一，其中所见最低的是${seen}。`,
  note: (base, confidence) =>
    `相对${base}的节省：联合区间以 ${confidence} 的置信度同时成立（邓尼特法，成对，协方差按样本估计），单独区间为占${base}` +
    '的比例，各自成立（菲勒法）。p 值：若实际并无差别，出现同样大或更大差值的概率，经霍尔姆法对全部比较校正。' +
    `最优：各指标的最优方案以 ${confidence} 的置信度在所标之中（许氏法）。`,
  independent: '各方案使用各自的随机数（--independent），差值不如使用相同随机数时可靠。',
  same: (names) => `各项结果完全相同：${names}。`,
  elsewhere: '逐项指标与基准的差值及区间见 --csv 或 --json。',
  failure: (name, replication, why) => `${name}，第 ${replication} 次重复：${why}`,
};
