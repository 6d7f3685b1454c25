/** What the words that a file may choose from mean, in Chinese; terms of contracts are known by their own letters. */
const CHINESE: ReadonlyMap<string, string> = new Map([
  ['all-at-once', '一次全发'],
  ['headway', '定间隔'],
  ['pull', '按在途车数'],
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
