import type { ErrorCode } from 'yaml';

/** What the YAML parser's messages come to, by what they contain: one code of it stands for many slips. */
const BY_MESSAGE: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [/^Missing closing ["']quote/u, '引号没有闭合'],
  [/^Missing space after :/u, '冒号“:”之后缺少空格'],
  [/^Missing , /u, '列表或花括号内各项之间缺少逗号“,”'],
  [/^Implicit map keys need to be followed/u, '键之后缺少冒号与值'],
  [/^Sequence item without - indicator/u, '列表项缺少短横“-”'],
  [/^Comments must be separated/u, '注释符“#”之前缺少空格'],
  [/^Flow (sequence|map).* end with a \]/u, '方括号“[”没有闭合，或续行缩进不足'],
  [/^Flow (sequence|map).* end with a \}/u, '花括号“{”没有闭合，或续行缩进不足'],
  [/Unexpected flow-(map|seq)-end/u, '多出一个右括号'],
  [/same line with key$/u, '列表应另起一行书写'],
];

/** The rest by code. */
const BY_CODE: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: '别名（*）不能再带锚点或标签',
  BAD_ALIAS: '别名（*）或锚点（&）书写有误；“*”“&”开头的文字须加引号',
  BAD_COLLECTION_TYPE: '标签与内容的类型不符',
  BAD_DIRECTIVE: '以“%”开头的指令有误',
  BAD_DQ_ESCAPE: '双引号内的转义符无效',
  BAD_INDENT: '缩进有误，同一层的各项须左端对齐',
  BAD_PROP_ORDER: '锚点或标签的位置有误',
  BAD_SCALAR_START: '文字不能以此符号开头，须加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行内有两个冒号，或缩进有误',
  BLOCK_IN_FLOW: '方括号或花括号内不能分行写键或列表',
  DUPLICATE_KEY: '键重复',
  IMPOSSIBLE: '无法解析',
  KEY_OVER_1024_CHARS: '键名超过 1024 个字符',
  MISSING_CHAR: '缺少一个符号',
  MULTILINE_IMPLICIT_KEY: '此行不是“键: 值”的形式（冒号须为半角，其后须有空格），或缩进有误',
  MULTIPLE_ANCHORS: '同一处有两个锚点（&）',
  MULTIPLE_DOCS: '文件中有多份文档（以“---”分隔），只能有一份',
  MULTIPLE_TAGS: '同一处有两个标签（!）',
  NON_STRING_KEY: '键名只能是文字',
  RESOURCE_EXHAUSTION: '内容过于复杂',
  TAB_AS_INDENT: '不能用制表符（Tab）缩进，请改用空格',
  TAG_RESOLVE_FAILED: '标签（!）无法识别',
  UNEXPECTED_TOKEN: '此处有多余的内容，或缩进有误',
};

/**
 * A message of the YAML parser in Chinese; where it says more than its Chinese wording, the original follows.
 *
 * @example yamlErrorInChinese('TAB_AS_INDENT', 'Tabs are not allowed as indentation') // '不能用制表符（Tab）缩进，请改用空格'
 */
export function yamlErrorInChinese(code: ErrorCode, message: string): string {
  const known = BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
  if (known !== undefined) return known;
  const chinese = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : '格式有误';
  return SAYS_ALL.has(code) ? chinese : `${chinese}（${message}）`;
}

/** Codes whose Chinese wording says all that the message does. */
const SAYS_ALL: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'DUPLICATE_KEY',
  'KEY_OVER_1024_CHARS',
  'MULTILINE_IMPLICIT_KEY',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_DOCS',
  'MULTIPLE_TAGS',
  'NON_STRING_KEY',
  'TAB_AS_INDENT',
]);
