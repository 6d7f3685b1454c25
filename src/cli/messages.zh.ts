import { calibrateInChinese } from './calibrate-words.zh.ts';
import { designInChinese } from './design-words.zh.ts';
import { expectedInChinese } from './expected.ts';
import { exportInChinese } from './export-words.ts';
import { frontierInChinese } from './frontier-words.ts';
import { importInChinese } from './import-words.zh.ts';
import { initInChinese } from './init-words.ts';
import type { CliMessages, FileFault } from './messages.ts';
import type { OutFault } from './out-files.ts';
import { pageInChinese } from './page-words.ts';
import { planInChinese } from './plan-words.ts';
import { precisionInChinese } from './precision-words.zh.ts';
import { replayInChinese } from './replay-words.ts';
import { reportInChinese } from './report-words.ts';
import { resultsInChinese } from './results-words.ts';
import { savingInChinese } from './saving-words.zh.ts';
import { storeInChinese } from './store-words.ts';
import { variantsInChinese } from './variant-words.ts';
import { whereInChinese } from './where-words.ts';

const list = (words: readonly string[]) => words.join('、');

const FILE_FAULTS: Readonly<Record<FileFault, string>> = {
  missing: '文件不存在',
  folder: '这是文件夹，应为文件',
  special: '这是设备或管道，应为文件',
  unreadable: '无权读取该文件',
  tooLarge: '文件过大',
};

const OUT_FAULTS: Readonly<Record<OutFault, string>> = {
  noFolder: '所在文件夹不存在',
  folder: '这是文件夹，应为文件',
  exists: '文件已存在；加 --force 可覆盖',
  forbidden: '无权写入该文件',
};

/** What the command line says in Chinese. */
export const chinese: CliMessages = {
  describe: {
    program: '散装矿渣由工厂抵港直装，与传统集港相比节省多少。',
    compare: '在相同的随机条件下比较传统集港与抵港直装，并说明节省有多大把握。',
    run: '只模拟一种方式。',
    validate: '检查并预览情景，列出假定或凭经验的参数。',
    verify: '以已知答案检验程序，并将情景与公开结果对照。',
    scenario: '情景文件（YAML）',
    mode: '要模拟的方式',
    modes: '要比较的方式，第一个为基准；direct,direct 为自身对照',
    laytime: '输出第一季中该艘次（按受载期排序，从 1 起）的事实记录与装卸时间计算表',
    seed: '随机种子，不小于 0 的整数',
    replications: '模拟重复次数（每次一季），1 至 100000',
    set: '覆盖文件中的参数，写作 path=value，如 fleet.size=30；可多次使用，每个参数一次',
    threads: '工作线程数，1 至 64；不影响结果',
    hours: '列出船舶、门机、车辆、货物的时间去向（按原因）',
    calls: '逐航次列出第一次重复的结果',
    lang: '报告与消息的语言，默认取自环境变量',
    json: '输出一个 JSON 对象',
    quiet: '不显示进度与警告',
    force: '覆盖已有的文件',
    help: '显示本帮助',
    version: '显示版本号',
    exit: '退出状态：0 完成；1 程序自身错误；2 输入或用法有误；3 未达到要求的精度；130 被中断。',
  },
  usage: '$0 <命令> <情景文件> [选项]',
  yargs: {
    'Commands:': '命令：',
    'Options:': '选项：',
    'Positionals:': '参数：',
    'default:': '默认',
    string: '值',
    boolean: '开关',
    required: '必填',
  },
  list: (words) => `：${list(words)}`,
  wrong: {
    whole: (least, most, found) => expectedInChinese(`整数，不小于 ${least} 且不大于 ${most}`, found),
    oneOf: (words, found) => expectedInChinese(`其中之一：${list(words)}`, found),
    modes: (words, least, most, found) =>
      expectedInChinese(`以逗号分隔的 ${least} 至 ${most} 个方式，取自 ${list(words)}`, found),
    option: (found) => `未知的选项“${found}”`,
    repeated: (times) => `该选项只能用一次，实际用了 ${times} 次`,
    flagValue: (found) => (found === null ? '该选项不带值' : `该选项不带值，却给了“${found}”`),
    noCommand: '缺少命令；npx zhizhuang --help 列出全部命令，npx zhizhuang init 新建情景',
    scenario: (found) => (found === null ? '缺少情景文件' : `只能有一个情景文件，多出“${found}”`),
    file: (fault, mostBytes) =>
      fault === 'tooLarge' ? `${FILE_FAULTS[fault]}，应不超过 ${mostBytes} 字节` : FILE_FAULTS[fault],
    outFile: (path, fault) => `“${path}”：${OUT_FAULTS[fault]}`,
  },
  design: designInChinese,
  frontier: frontierInChinese,
  init: initInChinese,
  plan: planInChinese,
  saving: savingInChinese,
  variants: variantsInChinese,
  precision: precisionInChinese,
  calibrate: calibrateInChinese,
  import: importInChinese,
  replay: replayInChinese,
  store: storeInChinese,
  results: resultsInChinese,
  where: whereInChinese,
  page: pageInChinese,
  export: exportInChinese,
  reports: reportInChinese,
  hint: (word) => `；是否指 ${word}？`,
  unwritable: (why, code) => `无法写出结果：${why === 'noSpace' ? '空间不足' : code}`,
  ownFault: (message) => `zhizhuang 出错，这是程序自身的问题：${message}`,
  report: (version) => `请将所用命令与版本号 ${version} 一并报告；设置 DEBUG=1 可显示出错位置。`,
  progress: (done, count, perSecond, remaining) =>
    `已完成 ${done}/${count} 次重复，每秒 ${perSecond} 次，剩余 ${remaining}`,
};
