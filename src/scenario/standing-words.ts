import type { Standing } from './catalogue/parameter.ts';
import type { Language } from './problem.ts';

/** How well a value is known, in the reader's words. */
export const STANDING_WORDS: Readonly<Record<Language, Readonly<Record<Standing, string>>>> = {
  en: {
    given: 'given',
    sourced: 'sourced',
    measured: 'measured',
    derived: 'derived',
    recalled: 'recalled',
    assumed: 'assumed',
    fitted: 'fitted',
  },
  zh: {
    given: '报道给出',
    sourced: '有来源',
    measured: '实测',
    derived: '推算',
    recalled: '凭经验',
    assumed: '假定',
    fitted: '拟合',
  },
};
