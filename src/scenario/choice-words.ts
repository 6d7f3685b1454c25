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
]);

/**
 * A word that a file may choose, in Chinese; as it is where it has no other.
 *
 * @example choiceInChinese('pull') // '按在途车数'
 */
export function choiceInChinese(word: string): string {
  return CHINESE.get(word) ?? word;
}
