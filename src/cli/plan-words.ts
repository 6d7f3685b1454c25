/** What the command line says of `plan` in one language. */
export interface PlanWords {
  readonly describe: Readonly<
    Record<
      'plan' | 'sailBy' | 'chance' | 'choose' | 'indifference' | 'budget' | 'timetable' | 'whenever' | 'own',
      string
    >
  >;
  readonly wrong: {
    readonly ships: (count: number) => string;
    readonly sailBy: (found: string) => string;
    readonly chance: (found: string) => string;
    readonly chanceAlone: string;
    readonly indifference: (found: string) => string;
    readonly timetable: (found: string) => string;
    readonly many: (most: number, found: number) => string;
    /** Sailing is asked for before the ship can have come. */
    readonly past: (found: string, opening: string) => string;
    readonly setToo: (key: string) => string;
  };
}

export const planInEnglish: PlanWords = {
  describe: {
    plan: 'How to serve a coming ship, with a timetable of trucks.',
    sailBy: 'by when she shall have sailed: hours after her arrival, or an instant such as 2024-03-20T18:00',
    chance: 'with what chance she shall, per cent',
    choose:
      'what may be chosen, may be repeated: mode=direct,hybrid, fleet.size=20,30,40, dispatch.lead=0..4:3; what --set fixes is not chosen',
    indifference: 'costs that differ by less are not worth telling apart, yuan per tonne',
    budget: 'replications of one choice at most, 20 to 10000',
    timetable: 'file to write the truck releases by quarter hour to: .csv or .xlsx',
    whenever: 'whenever',
    own: 'what the scenario gives ranges for',
  },
  wrong: {
    ships: (count) => `expected a scenario of one ship, found ${count}`,
    sailBy: (found) =>
      `expected hours after arrival, such as 120, or an instant such as 2024-03-20T18:00, found "${found}"`,
    chance: (found) => `expected a chance from 50 to 99.9, per cent, found "${found}"`,
    chanceAlone: 'expected --sail-by with --chance, found --chance alone',
    indifference: (found) => `expected yuan per tonne above 0, such as 0.25, found "${found}"`,
    timetable: (found) => `expected a file that ends in .csv or .xlsx, found "${found}"`,
    many: (most, found) => `expected at most ${most} combinations to choose from, found ${found}`,
    past: (found, opening) => `expected an instant after the season opens (${opening}), found "${found}"`,
    setToo: (key) => `expected ${key} in --set or in --choose, found it in both`,
  },
};

export const planInChinese: PlanWords = {
  describe: {
    plan: '本航次如何装船，并给出发车时间表。',
    sailBy: '最迟离港：抵港后小时数，或时刻如 2024-03-20T18:00',
    chance: '按时离港的把握，百分数',
    choose:
      '可供选择的取值，可多次使用：mode=direct,hybrid、fleet.size=20,30,40、dispatch.lead=0..4:3；--set 固定的不参与选择',
    indifference: '费用相差不足此数即不必区分，元/吨',
    budget: '每个方案最多重复次数，20 至 10000',
    timetable: '每刻钟发车表写入的文件：.csv 或 .xlsx',
    whenever: '不限',
    own: '情景给出范围的各项',
  },
  wrong: {
    ships: (count) => `应为只有一艘船的情景，实为 ${count} 艘`,
    sailBy: (found) => `应为抵港后小时数（如 120）或时刻（如 2024-03-20T18:00），实为“${found}”`,
    chance: (found) => `应为 50 至 99.9 的百分数，实为“${found}”`,
    chanceAlone: '--chance 须与 --sail-by 同用，实际只有 --chance',
    indifference: (found) => `应为大于 0 的元/吨，如 0.25，实为“${found}”`,
    timetable: (found) => `应为以 .csv 或 .xlsx 结尾的文件，实为“${found}”`,
    many: (most, found) => `可供选择的组合应不超过 ${most} 个，实为 ${found} 个`,
    past: (found, opening) => `应晚于情景开始日（${opening}），实为“${found}”`,
    setToo: (key) => `${key} 只能在 --set 与 --choose 之一给出，实际两处都有`,
  },
};
