import { expectedInEnglish } from './expected.ts';

/** What the command line says of variants in one language. */
export interface VariantWords {
  readonly describe: {
    readonly variant: string;
    readonly pairs: string;
    readonly independent: string;
  };
  /** What is wrong, each a sentence without its full stop. */
  readonly wrong: {
    readonly form: (found: string | null) => string;
    readonly modeName: (name: string) => string;
    readonly twice: (name: string) => string;
    readonly tooMany: (most: number, found: number) => string;
    readonly tooLarge: (most: number, found: number) => string;
  };
}

/** In English. */
export const variantsInEnglish: VariantWords = {
  describe: {
    variant:
      'a variant to compare in each mode, name:path=value[,path=value...], such as big:fleet.size=60; may be repeated',
    pairs: 'intervals for all pairs too',
    independent: 'random numbers of its own for each side: shows what common ones save',
  },
  wrong: {
    form: (found) => expectedInEnglish('NAME:PATH=VALUE[,PATH=VALUE...], such as big:fleet.size=60', found),
    modeName: (name) => `expected a name that is no mode, found "${name}"`,
    twice: (name) => `expected each name once, found "${name}" twice`,
    tooMany: (most, found) => `expected at most ${most} sides (modes times one and the variants), found ${found}`,
    tooLarge: (most, found) => `expected at most ${most} seasons (sides times replications), found ${found}`,
  },
};

/** In Chinese. */
export const variantsInChinese: VariantWords = {
  describe: {
    variant: '另行比较的方案，写作 名称:path=value[,path=value...]，如 大车队:fleet.size=60，各方式均比较；可多次使用',
    pairs: '并给出两两比较的区间',
    independent: '各方案使用各自的随机数（默认全部相同），可看出相同随机数的作用',
  },
  wrong: {
    form: (found) =>
      `应写作 名称:path=value[,path=value...]，如 大车队:fleet.size=60，${found === null ? '却为空' : `实为“${found}”`}`,
    modeName: (name) => `方案名称不能与方式同名：“${name}”`,
    twice: (name) => `每个方案名称只能用一次，“${name}”用了两次`,
    tooMany: (most, found) => `最多比较 ${most} 个（方式数乘以方案数加一），实为 ${found} 个`,
    tooLarge: (most, found) => `最多模拟 ${most} 季（比较个数乘以重复次数），实为 ${found} 季`,
  },
};
