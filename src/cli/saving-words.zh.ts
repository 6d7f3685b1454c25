import type { SavingWords } from './saving-words.ts';

/** What the command line says of `uncertainty` and `attribute` in Chinese. */
export const savingInChinese: SavingWords = {
  describe: {
    uncertainty: '参数无出处时节省额有多大把握，哪些最值得查实。',
    attribute: '将节省额分摊到三项机制和各费用项目。',
    vary:
      '要抽取的参数，可多次使用：fleet.size（取情景中的范围）、fleet.size=20..60、' +
      'dispatch.policy=pull,headway、fleet.*（该组全部有范围的数值）',
    allUnsourced: '全部凭经验或假定的数值',
    holdPolicies: '可自行决定的事项（租车、提前量、作业时段等）保持情景取值，不抽取',
    law: '取值的分布：triangular（三角分布，情景取值最可能）或 uniform（均匀分布）',
    design: '取点方式：lhs（拉丁超立方）或 sobol（低偏差序列）',
    samples: '点数，2 至 100000',
    seasons: '每点模拟的季数；2 季起可区分偶然性与参数不明',
    measure: '据以选择的节省额',
    resamples: '自助法重抽样次数，100 至 100000',
    mode: '与传统集港对照的方式',
  },
  wrong: {
    holdAndVary: '--vary 与 --hold-policies 只能用其一：--vary 已指明全部抽取的参数',
    nothingUnsourced: '情景中没有凭经验或假定且带范围的数值可抽取',
    tooManyForSobol: (most, found) => `--design sobol 的参数应不超过 ${most} 个，实为 ${found} 个；--design lhs 不限`,
  },
};
