import type { CalibrateWords } from './calibrate-words.ts';
import { expectedInChinese } from './expected.ts';

/** What the command line says of `calibrate` in Chinese. */
export const calibrateInChinese: CalibrateWords = {
  describe: {
    calibrate: '按公布值或自定目标标定参数。',
    fit: '要标定的参数，可多次使用：handling.secondHaulPrice（取情景中的范围）、fleet.size=20..60',
    fitOtherwise: '情景中全部拟合参数',
    target: '指标均值应为多少，可多次使用：saving.perTonne=2.99..3.13、direct:vessel.portHours=48±2（也可写 48+-2）',
    targetOtherwise: '公布值中可用于标定者',
    method: '搜索方法',
    budget: '最多试算的点数',
    budgetOtherwise: '依方法与参数个数而定',
    write: '将标定值、依据与标定方法写入新的情景文件',
  },
  wrong: {
    noFit: '应指明要标定的参数，如 handling.secondHaulPrice：情景中没有已标定的参数',
    noTarget: '应指明目标，如 saving.perTonne=2.99..3.13：情景的公布值中没有可用于标定的',
    notRange: (key) => `${key}：应为数值的范围“下限..上限”`,
    form: (found) => expectedInChinese('“指标=下限..上限”或“指标=值±允差”，可带单位', found),
    unit: (measure, unit, found) => `${measure}：单位应为 ${unit}，实为“${found}”`,
    emptyBand: (measure, low, high) =>
      `${measure}：下限应小于上限（模拟均值不会恰好等于某一个值），实为“${low}..${high}”`,
    twice: (measure) => `${measure} 只能有一个目标，实际有两个`,
    budget: (least, method, found) => `--method ${method} 至少要试算 ${least} 点，实为 ${found}`,
    writeWithSet: '不能与 --set 同用（写出的文件中不会有该设置），请先把该值写入情景文件',
    layout: '情景文件的写法无法在保留版式的前提下修改，请分行书写',
  },
  notWritten: (path) => `未写出：目标未达到。如仍要写出 ${path}，请加 --force。`,
};
