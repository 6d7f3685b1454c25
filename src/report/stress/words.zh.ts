import type { StressWords } from './words.ts';

export const stressInChinese: StressWords = {
  heading: (title) => `STRESS-DES 报告：${title}`,
  preface: (program, command) => [
    '本附录逐项回答 STRESS-DES 清单（Monks, T., Currie, C. S. M., Onggo, B. S., Robinson, S., Kunc, M. and Taylor, S. J. E. (2019), Strengthening the reporting of empirical simulation studies: introducing the STRESS guidelines, Journal of Simulation 13(1), 55–67, doi:10.1080/17477778.2018.1442155）。',
    `由 ${program} 根据情景及其分析结果写成；情景、随机种子和版本相同则文字相同：\`${command}\`。程序无从得知之处标为“**由作者填写**”。模型全文（足以据此重建）见该版本的 \`docs/background/model.md\`（下称“模型说明”），费用规则见 \`docs/background/settlement.md\`。`,
  ],
  sections: { 1: '研究目的', 2: '模型逻辑', 3: '数据', 4: '实验', 5: '实现', 6: '代码获取' },
  items: {
    '1.1': '模型用途',
    '1.2': '模型输出',
    '1.3': '实验目的',
    '2.1': '基础模型总览图',
    '2.2': '基础模型逻辑',
    '2.3': '各方案的逻辑差别',
    '2.4': '算法',
    '2.5': '组成部分',
    '3.1': '数据来源',
    '3.2': '数据预处理',
    '3.3': '输入参数',
    '3.4': '假定',
    '4.1': '初始化',
    '4.2': '运行长度',
    '4.3': '估计方法',
    '5.1': '软件与编程语言',
    '5.2': '随机抽样',
    '5.3': '模型执行',
    '5.4': '系统配置',
    '6.1': '模型共享说明',
  },
  byAuthor: (what) => `> **由作者填写**：${what}`,
  checklist: { head: ['条目', '', '是否已答'], filled: '是', open: (count) => `是，另有 ${count} 处待填` },
  list: (items) => items.join('、'),
  purpose: {
    asked: (question) => `研究问题：${question}`,
    what: (season) =>
      `模型回答：与货物先在港口堆场集港（传统集港）相比，由工厂直接装船（抵港直装）节省多少小时、多少元，谁从中得益，把握多大。本研究：${season}。`,
    open: '研究背景、由谁据此作何决定、已有研究。',
  },
  outputs: {
    how: (replications, confidence) =>
      `每项指标为一季一个数，在该季结束时计算。下表为 ${replications} 次重复的均值；差额为同一次重复内集港减直装，附 ${confidence} t 区间。按航次平均的指标先在一次重复内取平均。区间只含模拟误差。`,
    columns: ['指标', '计算方法'],
    open: '论文采用其中哪些指标，以及由此另行计算的指标。',
  },
  aims: {
    scenarios: (modes) =>
      `（A）方案：${modes}，在相同的随机环境下比较。传统集港为现行做法，抵港直装为拟替代做法；两者差别见 2.3。`,
    mechanisms: '抵港直装各项机制的每种组合亦各为一个方案，用以将节省额分摊到各机制。',
    set: (settings) => `在情景文件之上另行设置：${settings}。`,
    design: (replications, modes) => `（B）实验设计：${modes}各运行 ${replications} 次重复，以公共随机数配对。`,
    precision: (asked, minimum, budget, made, reached) =>
      `自 ${minimum} 次起逐步增加重复次数，至多 ${budget} 次，直至区间达到所要求的精度（${asked}）：共重复 ${made} 次，${reached ? '已达到' : '未达到'}该精度。`,
    attributed: (combinations) => `各机制全因子组合（${combinations} 种）在相同的重复中运行；各机制份额为沙普利值。`,
    optimised: '（C）仿真优化：本研究未作。',
    fitted: (keys) => `事先按公布值拟合的参数（见 3.2）：${keys}。所拟合的公布值不能视为得到模拟验证。`,
    open: [
      '选取这些方案的理由。',
      '论文中的其他实验（sweep、sensitivity、uncertainty、calibrate、frontier、plan）：其因素、取值范围和设计见各命令输出的 JSON。',
    ],
  },
  logic: {
    seeModel: (section) => `全文：模型说明第 ${section} 节。`,
    mechanism: (name) =>
      ({
        ahead: '货物在厂时即申报；停用：货到后才申报',
        sorting: '闸口自动读取布控指令；停用：逐车人工核对',
        straight: '车辆直接开到船边；停用：货物落地堆存',
      })[name],
    mechanismHead: ['机制', '作用'],
    on: '启用',
    off: '停用',
    otherwise: '本情景与参数表默认值（含规则）不同之处：',
    otherwiseHead: ['参数', '本情景', '默认值'],
    asBase: '全部取参数表默认值。',
    resourceHead: ['资源', '数量', '使用者'],
    parts: {
      entities: '实体',
      activities: '活动',
      resources: '资源',
      queues: '排队',
      entry: '进入点',
      exit: '离开点',
    },
  },
  data: {
    sources: '各参数的来源及依据：',
    sourceHead: ['来源', '依据', '参数'],
    noSource: (unsourced, count) =>
      `${count} 个参数中有 ${unsourced} 个为假定或凭经验，列于 3.4；其中注有来源的，该来源与之有关，但未给出该值。`,
    published: '与模拟结果对照的公布值：',
    publishedHead: ['项目', '数值', '读法', '来源', '说明'],
    readings: { interval: '对照', fitted: '有参数按此拟合', upperBound: '上限', noVerdict: '并列，不作判断' },
    openSources: (measured) =>
      measured
        ? '各来源的查阅时间；所用实测记录的样本、起止日期及使用许可。'
        : '各来源的查阅时间，以及本研究自行收集的数据。',
    derived: '由其他数字推算：',
    measured: (keys) =>
      `由 \`zhizhuang import\` 从记录中测得，无法读取的行不用并逐行列出，所用行数见 3.3 的来源一栏：${keys}。`,
    fitted: (key, prior, value, facts) => `${key}：由 ${prior} 调整为 ${value}，按 ${facts} 拟合。`,
    openProcessing: '数据写入情景之前所作的处理（清洗、异常值、缺失）。',
    cargoes: '本季各票货物：',
    cargoHead: ['艘次', '每票吨数', '受载期起始'],
    laycanDrawn: '抽取',
    parameters: (count) =>
      `全部 ${count} 个参数；范围为合理范围。随机变动的时间，其分布列在取值之后，以所列取值为均值，变异系数为所列参数。其他分布见模型说明第 3 节。`,
    usualLaw: (key) => `对数正态分布，变异系数 ${key}`,
    parameterHead: ['参数', '键', '取值', '合理范围', '依据', '来源；说明'],
    unsourced: (assumed, recalled, count) => `${count} 个取值中 ${assumed} 个为假定、${recalled} 个为凭经验：`,
    openAssumptions: '本研究另作的假定，以及上述假定经何人认可。',
  },
  runs: {
    start: (stock, reserve, days) =>
      `终止型系统。模拟开始时：厂内库存 ${stock}，港内应急储备 ${reserve}，卡车全部在厂，机械全部完好，无船，无天气影响；各次重复相同。不设预热期：时段之前的 ${days}供首票货集港之用。`,
    stop: '至模拟结束时刻为止，两种方式相同。届时仍有船未离港的季节，按错误报告，不从均值中剔除。',
    length: (hours, before, period, after) =>
      `模拟时长 ${hours}（时钟单位为小时）：时段之前 ${before}，时段 ${period}，之后 ${after}。时间连续，采用 UTC+8。`,
    estimation: (replications, confidence) => [
      `独立重复 ${replications} 次，每次在各方式下各运行一季。均值及其 ${confidence} t 区间由各次重复得出，按重复次序汇总。`,
      '公共随机数：两种方式下船期、天气、故障相同，同一航次第 k 车所抽取的随机数相同；差额的区间为配对差额的区间。',
    ],
    attained: (halfWidth, relative) => `货主每吨节省的区间半宽为 ${halfWidth}，占节省额的 ${relative}。`,
    correlation: (correlation, reduction) =>
      `两种方式的货主每吨成本相关系数为 ${correlation}；配对使差额方差减小 ${reduction}。`,
    openReplications: '重复次数的理由。',
  },
  implementation: {
    software: (program) =>
      `${program}，以 TypeScript 写成，运行于 Node.js 20.19 或以上，仿真引擎为自有（进程式）；所用 seedrandom、@noble/hashes、@stdlib、simple-statistics 的版本固定于 \`package-lock.json\`。`,
    openSoftware: '操作系统及 Node.js 的确切版本（加 `--out 文件夹`，见其中 `run.json`）。',
    sampling: (seed) => [
      `随机数发生器：Tyche-i（seedrandom），按（流方案 1、种子、重复、原因、航次或机械）各设一条随机流：其键经 SHA-256 散列后作为该流的种子。种子 ${seed}。`,
      '变量由逆变换法抽取，每个变量用一个均匀数，全部以纯 JavaScript 计算，任何机器上结果相同。同一原因的第 k 次抽取在各方式下相同，公共随机数由此实现。不同键的随机流互不重叠，未经证明。',
    ],
    execution: [
      '进程交互法。事件表按（时刻、优先级、登记次序）排序；空闲资源立即给出。除 2.5 所列外，排队均为先到先服务。',
      '各次重复在多线程或集群（BullMQ 与 Redis）上并行，按次序汇总，线程数与所在机器不改变任何数字。单季为顺序执行，无需进程间时间同步。',
    ],
    system: '取决于机器的内容不写入任何结果。',
    openSystem: '机器配置与运行时间（加 `--out 文件夹`，见其中 `run.json`）。',
    access: (hash, overrides) => [
      `情景哈希 ${hash}：凡改变数字者必改变哈希${overrides}。有情景文件、程序版本和文首命令，即可逐字节重得本研究。`,
      '源程序中：`src/port/` 为模型，每站一个文件；`src/settlement/` 为费用；`src/study/` 为指标与实验；`tests/` 为手算算例与已知答案，`npx zhizhuang verify` 运行其中一部分。',
    ],
    openAccess: '程序与情景的存放处（网址、DOI）及许可条款。',
  },
};
