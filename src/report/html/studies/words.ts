import type { Language } from '../../../scenario/index.ts';

/** What reports of studies say in one language, beside what their texts say. */
export interface StudyHtmlWords {
  readonly kinds: Readonly<
    Record<
      'sweep' | 'sensitivity' | 'uncertainty' | 'calibrate' | 'attribute' | 'frontier' | 'plan' | 'compare-variants',
      string
    >
  >;
  /** Of a tornado: what its upright line is. */
  readonly tornadoNote: (base: string) => string;
  readonly seasonsSpread: string;
  readonly worth: string;
  readonly target: string;
  readonly band: string;
  readonly choice: string;
  readonly fate: string;
  /** Two neighbouring values of a parameter. */
  readonly between: (one: string, other: string) => string;
  /** Where a saving changes its side of 0; null: nowhere. */
  readonly breakEven: (where: string | null) => string;
  /** Of several sides: what each saves. */
  readonly against: (base: string) => string;
  readonly againstNote: (confidence: string) => string;
}

const english: StudyHtmlWords = {
  kinds: {
    sweep: 'Sweep of parameters',
    sensitivity: 'What the measure depends on',
    uncertainty: 'How sure the saving is',
    calibrate: 'Fit to published figures',
    attribute: 'Where the saving comes from',
    frontier: 'Where direct loading stops paying',
    plan: 'How to load the next ship',
    'compare-variants': 'Ways of loading compared',
  },
  tornadoNote: (base) =>
    `Each bar reaches from the measure at one end of the parameter's range to that at the other; the line is the scenario as it stands, ${base}.`,
  seasonsSpread: 'Savings of seasons over the ranges',
  worth: 'Value of knowing, yuan/t',
  target: 'target',
  band: 'wanted',
  choice: 'choice',
  fate: 'outcome',
  between: (one, other) => `between ${one} and ${other}`,
  breakEven: (where) =>
    where === null
      ? 'The mean saving stays on one side of 0 over these points.'
      : `The mean saving breaks even ${where}.`,
  against: (base) => `What each saves against ${base}`,
  againstNote: (confidence) =>
    `Bars are intervals that hold all at once at ${confidence}, dots and figures the means: teal costs surely less, ochre surely more, grey may be either.`,
};

const chinese: StudyHtmlWords = {
  kinds: {
    sweep: '参数扫描报告',
    sensitivity: '敏感性报告',
    uncertainty: '不确定性报告',
    calibrate: '拟合报告',
    attribute: '节省来源报告',
    frontier: '直装盈亏平衡报告',
    plan: '本航次装船方案',
    'compare-variants': '多方案对比报告',
  },
  tornadoNote: (base) => `每条由参数一端的指标画到另一端的指标；竖线为情景现值 ${base}。`,
  seasonsSpread: '各参数取值范围内单季节省额的分布',
  worth: '信息价值（元/吨）',
  target: '目标',
  band: '要求',
  choice: '方案',
  fate: '结果',
  between: (one, other) => `${one} 与 ${other} 之间`,
  breakEven: (where) =>
    where === null ? '在这些取值上平均节省始终在零的同一侧。' : `平均节省的盈亏平衡点在 ${where}。`,
  against: (base) => `各方案相对${base}的节省`,
  againstNote: (confidence) =>
    `横条为以 ${confidence} 的置信度同时成立的区间，圆点与数字为均值：青色为确实较省，赭色为确实较贵，灰色为尚不能确定。`,
};

/** What reports of studies say, by language. */
export const STUDY_WORDS: Readonly<Record<Language, StudyHtmlWords>> = { en: english, zh: chinese };
