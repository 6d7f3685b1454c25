import type { VarianceWords } from './variance-words.ts';

/** What reports say of variance reduction in Chinese. */
export const varianceInChinese: VarianceWords = {
  heading: '方差缩减（就货主每吨节省实测）',
  columns: {
    staged: '集港标准差',
    direct: '直装标准差',
    inStep: '同步程度',
    share: '占节省方差',
  },
  pairing: '两种方式共用随机数',
  controls: '控制变量',
  antithetic: '对偶变量',
  helps: '有效',
  noHelp: '未见效果',
  harms: '适得其反',
  unknown: '无法判断',
  meaning: (replications, confidence) =>
    `增益为 2 即只需一半重复次数就有同样精度；各以 ${replications} 次重复实测，括号内为 ${confidence} 自助法区间。`,
  ceiling: (ceiling, share, correlation) =>
    `两种方式若完全同步，增益可达 ${ceiling}；实际达到其 ${share}；两种成本的相关系数为 ${correlation}。`,
  enough: (least) => `已达到上限的 ${least} 以上。`,
  outOfStep: (group, share, inStep) =>
    `不同步的原因：${group}。单独重抽时，它造成节省方差的 ${share}，而两种成本随之变动的相关系数仅为 ${inStep}。`,
  oneSided: (group, share, mode) =>
    `未达上限的原因：${group}。它造成节省方差的 ${share}，且只影响${mode}，共用随机数也无法消除。`,
  chosen: (causes) => `选用的控制变量（各随机源均匀数的均值减 1/2）：${causes.join('、')}。`,
  causes: '节省随何而变（逐项重抽）',
  cut: (hidden) => `另有 ${hidden} 个较小的未列出，全部见 --json。`,
  groups: {
    breakdown: '机械故障',
    calls: '船舶次序与到港',
    crane: '门机作业循环',
    customs: '海关',
    gate: '闸口',
    quay: '码头',
    road: '道路',
    shuttle: '倒运车',
    traffic: '其他船舶',
    truck: '卡车',
    vessel: '靠离泊与水尺',
    weather: '天气',
    works: '厂内',
    yard: '堆场',
  },
  only: { staged: '传统集港', direct: '抵港直装', hybrid: '部分集港' },
};
