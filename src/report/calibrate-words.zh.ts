import type { CalibrateWords } from './calibrate-words.ts';

const WIDTH = '“余宽”为标定后标准差与整个范围的标准差之比（0% 完全确定，100% 毫无所得）';

/** What reports on fits say in Chinese. */
export const calibrateInChinese: CalibrateWords = {
  heading: (method) =>
    ({
      'nelder-mead': '参数标定：单纯形法（Nelder-Mead）',
      'cma-es': '参数标定：进化策略（CMA-ES）',
      'abc-smc': '参数标定：近似贝叶斯计算（ABC-SMC）',
      'history-matching': '参数标定：历史匹配（高斯过程）',
    })[method],
  separator: '、',
  found: (points, budget, replications) =>
    `试算 ${points} 点（上限 ${budget} 点），每点重复 ${replications} 次，各点随机数相同。`,
  targets: {
    heading: '标定目标',
    wanted: (measure, band) => `${measure}：目标 ${band}`,
    before: '标定前',
    fitted: '标定后',
    check: '另取各季检验',
    band: (low, high) => `${low} 至 ${high}`,
    within: '在目标内',
    above: (by) => `高出 ${by}`,
    below: (by) => `低 ${by}`,
    none: '无值',
    note: (confidence) =>
      `区间为 ${confidence}，仅含模拟误差。“另取各季检验”用标定时未用过的同样多季、同一情景，以见所合的是规律还是偶然。`,
  },
  parameters: {
    heading: '标定的参数',
    range: '范围',
    before: '标定前',
    fitted: '标定值',
    left: (confidence) => `余下范围（${confidence}）`,
    width: '余宽',
    known: { found: '已确定', narrowed: '已收窄', open: '未能确定' },
  },
  reached: '各目标均已达到。这是拟合所得，不是验证：参数按某值标定，该值便不能再用来验证它。',
  notReached: '未达到：在给定范围内，没有找到能使各目标同时落入目标值的取值，以上为最接近者。',
  atEnd: (parameters) => `已到范围端点，范围之外或许更好：${parameters}。`,
  nothing: '未能标定：没有一点算得出结果。',
  from: {
    slopes: () => `${WIDTH}，由最优点处的斜率、目标值宽度与模拟误差合并推得，指标接近直线时成立。`,
    particles: (size) => `${WIDTH}，由粒子推得，相当于 ${size} 个等权粒子。`,
    notRuledOut: (size) => `${WIDTH}，由 ${size} 个未被排除的点推得（不合理度不超过 3）。`,
  },
  noneLeft: '范围内各点均被排除，没有合理的取值，故余下范围无从谈起。',
  open: (parameters) => `目标对${parameters}几乎没有约束：范围内取何值，其余参数随之调整，都同样符合。`,
  confounded: (one, other, correlation) =>
    `仅凭这些目标分不清${one}与${other}（相关系数 ${correlation}）：请从别处确定其一，或增加目标。`,
  sloppy: (direction, width) => `最难确定的组合：${direction}，沿此方向余宽 ${width}。`,
  waves: (shares) => `各轮之后尚未排除的部分占范围之比：${shares}。`,
  generations: (shares) => `各代接受的点所占比例：${shares}。`,
  shortOfTolerance: '试算点数用尽时，仍有粒子未使各目标落入目标值，余下范围偏宽。',
};
