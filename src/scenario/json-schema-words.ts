import type { Standing } from './catalogue/parameter.ts';
import type { Language } from './problem.ts';
import { STANDING_WORDS } from './standing-words.ts';

/** What the JSON Schema says to whoever writes a scenario in an editor. */
interface SchemaWords {
  readonly title: string;
  /** Help for the keys of the file. */
  readonly fields: Readonly<Record<string, string>>;
  readonly standing: string;
  readonly source: string;
  readonly note: string;
  /** @param written as a file writes it, if that is another */
  readonly unit: (unit: string, written: string) => string;
  readonly base: (value: string, standing: Standing) => string;
  readonly range: (low: number, high: number) => string;
}

export const SCHEMA_WORDS: Readonly<Record<Language, SchemaWords>> = {
  en: {
    title: 'Scenario of Zhizhuang',
    fields: {
      schema: 'Always zhizhuang/scenario@1.',
      name: 'Letters, digits and hyphens; names the results.',
      title: 'One line in Chinese and one in English, above every report.',
      question: 'What this scenario is to answer, in both languages.',
      period: 'Calendar days at UTC+8, both included.',
      cargoes: 'One entry a ship, or several ships of one size by calls; laycans for all or for none (then drawn).',
      totals: 'Calls and tonnes that the cargoes must come to; a check on slips.',
      published: 'Facts to hold the simulation against.',
      parameters: 'What is not set takes its default. A bare number is in the unit that its help names.',
    },
    standing: 'How well the value is known.',
    source: 'Where the value is from; needed where it is given, sourced or measured.',
    note: 'Whatever a reader should know of the value.',
    unit: (unit, written) => `Unit: ${written === '' ? unit : `${unit} (${written})`}.`,
    base: (value, standing) => `Default: ${value === '' ? 'none' : value} (${standing}).`,
    range: (low, high) => `Plausible: ${low} to ${high}.`,
  },
  zh: {
    title: '直装情景文件',
    fields: {
      schema: '固定写 zhizhuang/scenario@1。',
      name: '字母、数字与连字符；结果以此为名。',
      title: '中英文各一行，印在每份报告之首。',
      question: '本情景要回答的问题，中英文各一句。',
      period: '统计期首日与末日，北京时间，含首尾两天。',
      cargoes: '每船一行，同样大小的数船可用 calls 合并；受载期要么都给，要么都不给（由模型抽取）。',
      totals: '各票货应合计的艘次与吨数，用于查错。',
      published: '用来对照模拟结果的已知事实。',
      parameters: '未列者取默认值；不写单位的数按说明中的单位计。',
    },
    standing: '数值的可信程度。',
    source: '来源；standing 为 given、sourced 或 measured 时必填。',
    note: '须向读者说明之处。',
    unit: (unit, written) => `单位：${written === '' ? unit : `${unit}（${written}）`}。`,
    base: (value, standing) => `默认：${value === '' ? '无' : value}（${STANDING_WORDS.zh[standing]}）。`,
    range: (low, high) => `合理范围：${low} 至 ${high}。`,
  },
};
