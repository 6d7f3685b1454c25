import type { AttributeWords } from './attribute-words.ts';

/** What a report on where a saving comes from says in Chinese. */
export const attributeInChinese: AttributeWords = {
  mechanismsHeading: '节省额出自哪些机制',
  coalitionsHeading: '仅启用所列机制、其余关闭时',
  itemsHeading: '节省额出自哪些费用项目',
  hoursHeading: (account, unit) => `节省的时间：${account}，${unit}`,
  per: { call: '航次', load: '车', tonne: '吨' },
  saving: (mode, value, interval) => `传统集港减${mode}：${value} ${interval}。`,
  part: '份额',
  saved: '节省',
  rest: '余额：机制全部关闭时',
  sum: '= 节省额',
  on: '启用',
  off: '-',
  mechanismsNote: (orders) =>
    `每个机制的份额是启用它所增加的节省，按全部 ${orders} 种启用次序平均（沙普利值）；各组合用同一批季节，区间为成对区间。` +
    '各份额与余额之和即节省额；* 表示区间不含零。',
  restIsNothing: (mode) => `机制全部关闭时，${mode}逐季与传统集港完全相同：余额为零。`,
  restIsSomething: (mode) => `机制全部关闭时，${mode}与传统集港仍有差别，列为余额。`,
  heldOff: (names) => `情景中已关闭、不参与分摊：${names}。`,
  noPlayers: '情景中机制全部关闭，无从分摊。',
  itemsNote:
    '各项目之和即节省额；各列为该项目出自各机制的部分，横向亦相加。每条起于上一条的终点，+ 为节省，- 为增加。首列数字的取舍已使所示各数恰好相加。',
  hoursNote: '传统集港多用的时间：+ 为节省，- 为增加。各原因之和即合计，各列亦然。',
};
