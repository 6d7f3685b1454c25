import type { Language } from '../scenario/index.ts';
import type { Fate, Route } from '../study/index.ts';

/** What a report on a plan says in one language. */
export interface PlanWords {
  readonly heading: string;
  readonly none: (by: string, chance: string) => string;
  readonly noneAtAll: string;
  readonly demand: (by: string, chance: string) => string;
  readonly noDemand: string;
  readonly afterArrival: (hours: string) => string;
  readonly before: (instant: string) => string;
  readonly chosen: string;
  readonly runnerUp: string;
  readonly mode: string;
  readonly cost: string;
  readonly dearerBy: string;
  readonly portHours: string;
  readonly portHoursOf: (mean: string, quantiles: readonly string[]) => string;
  readonly sails: (share: string) => string;
  readonly inTime: string;
  readonly onDemurrage: string;
  readonly demurrage: string;
  readonly assessed: (replications: string, confidence: string) => string;
  readonly refined: (moves: readonly string[], saves: string, confidence: string) => string;
  readonly move: (what: string, from: string, to: string) => string;
  readonly considered: string;
  readonly fates: Readonly<Record<Fate, string>>;
  readonly promise: (
    total: string,
    selection: string,
    feasibility: string,
    indifference: string,
    feasible: boolean,
  ) => string;
  readonly notSeparated: string;
  readonly failed: string;
  readonly timetable: string;
  readonly course: (arrives: string, ready: string, sails: string) => string;
  readonly routes: Readonly<Record<Route, string>>;
  readonly columns: Readonly<
    Record<
      | 'date'
      | 'from'
      | 'to'
      | 'route'
      | 'hoursFromReady'
      | 'trucks'
      | 'firstLoad'
      | 'lastLoad'
      | 'tonnes'
      | 'tonnesSoFar',
      string
    >
  >;
  readonly sheet: string;
  readonly byQuarter: string;
  readonly trials: (count: string) => string;
}

const english: PlanWords = {
  heading: 'How to serve the ship',
  none: (by, chance) => `Nothing that was considered is proven to have her sail ${by} with a chance of ${chance}.`,
  noneAtAll: 'Nothing that was considered can be carried through.',
  demand: (by, chance) =>
    `To sail ${by} with a chance of at least ${chance}, at the least expected cost to the shipper.`,
  noDemand: 'At the least expected cost to the shipper, whenever she sails.',
  afterArrival: (hours) => `within ${hours} h of her arrival`,
  before: (instant) => `by ${instant}`,
  chosen: 'chosen',
  runnerUp: 'runner-up',
  mode: 'Mode',
  cost: "Shipper's cost",
  dearerBy: 'Dearer by',
  portHours: 'Arrival to sailing: mean; 50%, 90%, 95%',
  portHoursOf: (mean, quantiles) => `${mean}; ${quantiles.join(', ')} h`,
  sails: (share) => `Sails by, ${share}`,
  inTime: 'Sails in time',
  onDemurrage: 'Goes on demurrage',
  demurrage: 'Demurrage less despatch',
  assessed: (replications, confidence) =>
    `From ${replications} replications that had no part in the choice; intervals at ${confidence}, differences paired.`,
  refined: (moves, saves, confidence) =>
    `Refined: ${moves.join('; ')}; saves ${saves} (${confidence}, paired, fresh replications).`,
  move: (what, from, to) => `${what} ${from} -> ${to}`,
  considered: 'What became of the choices',
  fates: {
    chosen: 'chosen',
    contender: 'not told apart from it within the budget or the indifference',
    beaten: 'not cheaper by the indifference than another',
    infeasible: 'surely too late',
    unproven: 'could not be proven in time',
    same: 'the same as another, to the last digit',
    failed: 'cannot be carried through',
  },
  promise: (total, selection, feasibility, indifference, feasible) =>
    feasible
      ? `With a chance of ${total} no judgement of lateness is wrong (error ${feasibility}) and nothing proven in time is cheaper by ${indifference} or more (error ${selection}, procedure KN). Refining is judged by its own interval.`
      : `With a chance of ${total} nothing is cheaper by ${indifference} or more (error ${selection} used, procedure KN). Refining is judged by its own interval.`,
  notSeparated: 'The budget was spent before the best was told apart: raise --budget or --indifference.',
  failed: 'The first choice that cannot be carried through:',
  timetable: 'Truck releases',
  course: (arrives, ready, sails) =>
    `She arrives ${arrives} as expected, is able to load ${ready} and sails ${sails}: the course of middling length, all other luck as it comes. If she is late, move the table by the hours from her being able to load.`,
  routes: { toYard: 'works to yard', toShip: 'works to ship', yardToShip: 'yard to ship' },
  columns: {
    date: 'date',
    from: 'from',
    to: 'to',
    route: 'route',
    hoursFromReady: 'hours from able to load',
    trucks: 'trucks',
    firstLoad: 'first load',
    lastLoad: 'last load',
    tonnes: 'tonnes',
    tonnesSoFar: 'tonnes so far',
  },
  sheet: 'Truck releases',
  byQuarter: 'By the quarter hour: --timetable FILE.csv or FILE.xlsx.',
  trials: (count) => `${count} seasons simulated.`,
};

const chinese: PlanWords = {
  heading: '本航次装船方案',
  none: (by, chance) => `所考虑的方案中，没有一个能被证明以 ${chance} 的把握${by}离港。`,
  noneAtAll: '所考虑的方案都无法完成。',
  demand: (by, chance) => `要求以不低于 ${chance} 的把握${by}离港，使货主期望费用最低。`,
  noDemand: '不限离港时间，使货主期望费用最低。',
  afterArrival: (hours) => `在抵港后 ${hours} 小时内`,
  before: (instant) => `在 ${instant} 前`,
  chosen: '选定方案',
  runnerUp: '次优方案',
  mode: '方式',
  cost: '货主费用',
  dearerBy: '高出',
  portHours: '抵港至离港：均值；50%、90%、95%',
  portHoursOf: (mean, quantiles) => `${mean}；${quantiles.join('、')} 小时`,
  sails: (share) => `离港时刻（${share}）`,
  inTime: '按时离港',
  onDemurrage: '发生滞期',
  demurrage: '滞期费减速遣费',
  assessed: (replications, confidence) =>
    `以上取自未参与选择的 ${replications} 次重复；区间为 ${confidence}，差额为成对比较。`,
  refined: (moves, saves, confidence) => `微调：${moves.join('；')}；可省 ${saves}（${confidence}，成对，另行重复）。`,
  move: (what, from, to) => `${what} ${from} → ${to}`,
  considered: '各备选方案的结局',
  fates: {
    chosen: '选定',
    contender: '在预算或无差别界限内未能与之区分',
    beaten: '不比另一方案便宜无差别界限以上',
    infeasible: '确定不能按时',
    unproven: '未能证明按时',
    same: '与另一方案结果完全相同',
    failed: '无法完成',
  },
  promise: (total, selection, feasibility, indifference, feasible) =>
    feasible
      ? `有 ${total} 的把握：对能否按时的判断均无误（允许误判 ${feasibility}），且没有已证明按时而便宜 ${indifference} 以上的方案（允许误选 ${selection}，KN 法）。微调另以其自身区间判断。`
      : `有 ${total} 的把握：没有便宜 ${indifference} 以上的方案（实用允许误选 ${selection}，KN 法）。微调另以其自身区间判断。`,
  notSeparated: '预算用尽时仍未分出最优：请加大 --budget 或 --indifference。',
  failed: '第一个无法完成的方案：',
  timetable: '发车计划',
  course: (arrives, ready, sails) =>
    `船舶按预计于 ${arrives} 抵港，${ready} 可开始装货，${sails} 离港；取历时居中的一种情形，其余随机因素照常。若船期变动，请按“距可装货小时数”整体顺移。`,
  routes: { toYard: '厂→堆场', toShip: '厂→船边', yardToShip: '堆场→船边' },
  columns: {
    date: '日期',
    from: '起',
    to: '止',
    route: '路线',
    hoursFromReady: '距可装货小时数',
    trucks: '车数',
    firstLoad: '首车序号',
    lastLoad: '末车序号',
    tonnes: '吨数',
    tonnesSoFar: '累计吨数',
  },
  sheet: '发车计划',
  byQuarter: '每刻钟发车表：--timetable 文件.csv 或 文件.xlsx。',
  trials: (count) => `共模拟 ${count} 季。`,
};

/** What a report on a plan says, by language. */
export const PLAN_WORDS: Readonly<Record<Language, PlanWords>> = { en: english, zh: chinese };
