import type { CliMessages } from './messages.ts';

/** What the command line says in Chinese. */
export const chinese: CliMessages = {
  describe: {
    program: '散装矿渣抵港直装与传统集港相比节省多少。',
    compare: '在同一随机环境下比较传统集港与抵港直装，并说明节省有多大把握。',
    run: '只模拟一种方式。',
    validate: '检查并预览情景，列出无来源的参数。',
    scenario: '情景文件（YAML）',
    mode: '要模拟的方式',
    modes: '要比较的方式，第一个为基准；direct,direct 为自身对照',
    seed: '随机种子，不小于 0 的整数',
    replications: '模拟的季数，1 至 100000',
    set: '覆盖文件中的参数，path=value，如 fleet.size=30；可重复',
    threads: '工作线程数，1 至 64；不影响结果',
    lang: '报告与消息的语言；默认取自环境变量',
    json: '输出一个 JSON 对象',
    quiet: '不显示进度与警告',
    help: '显示本帮助',
    version: '显示版本号',
    exit: '退出状态：0 完成；1 程序自身错误；2 输入或用法有误；130 被中断。',
  },
  line: (expected, found, hint) => `应为${expected}，实为${found}${hint === null ? '' : `；是否指 ${hint}？`}`,
  expected: {
    whole: (least, most) => `整数，不小于 ${least} 且不大于 ${most}`,
    oneOf: (words) => `其中之一：${words.join('、')}`,
    modes: (words, most) => `以逗号分隔的 2 至 ${most} 个方式，取自 ${words.join('、')}`,
    option: '已知的选项',
    once: '只出现一次的选项',
    noValue: '不带值的选项',
    oneScenario: '一个情景文件',
    file: '可读取的文件',
    smallFile: (bytes) => `不超过 ${bytes} 字节的文件`,
  },
  found: {
    nothing: '空',
    text: (text) => `“${text}”`,
    times: (count) => `出现 ${count} 次`,
    file: {
      missing: '文件不存在',
      folder: '文件夹',
      special: '设备或管道',
      unreadable: '无权读取的文件',
      tooLarge: '更大的文件',
    },
  },
  unfinished: (message) => `该情景无法完成：${message}`,
  ownFault: (message) => `zhizhuang 出错，这是程序自身的问题：${message}`,
  report: (version) => `请连同所用命令与版本 ${version} 一并报告；设 DEBUG=1 可显示出错位置。`,
  progress: (done, count, perSecond, remaining) =>
    `已完成 ${done}/${count} 次重复，每秒 ${perSecond} 次，剩余 ${remaining}`,
};
