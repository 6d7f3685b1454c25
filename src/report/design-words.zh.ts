import type { DesignWords } from './design-words.ts';

/** What reports on sweeps and sensitivity say in Chinese. */
export const designInChinese: DesignWords = {
  sides: { staged: '传统集港', direct: '抵港直装', difference: '集港减直装' },
  ofSide: (side, measure) => `${measure}（${side}）`,
  otherNumbers: '重抽',
  dummy: '哑元（仅换随机数）',
  sweep: {
    heading: (design) => ({ grid: '网格扫描', lhs: '拉丁超立方扫描', sobol: '低偏差序列扫描' })[design],
    laidOut: (points, parameters, replications) =>
      `共 ${points} 点，改变 ${parameters} 个参数，每点重复 ${replications} 次，各点随机数相同。`,
    cut: (shown, points) => `以上为 ${points} 点中的前 ${shown} 点，全部见 --csv 或 --json。`,
    extremes: (measure, greatest, at, least, where) =>
      `${measure}：最大 ${greatest}，在 ${at}；最小 ${least}，在 ${where}。`,
    point: '点',
  },
  sensitivity: {
    tornado: '逐个参数的影响',
    morris: 'Morris 筛选',
    sobol: '方差占比：Sobol 指数',
    second: '两两交互（各自占比之外）',
    convergence: '总占比随行数的变化',
    ofMeasure: (measure, unit) => `${measure}，${unit}`,
    base: (value) => `情景现值：${value}。`,
    low: '一端',
    high: '另一端',
    atLow: '一端指标',
    atHigh: '另一端指标',
    swing: '变动',
    muStar: 'μ*',
    mu: 'μ',
    sigma: 'σ',
    first: '一阶',
    total: '总占比',
    pair: '与',
    rows: '行数',
    tornadoNote: (replications) =>
      `每次只改变一个参数，其余不变；为 ${replications} 次重复的均值，各点随机数相同，区间为成对区间；* 表示变动的区间不含零。`,
    morrisNote: (trajectories, levels, replications) =>
      `${trajectories} 条轨迹，${levels} 个水平，每点重复 ${replications} 次。μ* 为参数走完全程时指标变动的平均幅度，` +
      'μ 为带符号的平均，σ 为其离散程度（弯曲与交互）。',
    sobolNote: (rows, mean, sd, replications) =>
      `${rows} 行，每点重复 ${replications} 次；在各参数范围内均值 ${mean}，标准差 ${sd}。` +
      '一阶：参数单独解释的方差占比；总占比：连同全部交互。',
    luckBar: (reach, confidence, count, of) =>
      `仅换随机数（哑元）就可造成至多 ${reach} 的变动（${confidence}）：${of} 个参数中有 ${count} 个的影响小于此。`,
    belowLuck: (count, of) => `哑元只换随机数，不改参数：${of} 个参数中有 ${count} 个的影响小于这一偶然波动。`,
    unresolved: (count, of) => `${of} 个参数中有 ${count} 个的总占比区间下限低于 0.01。`,
    luckShare: (first, total) => `偶然性（哑元，只换随机数）单独占方差的 ${first}，连同交互占 ${total}。`,
    cut: (hidden) => `另有 ${hidden} 个较小的未列出，全部见 --csv 或 --json。`,
    evaluations: (count) => `共求值 ${count} 次；仅价格或合同条款不同者共用一次模拟。`,
  },
  failures: {
    points: (count) => `有 ${count} 点没有结果，未计入以上数字；其中第一点：`,
    refused: (why) => `取值不能并存：${why}`,
    unfinished: (why) => why,
  },
};
