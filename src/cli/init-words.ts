import { expectedInChinese, expectedInEnglish } from './expected.ts';

/** What `init` asks for, beside the template. */
export const INIT_QUESTIONS = ['tonnes', 'calls', 'distance', 'fleet', 'start'] as const;
export type InitQuestion = (typeof INIT_QUESTIONS)[number];

/** What the command line says of `init` and `schema` in one language. */
export interface InitWords {
  readonly summary: string;
  readonly schema: string;
  readonly completion: string;
  /** @param line a command line */
  readonly example: (line: string) => string;
  /** What every command takes besides. */
  readonly also: string;
  readonly operands: string;
  readonly describe: Readonly<Record<InitQuestion | 'template' | 'name' | 'yes', string>>;
  /** Questions as they are put at a terminal. */
  readonly ask: Readonly<Record<InitQuestion | 'template', string>>;
  readonly wrong: {
    readonly number: (unit: string, least: number, most: number, found: string | null) => string;
    readonly date: (found: string | null) => string;
    readonly name: (found: string | null) => string;
    readonly more: (found: string | null) => string;
    readonly oneCall: string;
  };
  /** @param schema the schema's path if it was written */
  readonly written: (file: string, schema: string | null) => string;
}

export const initInEnglish: InitWords = {
  summary: 'Write a new scenario from a template, commented.',
  schema: 'Print the JSON Schema of scenario files, for editors.',
  completion: 'Print what bash or zsh needs to complete our words.',
  example: (line) => `Example: npx zhizhuang ${line}`,
  also: 'Besides: --lang zh|en, --json, --quiet, --help, --version.',
  operands: '[FILE]',
  describe: {
    template: 'what it is about',
    name: 'name of the scenario',
    tonnes: 'tonnes of each ship, 1000 to 200000',
    calls: 'ships, 1 to 500; one for the template ship',
    distance: 'km from the works to the port, such as 8 or 8 km',
    fleet: 'trucks, 1 to 1000',
    start: 'first day of the period, such as 2026-03-01',
    yes: 'ask nothing, take what is usual',
  },
  ask: {
    template: 'What is it about: ship (one ship), season (ships of a season), port (your own port)?',
    tonnes: 'How many tonnes does each ship load?',
    calls: 'How many ships?',
    distance: 'How far is it from the works to the port, km?',
    fleet: 'How many trucks are there?',
    start: 'Which is the first day?',
  },
  wrong: {
    number: (unit, least, most, found) =>
      expectedInEnglish(`a number in ${unit} at least ${least} and at most ${most}`, found),
    date: (found) => expectedInEnglish('a date such as 2026-03-01', found),
    name: (found) => expectedInEnglish('a name of letters, digits, hyphens, at most 80', found),
    more: (found) => expectedInEnglish('one file', found),
    oneCall: 'expected one call for the template ship; --template season has several',
  },
  written: (file, schema) =>
    `${schema === null ? '' : `Wrote ${schema}, for editors.\n`}Wrote ${file}. Next:\n\n  npx zhizhuang validate ${file}\n  npx zhizhuang compare ${file} --hours\n`,
};

export const initInChinese: InitWords = {
  summary: '按模板新建带注释的情景文件：单船、一季、自己的港口。',
  schema: '输出情景文件的 JSON Schema，供编辑器补全与提示。',
  completion: '输出 bash 或 zsh 的补全脚本。',
  example: (line) => `示例：npx zhizhuang ${line}`,
  also: '另有：--lang zh|en、--json、--quiet、--help、--version。',
  operands: '[FILE]',
  describe: {
    template: '情景模板',
    name: '情景名称',
    tonnes: '每船货量（吨），1000 至 200000',
    calls: '艘次，1 至 500；单船模板只能为 1',
    distance: '工厂至港口的公里数，如 8 或 8 公里',
    fleet: '车辆数，1 至 1000',
    start: '统计期首日，如 2026-03-01',
    yes: '不提问，未给的取常用值',
  },
  ask: {
    template: '情景模板：ship（单船）、season（一季）、port（自己的港口）？',
    tonnes: '每船装多少吨？',
    calls: '共几艘船？',
    distance: '工厂到港口多少公里？',
    fleet: '有多少辆车？',
    start: '首日是哪一天？',
  },
  wrong: {
    number: (unit, least, most, found) => expectedInChinese(`不小于 ${least} 且不大于 ${most} 的数（${unit}）`, found),
    date: (found) => expectedInChinese('日期，如 2026-03-01', found),
    name: (found) => expectedInChinese('名称（字母、数字、连字符，最多 80 个）', found),
    more: (found) => expectedInChinese('一个文件', found),
    oneCall: '单船模板只能有一个艘次；多艘请用 --template season',
  },
  written: (file, schema) =>
    `${schema === null ? '' : `已写出 ${schema}，供编辑器使用。\n`}已写出 ${file}。下一步：\n\n  npx zhizhuang validate ${file}\n  npx zhizhuang compare ${file} --hours\n`,
};
