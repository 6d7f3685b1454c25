import { expectedInChinese } from './expected.ts';
import type { PrecisionWords } from './precision-words.ts';

/** What the command line says of precision in Chinese. */
export const precisionInChinese: PrecisionWords = {
  precision:
    '持续模拟，直到区间半宽不超过所给值：5%（货主每吨节省的相对精度；run 为每吨成本）、' +
    'saving.perTonne=0.1,direct:vessel.portHours=2%；此时 --replications 为最少次数',
  budget: '--precision 最多可用的重复次数；不够则退出状态为 3',
  variance: '另加模拟，实测两种方式共用随机数、控制变量与对偶变量各缩小多少方差',
  wrong: {
    measure: (found) => expectedInChinese('指标名，如 saving.perTonne 或 direct:vessel.portHours', found),
    size: (found) => expectedInChinese('大于 0 的精度，如 5%（至多 100%）或 0.1', found),
    unit: (unit, found) => expectedInChinese(unit === '1' ? '数值或百分数' : `百分数，或以 ${unit} 计的数值`, found),
    twice: (found) => `每个指标只能出现一次，“${found}”出现了两次`,
    budget: (minimum, found) => `上限不得少于最少重复次数 ${minimum}，实为 ${found}`,
    alone: '须与 --precision 同用',
    pairOnly: (modes) => `只用于比较 ${modes}，所给方式不同`,
  },
};
