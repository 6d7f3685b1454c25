/** What the words that a file may choose from mean, in Chinese; terms of contracts are known by their own letters. */
const CHINESE: ReadonlyMap<string, string> = new Map([
  ['all-at-once', '一次全发'],
  ['headway', '定间隔'],
  ['pull', '按在途车数'],
  ['appointments', '预约时段'],
  ['look-ahead', '按就绪时刻倒排'],
  ['at-once', '靠妥即用'],
  ['when-starving', '待货时用'],
  ['stacking', '堆存'],
  ['reclaim', '取料'],
  ['secondHaul', '倒运'],
  ['shipLoading', '装船'],
  ['none', '不计'],
  ['half', '计半'],
  ['full', '全计'],
  ['rate', '全船装率'],
  ['ratePerHatch', '每舱装率'],
  ['ratePerCrane', '每台门机装率'],
  ['days', '固定天数'],
  ['arrival', '抵港'],
  ['berth', '靠泊'],
  ['anyTime', '随时'],
  ['officeHours', '办公时间'],
  ['hours', '按小时'],
  ['noon', '以中午为界'],
  ['shifting', '移泊'],
  ['survey', '水尺检验'],
  ['breakdown', '设备故障'],
  ['closure', '封港'],
  ['ice', '冰冻'],
  ['tide', '候潮'],
  ['customs', '海关'],
  ['perCall', '逐船'],
  ['averaged', '相抵'],
  ['reversible', '合并'],
  ['laytimeSaved', '节省的装货时间'],
  ['allTimeSaved', '节省的全部时间'],
  ['noDespatch', '无速遣费'],
  ['tonne', '按吨'],
  ['hourKm', '按台时与公里'],
  ['own', '自有'],
  ['hired', '外包'],
  ['30d', '30 天'],
  ['90d', '90 天'],
  ['1yr', '一年'],
]);

/**
 * A word that a file may choose, in Chinese; as it is where it has no other.
 *
 * @example choiceInChinese('pull') // '按在途车数'
 */
export function choiceInChinese(word: string): string {
  return CHINESE.get(word) ?? word;
}
