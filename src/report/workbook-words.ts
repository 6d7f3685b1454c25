import type { Language } from '../scenario/index.ts';

/** What a comparison's workbook says in one language, beside the report's words. */
export interface WorkbookWords {
  readonly sheets: Readonly<Record<'about' | 'measures' | 'ledger' | 'hours' | 'calls' | 'parameters', string>>;
  readonly columns: Readonly<
    Record<
      | 'name'
      | 'id'
      | 'low'
      | 'high'
      | 'item'
      | 'payer'
      | 'payee'
      | 'kind'
      | 'account'
      | 'cause'
      | 'per'
      | 'mode'
      | 'standing'
      | 'source'
      | 'least'
      | 'most',
      string
    >
  >;
  readonly about: Readonly<
    Record<'scenario' | 'question' | 'hash' | 'overrides' | 'seed' | 'replications' | 'confidence' | 'program', string>
  >;
  readonly per: Readonly<Record<'call' | 'load' | 'tonne', string>>;
}

export const WORKBOOK_WORDS: Readonly<Record<Language, WorkbookWords>> = {
  en: {
    sheets: {
      about: 'About',
      measures: 'Measures',
      ledger: 'Ledger',
      hours: 'Hours by cause',
      calls: 'Calls',
      parameters: 'Parameters',
    },
    columns: {
      name: 'name',
      id: 'key',
      low: 'low',
      high: 'high',
      item: 'item, yuan/t',
      payer: 'payer',
      payee: 'payee',
      kind: 'kind',
      account: 'hours of',
      cause: 'cause',
      per: 'hours per',
      mode: 'mode',
      standing: 'standing',
      source: 'source',
      least: 'plausible from',
      most: 'plausible to',
    },
    about: {
      scenario: 'scenario',
      question: 'question',
      hash: 'scenario hash',
      overrides: 'set over the file',
      seed: 'seed',
      replications: 'replications',
      confidence: 'confidence of the intervals',
      program: 'program',
    },
    per: { call: 'call', load: 'load', tonne: 'tonne' },
  },
  zh: {
    sheets: {
      about: '说明',
      measures: '指标',
      ledger: '费用',
      hours: '时间去向',
      calls: '航次',
      parameters: '参数',
    },
    columns: {
      name: '名称',
      id: '键',
      low: '下限',
      high: '上限',
      item: '费目（元/吨）',
      payer: '付款方',
      payee: '收款方',
      kind: '性质',
      account: '对象',
      cause: '原因',
      per: '小时，每',
      mode: '作业方式',
      standing: '依据类别',
      source: '来源',
      least: '合理下限',
      most: '合理上限',
    },
    about: {
      scenario: '情景',
      question: '问题',
      hash: '情景哈希',
      overrides: '另行设定',
      seed: '随机种子',
      replications: '重复次数',
      confidence: '区间置信度',
      program: '程序',
    },
    per: { call: '航次', load: '趟', tonne: '吨' },
  },
};
