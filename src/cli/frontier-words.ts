/** What the command line says of `frontier` in one language. */
export interface FrontierWords {
  readonly describe: Readonly<
    Record<'frontier' | 'x' | 'y' | 'points' | 'scan' | 'tolerance' | 'measure' | 'ownRange', string>
  >;
  readonly wrong: {
    readonly one: (found: number) => string;
    readonly range: (found: string) => string;
    readonly same: (key: string) => string;
    readonly measure: (found: string) => string;
    readonly share: (found: string) => string;
  };
}

export const frontierInEnglish: FrontierWords = {
  describe: {
    frontier: 'Where direct loading stops paying, in two parameters.',
    x: 'columns of the curve: fleet.size (own range of the scenario), fleet.size=10..60, fleet.size=20,30,45, dispatch.policy',
    y: 'along which break-even is looked for, a range of numbers: road.distance or road.distance=5..80',
    points: 'values of an x that is a range, 1 to 200',
    scan: 'levels of y at which a change of sign is looked for first, 2 to 100',
    tolerance: 'how near break-even is found, per cent of the range of y',
    measure: 'a saving, or a difference of staged less direct: saving.perTonne, difference:vessel.portHours',
    ownRange: "the scenario's own range",
  },
  wrong: {
    one: (found) => `expected one parameter, found ${found}`,
    range: (found) => `expected a range of numbers such as road.distance=5..80, found ${found}`,
    same: (key) => `expected another parameter than that of --x, found ${key} in both`,
    measure: (found) =>
      `expected a measure that can change its sign: a saving other than saving.lossShare, or difference:ID; found "${found}"`,
    share: (found) => `expected a number from 0.01 to 50, per cent, found "${found}"`,
  },
};

export const frontierInChinese: FrontierWords = {
  describe: {
    frontier: '直装从何处起不再合算：以两个参数画出盈亏平衡线。',
    x: '横轴参数：fleet.size（取情景中的范围）、fleet.size=10..60、fleet.size=20,30,45、dispatch.policy',
    y: '沿其求平衡点的数值范围：road.distance 或 road.distance=5..80',
    points: '横轴为范围时的取值个数，1 至 200',
    scan: '先在多少个水平上找正负变化，2 至 100',
    tolerance: '平衡点求到多细，占纵轴范围的百分数',
    measure: '节省额或集港减直装之差：saving.perTonne、difference:vessel.portHours',
    ownRange: '情景中的范围',
  },
  wrong: {
    one: (found) => `应为一个参数，实为 ${found} 个`,
    range: (found) => `应为数值范围，如 road.distance=5..80，实为 ${found}`,
    same: (key) => `应与 --x 的参数不同，两处都是 ${key}`,
    measure: (found) => `应为可正可负的指标：saving.lossShare 以外的节省额，或 difference:指标，实为“${found}”`,
    share: (found) => `应为 0.01 至 50 的数（百分数），实为“${found}”`,
  },
};
