import type { DesignWords } from './design-words.ts';
import { expectedInChinese } from './expected.ts';

/** What the command line says of `sweep` and `sensitivity` in Chinese. */
export const designInChinese: DesignWords = {
  describe: {
    sweep: '按网格、列表、拉丁超立方或 Sobol 序列改变参数，逐点模拟。',
    sensitivity: '指标取决于哪些参数：单因素（龙卷风图）、Morris 筛选、Sobol 指数。',
    vary:
      '要改变的参数，可多次使用：fleet.size（取情景中的范围）、fleet.size=20..60、fleet.size=20..60:5（5 个水平）、' +
      'fleet.size=20,30,45、dispatch.policy=pull,headway、fleet.*（该组全部有范围的数值）',
    design: '取点方式',
    samples: '拉丁超立方或 Sobol 序列的点数，1 至 100000',
    sensitivitySamples: 'morris 的轨迹数，或 sobol 的行数（2 的幂）',
    levels: '网格中每个范围的水平数，2 至 1000',
    sensitivityLevels: 'Morris 网格的水平数，偶数',
    measures: '指标，以逗号分隔：saving.perTonne、direct:vessel.portHours、difference:truck.waitHours',
    measure: '指标：saving.perTonne、direct:vessel.portHours、difference:truck.waitHours',
    csv: '输出 CSV 表（UTF-8，带字节顺序标记）',
    table: 'CSV 的形式：wide 每点一行，long 每次重复每个指标一行',
    method: 'tornado：逐个改变；morris：筛选；sobol：方差占比',
    group: '一同改变的参数，写作 名称=key,key,group.*；可多次使用',
    secondOrder: 'sobol：同时给出两两交互',
    resamples: '自助法重抽样次数，100 至 100000',
    allRanged: 'tornado, morris 为全部有范围的参数',
  },
  wrong: {
    varied: (found) => expectedInChinese('至少一个要改变的参数，如 fleet.size 或 fleet.size=20..60', found),
    notVariable: (key) => `应为数值、选项或开关，${key} 是列表，不能改变`,
    noRange: (key) => `情景未给出 ${key} 的范围，应写明取值，如 ${key}=下限..上限`,
    emptyRange: (key, low, high) => `${key}：范围的下限应小于上限，实为“${low}..${high}”`,
    notARange: (key, found) => `${key}：应为以逗号分隔的选项，实为范围“${found}”`,
    oneValue: (key) => `${key}：应至少有两个值；只有一个值时请用 --set`,
    twice: (key) => `${key} 应只出现一次，实际出现两次`,
    levels: (key, found) => `${key}：${expectedInChinese('2 至 1000 的整数个水平', found)}`,
    noneOfGroup: (key) => expectedInChinese('含有带范围数值的组，如 fleet.*', key),
    measure: (found) => expectedInChinese('指标，如 saving.perTonne 或 direct:vessel.portHours', found),
    evenLevels: (found) => expectedInChinese('偶数个水平', found),
    powerOfTwo: (found) => expectedInChinese('2 的幂，如 256', found),
    tooMany: (most, found) => `点数乘重复次数应不超过 ${most}，实为 ${found}；请减少取值、点数或重复次数`,
    tooManyFactors: (most, found) => `参数应不超过 ${most} 个，实为 ${found} 个；请先筛选：--method morris`,
    group: (found) => expectedInChinese('名称=key,key，且名称不与参数重名', found),
    groupTwice: (name) => `每个参数只能属于一组，每个名称只能用一次，“${name}”用了两次`,
    notOf: (option, other, values) => `${option} 只用于 ${[other, values.join(' 或 ')].join(' ').trim()}`,
    csvAndJson: '--csv 与 --json 只能选一个',
  },
};
