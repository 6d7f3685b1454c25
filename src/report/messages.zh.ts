import { STANDING_WORDS } from '../scenario/index.ts';
import { attributeInChinese } from './attribute-words.zh.ts';
import { calibrateInChinese } from './calibrate-words.zh.ts';
import { designInChinese } from './design-words.zh.ts';
import { hoursInChinese } from './hours-words.zh.ts';
import { laytimeInChinese } from './laytime-words.zh.ts';
import type { Amount, MeasureUnit, Messages, Scale, VerdictClauses } from './messages.ts';
import { precisionInChinese } from './precision-words.zh.ts';
import { uncertaintyInChinese } from './uncertainty-words.zh.ts';
import { unfinishedInChinese } from './unfinished-words.zh.ts';
import { varianceInChinese } from './variance-words.zh.ts';
import { variantsInChinese } from './variant-words.zh.ts';
import { verifyInChinese } from './verify-words.zh.ts';

const one = (unit: string, decimals: number, factor = 1): readonly Scale[] => [{ from: 0, factor, decimals, unit }];

const SCALES: Readonly<Record<MeasureUnit, readonly Scale[]>> = {
  'yuan/t': one('元/吨', 2),
  yuan: [
    { from: 1e6, factor: 1e-4, decimals: 1, unit: '万元' },
    { from: 1e4, factor: 1e-4, decimals: 2, unit: '万元' },
    { from: 0, factor: 1, decimals: 0, unit: '元' },
  ],
  h: [
    { from: 10, factor: 1, decimals: 1, unit: '小时' },
    { from: 0, factor: 1, decimals: 2, unit: '小时' },
  ],
  '1/h': one('辆/小时', 1),
  '1': one('%', 1, 100),
  t: [
    { from: 1e5, factor: 1e-4, decimals: 1, unit: '万吨' },
    { from: 0, factor: 1, decimals: 0, unit: '吨' },
  ],
  't/h': one('吨/小时', 0),
  'kg CO2e/t': one('千克 CO2e/吨', 2),
  calls: one('艘次', 0),
};

/** The mean, its interval after it; where that may change sides, what a figure below 0 means. */
const told = (
  words: { readonly gain: string; readonly loss: string },
  { side, value, interval }: Amount,
  sure = true,
) => {
  const other = words[side === 'gain' ? 'loss' : 'gain'];
  const range = interval === null ? '' : `（${interval}${sure ? '' : `，负数为${other}`}）`;
  return `${words[side]} ${value}${range}`;
};

const SAVED = { gain: '节省', loss: '多付' } as const;
const SHORTER = { gain: '缩短', loss: '延长' } as const;

const VERDICT: VerdictClauses = {
  rivals: { direct: '抵港直装', hybrid: '混合方式' },
  saving: (rival, sureness, saving, total) =>
    ({
      gain: `${rival}为货主${told(SAVED, saving)}，合计 ${total}，区间不含零，就模拟而言把握充分`,
      loss: `${rival}使货主${told(SAVED, saving)}，合计 ${total}，区间不含零，就模拟而言把握充分`,
      unsure: `${rival}对货主是省是亏没有把握：平均${told(SAVED, saving, false)}，合计 ${total}，区间含零`,
      unknown: `${rival}使货主平均${told(SAVED, saving)}，合计 ${total}，但重复次数不足，没有区间，无法判断`,
    })[sureness],
  fittedElsewhere: (unfitted) => `其中有参数按改动前的情景拟合，若不拟合则${told(SAVED, unfitted)}`,
  fitted: (unfitted) => `以上是按公布的节省拟合后的结果，不能当作验证，拟合前${told(SAVED, unfitted)}`,
  hours: (sureness, hours) =>
    ({
      gain: `每艘船在港时间平均${told(SHORTER, hours)}`,
      loss: `每艘船在港时间平均${told(SHORTER, hours)}`,
      unsure: `每艘船在港时间是缩短还是延长没有把握：平均${told(SHORTER, hours, false)}`,
      unknown: `每艘船在港时间平均${told(SHORTER, hours)}`,
    })[sureness],
  lossShare: (rival, share) => `有 ${share} 的航次，${rival.replace('抵港', '')}反而使货主多付`,
  meaning: (confidence, replications) =>
    `括号内为 ${confidence} 置信区间，由 ${replications} 次重复得出，只含模拟误差，不含无来源参数的不确定性`,
  join: (clauses) => `${clauses.join('；')}。`,
};

/** What reports say in Chinese. */
export const chinese: Messages = {
  measures: {
    'saving.perTonne': '货主每吨节省',
    'saving.total': '货主节省总额',
    'saving.portCharges.perTonne': '港口收费每吨节省',
    'saving.system.perTonne': '每吨资源节省（全系统）',
    'saving.lossShare': '直装反而更贵的航次占比',
    'cost.perTonne': '货主每吨成本',
    'truck.firstToLoadingHours': '首车出厂至开始装船',
    'truck.factoryToLoadingHours': '各车出厂至装船（平均）',
    'truck.turnHours': '卡车每趟往返时间',
    'truck.waitHours': '卡车每趟等待时间',
    'truck.peakPerHour': '闸口高峰小时车流',
    'cargo.portDwellHours': '货物在港时间',
    'vessel.portHours': '船舶在港时间',
    'vessel.waitHours': '船舶待泊时间',
    'vessel.berthHours': '船舶在泊时间',
    'vessel.portHours.p90': '船舶在港时间（90% 分位）',
    'vessel.missedLaycans': '错过受载期的船舶占比',
    'crane.idleForCargoHours': '门机待货台时（每船）',
    'berth.occupancy': '泊位占用率',
    'demurrage.perCall': '每船滞期费（负为速遣费）',
    'demurrage.probability': '发生滞期的航次占比',
    'customs.releaseHours': '进监管区至海关放行',
    'yard.peakTonnes': '堆场最大堆存量',
    'works.fullHours': '厂库满库停收时间（全季）',
    'works.turnedAwayTonnes': '满库未能入库的产量（全季）',
    'works.shortHours': '缺货待装时间（全季）',
    'fleet.idleShare': '卡车在厂闲置时间占比',
    'fleet.waitHours': '每船卡车等待台时',
    'fleet.hiredHours': '每船外租卡车台时',
    'carbon.perTonne': '每吨碳排放（全生命周期）',
    'carbon.tankToWheel.perTonne': '每吨碳排放（燃烧）',
  },
  facts: { 'calls.count': '航次数', 'calls.tonnes': '装船总量' },
  unfitted: '同上，拟合前',
  otherReading: '同一公布值：按港口收费口径',
  otherReadingVerdict: '另一种读法',
  items: {
    haul: '短途运费',
    haulHours: '短途运费（按台时）',
    haulKilometres: '短途运费（按公里）',
    detention: '压车费',
    detentionUnbilled: '压车损失（车队自担）',
    hiredTrucks: '租车费',
    worksLoading: '厂内装车费',
    portPackage: '港口作业包干费',
    directDiscount: '直装优惠',
    secondHaul: '倒运及取料费',
    shuttleHaul: '外包倒运费',
    shuttleDetention: '外包倒运压车费',
    storageFirstBand: '堆存费（首段）',
    storageSecondBand: '堆存费（次段）',
    storageThirdBand: '堆存费（末段）',
    cargoLoss: '货物损耗',
    capital: '资金占用',
    declarations: '报关费',
    amendments: '改单费',
    inspections: '查验费用',
    cargoDues: '货物港务费',
    berthage: '停泊费',
    nonProductiveBerthage: '非生产性停泊费',
    anchorage: '锚地停泊费',
    pilotage: '引航费',
    tugs: '拖轮费',
    shifting: '移泊费',
    tonnageDues: '船舶吨税',
    demurrage: '滞期费',
    despatch: '速遣费',
    carbon: '碳排放成本',
    truckHours: '卡车台时成本',
    shuttleHours: '倒运车台时成本',
    worksLoaderHours: '厂内装载机台时成本',
    yardLoaderHours: '堆场装载机台时成本',
    craneHours: '门机台时成本',
    shipHours: '船舶时间成本',
  },
  parties: {
    shipper: '货主',
    haulier: '车队',
    port: '港口',
    ship: '船方',
    buyer: '买方',
    state: '国家（税费）',
    society: '社会',
  },
  kinds: { resource: '资源消耗', transfer: '资金转移' },
  modes: { staged: '传统集港', direct: '抵港直装', hybrid: '部分集港' },
  verdicts: {
    fitted: '按此拟合，非验证',
    agrees: '相符',
    above: '高于公布值',
    below: '低于公布值',
    notComparable: '不作判断',
  },
  boundVerdicts: { atMost: '未超过', atLeast: '已达到' },
  standings: STANDING_WORDS.zh,
  scales: SCALES,
  headings: {
    verdict: '结论',
    measures: '主要指标',
    ledger: '账目（元/吨，按付款方）',
    parties: '各方净支出（元/吨，付出减收入）',
    carbon: '各机械燃料与碳排放（每装船吨）',
    published: '公布值与模拟值',
    checks: '核对',
    provenance: '结果溯源',
    unsourced: '假定或凭经验的参数',
    preview: '情景预览',
  },
  columns: {
    difference: '集港减直装',
    interval: (confidence) => `差额 ${confidence} 区间`,
    meanInterval: (confidence) => `${confidence} 区间`,
    unit: '单位',
    mean: '均值',
    lessVariant: '基准减本方案',
    published: '公布值',
    simulated: '模拟值及区间',
    verdict: '判断',
    value: '取值',
    range: '合理范围',
    key: '键',
  },
  verdict: VERDICT,
  notes: {
    sign: '差额为正：直装较少；为负：直装较多（节省为负即多付）；* 表示差额区间不含零。',
    ledger: '各列均不足 0.005 元/吨的项目未列出。',
    shipperCost: '货主净支出 = 每吨成本',
    earns: (item) => `收入：${item}`,
    paidTo: (party, kind) => `付给${party}，${kind}`,
    earnedFrom: (party, kind) => `收自${party}，${kind}`,
    parties: '各方合计即全系统资源消耗；合计之外的差额只是在各方之间转移。',
    system: '全系统资源',
    massClosed: (mode, { opening, produced, loaded, lost, closing, underway }) =>
      `${mode}物料平衡（吨）闭合：期初 ${opening} + 产出 ${produced} = 装船 ${loaded} + 损耗 ${lost} + 期末 ${closing} + 在途 ${underway}。`,
    massOpen: (mode, { residual }) => `${mode}物料平衡不闭合，最大差额 ${residual} 吨：这是程序错误，请报告。`,
    unsourced: (unsourced, count, assumed, recalled) =>
      `${count} 个参数中有 ${unsourced} 个为假定（${assumed} 个）或凭经验（${recalled} 个），其影响不在上述区间内。`,
    lookUp: (command) => `逐项列出：${command}`,
    fitted: (list) => {
      const each = list.map(({ key, label, prior, value }) => `${label}（${key}）由 ${prior} 调整为 ${value}`);
      return `拟合参数：${each.join('；')}。`;
    },
    season: (calls, tonnes, start, end) => `${calls} 艘次，${tonnes}，${start} 至 ${end}`,
    overrides: (list) => `命令行设置：${list.join('、')}`,
    about: (heading, what) => `${heading}（${what}）`,
    run: (hash, seed, replications, version) =>
      `情景哈希 ${hash}，随机种子 ${seed}，重复 ${replications} 次，zhizhuang ${version}`,
    repeat: (command) => `复现命令：${command}`,
    base: (name) => `基准为${name}；差额为基准减该方案。`,
    identical: (name) => `${name}：与基准的差额全部恰为零。`,
    between: (low, high) => `${low} 至 ${high}`,
    atMost: (value) => `不超过 ${value}`,
    atLeast: (value) => `不少于 ${value}`,
  },
  carbon: {
    columns: ['用量', '', '燃烧排放（千克）', '全生命周期排放（千克）'],
    emitters: {
      truckLoaded: '卡车重车行驶',
      truckEmpty: '卡车空车行驶',
      truckIdle: '卡车怠速等待',
      shuttleLoaded: '倒运车重车行驶',
      shuttleEmpty: '倒运车空车行驶',
      shuttleIdle: '倒运车怠速等待',
      worksLoader: '厂内装载机',
      yardLoader: '堆场装载机',
      crane: '门机',
      shipAlongside: '船舶在泊',
      shipAtAnchor: '船舶锚泊',
    },
    fuels: { diesel: '柴油', electricity: '电力', marineGasOil: '船用轻油' },
    fuelUnits: { L: '升', kWh: '千瓦时', t: '吨' },
    total: '全部机械',
  },
  preview: {
    largest: '最大一票货',
    trips: '出厂车次',
    worksLoaders: '厂内装载机能力',
    fleet: '每船投入车辆运力',
    cranes: '每船门机能力',
    direct: '直装装船效率（取最小）',
    atBest: '理论上限',
    overDays: '全天平均',
    shortest: '最大一票货最短装船时间',
    trucks: '每船同时投入车辆（至多）',
    trucksNeeded: '门机所需车辆（至少）',
    berthUse: '按全天平均效率的泊位占用率',
    note: '按最大一票货计算。理论上限：各环节按平均作业时间连续运转，无停顿、无停工、无等待；最短装船时间自可以装货至装货完毕，已计入备妥时已在船边待卸的重车。全天平均：计入换舱、交接班与用餐、作业时段、限行、司机休息、加油和高峰路况，并按平均计入故障与天气。两者均未计排队、海关、缺货、其他船舶、潮汐、节假日和道路事故，模拟结果会更慢。',
    standings: (list) => `参数依据：${list.join('，')}`,
    valid: '情景有效。',
  },
  unfinished: unfinishedInChinese,
  laytime: laytimeInChinese,
  hours: hoursInChinese,
  design: designInChinese,
  verify: verifyInChinese,
  uncertainty: uncertaintyInChinese,
  attribute: attributeInChinese,
  variants: variantsInChinese,
  precision: precisionInChinese,
  variance: varianceInChinese,
  calibrate: calibrateInChinese,
};
