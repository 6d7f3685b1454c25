import type { UncertaintyWords } from './uncertainty-words.ts';

/** What a report on uncertainty says in Chinese. */
export const uncertaintyInChinese: UncertaintyWords = {
  heading: '节省额有多大把握',
  knowingHeading: '哪些参数最值得查实',
  laws: { triangular: '三角分布，情景取值最可能', uniform: '均匀分布，各值机会均等' },
  designs: { lhs: '拉丁超立方', sobol: '低偏差序列' },
  drawn: (parameters, law, points, design, replications) =>
    `在各自范围内抽取 ${parameters} 个参数（${law}）；共 ${points} 点（${design}），每点 ${replications} 季，两种方式每次处于同一环境。`,
  base: '按情景现值',
  mean: '在各参数范围内平均',
  loses: '直装不省：单季',
  losesOnAverage: '直装不省：多季平均',
  quantile: (share) => `${share} 分位`,
  ofSeason: '单季',
  ofAverage: '多季平均',
  range: (low, high) => `${low} 至 ${high}`,
  meanNote: (half, luck) =>
    `均值的计算误差为 ±${half}，其中各季偶然性占 ±${luck}；参数不明所致的差别不在其内，见“多季平均”一栏的散布（仅参数不明），“单季”另含偶然性。参数范围偏于现值一侧时，均值与按情景现值所得不同。`,
  split: (share, low, high, parameters, luck) =>
    `单季节省额的方差中，${share} [${low}, ${high}] 出自参数不明（标准差 ${parameters}），其余为偶然性（${luck}）。`,
  noSplit: '每点仅一季，无法区分偶然性与参数不明：请用 --replications 2 或更多。',
  fittedHeld: (keys) => `已拟合、故不抽取：${keys}；该值是在其余参数取现值时拟合的，可用 --vary 指明抽取。`,
  refusedBy: (list) => `被拒原因：${list.join('、')}。`,
  keyWith: (key, figure) => `${key}（${figure}）`,
  conditional: '以上数字以各参数取值可以并存为前提。',
  baseFailed: '情景按现值没有结果：',
  unserved: (points) => `其中 ${points} 点有船在截止前未能完成作业，未计为亏损。`,
  choice: {
    direct: '以现有所知，平均而言选抵港直装为宜。',
    staged: '以现有所知，平均而言选传统集港为宜。',
  },
  all: (worth, lower, upper, se, season) =>
    `若能先查实全部所抽参数再作选择，可值 ${worth}（介于 ${lower} 与 ${upper} 之间，标准误 ${se}），合每季 ${season}；任何调查所值不会更多。`,
  atMost: (upper, season) => `若能先查实全部所抽参数再作选择，至多可值 ${upper}，合每季 ${season}。`,
  columns: { worth: '信息价值', se: '标准误', season: '每季', explained: '方差占比' },
  dummy: '哑元（噪声下限）',
  dummyNote: (floor, explained) =>
    '信息价值：仅查实该参数、从而选得更好可省多少（部分完全信息的期望价值）；方差占比：该参数单独解释的部分。' +
    `毫无作用的参数也会偶然得到一些：同样多的哑元中最高者，在 95% 的研究中低于 ${floor} 和 ${explained}。`,
  marks: (policies) => `* 表示高于两项噪声下限。${policies ? '† 为可自行决定的事项，应商定而非查实。' : ''}`,
  most: (key, worth, season) => `最值得查实：${key}，可值 ${worth}，合每季 ${season}。`,
  narrows: (list) => `查实后最能缩小节省额差别的：${list.join('、')}。`,
  none: '在此点数下没有参数能与哑元区分：请增加 --samples，或用 --vary 减少参数。',
  noneWorth: '未见单独值得查实的参数：没有哪一个比哑元更能改变选择。',
  tooFew: '有结果的点太少，无法判断。',
  cut: (hidden) => `另有 ${hidden} 个未列出，全部见 --csv 或 --json。`,
};
