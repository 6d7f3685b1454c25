import type { LayoutFault } from '../history/index.ts';
import { expectedInChinese } from './expected.ts';
import type { ImportCliWords } from './import-words.ts';

const TABLES: Readonly<Record<Parameters<ImportCliWords['wrong']['table']>[0], string>> = {
  missing: '应为记录文件，但没有这个文件',
  folder: '应为记录文件，实为文件夹',
  special: '应为记录文件，实为特殊文件',
  unreadable: '文件无法读取',
  xls: '这是 Excel 97-2003 工作簿（.xls），请另存为 .xlsx 或 CSV',
  notText: '应为文本或 .xlsx 工作簿，两者皆非',
  notXlsx: '工作簿已损坏，或不是 .xlsx',
  tooLarge: '文件过大：文本至多 4 GB，工作簿至多 30 MB（解压后 300 MB）',
  empty: '应为记录文件，实为空文件',
};

function columns(fault: LayoutFault): string {
  switch (fault.is) {
    case 'noKind':
      return `表头应属于门禁（gate）、过磅（weighbridge）、定位（gps）、船舶作业（calls）记录或费率表（tariff），实为 ${list(fault.headers)}；请用 --kind 与 --map 说明，如 --kind gate --map 进门=portIn --map 出门=portOut`;
    case 'notEnough':
      return `按 ${fault.kind} 记录读取，所需的列不足，表头为 ${list(fault.headers)}；请用 --map 列=字段 说明，如 --map 进门=portIn`;
    case 'noColumn':
      return `--map：没有“${fault.column}”这一列，表头为 ${list(fault.headers)}`;
    case 'noField':
      return `--map：应为 ${fault.fields.join('、')} 之一，实为“${fault.field}”`;
    default:
      return `--map：${fault.field} 或其列指定了两次`;
  }
}

function list(headers: readonly string[]): string {
  return headers.length === 0 ? '空' : headers.join('、');
}

export const importInChinese: ImportCliWords = {
  operands: '文件…',
  describe: {
    import: '读取本港记录，测得参数，拟合分布，写入情景。',
    kind: '文件的种类',
    map: '指定列的含义，可多次：列=字段，列可写表头或列号，如 进门=portIn、3=portOut',
    encoding: '文本编码',
    separator: '列的分隔符',
    tz: '记录所用的时区：+8、UTC、Asia/Shanghai',
    works: '工厂位置，用于 gps：纬度,经度，或加半径（公里）：40.29,122.12,0.5',
    port: '港口位置，用于 gps',
    into: '写入测得参数的情景；写到副本',
    out: '副本的文件名',
    outOtherwise: '情景旁的 情景名-measured.yaml',
    take: '要写入的参数，以逗号分隔',
    takeOtherwise: '测得的全部参数',
    fit: '列出对某个量拟合的全部分布，如 port.stay',
    bad: '将剔除的各行写入该 CSV 文件',
    show: '显示的剔除行数',
    guessed: '自动识别',
  },
  wrong: {
    noFile: '缺少记录文件',
    map: (found) => expectedInChinese(' 列=字段，如 进门=portIn', found),
    tz: (found) => expectedInChinese('与 UTC 的固定时差，如 +8、UTC，或 Asia/Shanghai', found),
    place: (found) => expectedInChinese(' 纬度,经度[,公里]，如 40.29,122.12,0.5', found),
    onePlace: '--works 与 --port 须同时给出',
    outAlone: (option) => `${option} 须与 --into 情景 同用`,
    take: (found) => expectedInChinese('记录可测得的参数，以逗号分隔', found),
    notMeasured: (key) => `这些文件未测得 ${key}`,
    reserved: (key, why) => `${key}：${why}`,
    nothingToWrite: '没有测得可写入的参数',
    layout: '该文件的写法无法自动修改，请手工填写',
    fit: (found, known) => `应为 ${known.length === 0 ? '（无）' : known.join('、')} 之一，实为“${found}”`,
    fitAlone: '--fit 只显示，不写入：请去掉 --into',
    noLaw: (quantity) => `${quantity} 的值过少，或全部相同`,
    table: (fault) => TABLES[fault],
    columns,
  },
  badWritten: (count, path) => `剔除的 ${count} 行已写入 ${path}。`,
};
