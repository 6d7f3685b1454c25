import type { UnfinishedWords } from './unfinished-words.ts';

const of = (what: string) => (call: string) => `第 ${call} 航次的${what}`;

/** What is said in Chinese of a season that could not be served. */
export const unfinishedInChinese: UnfinishedWords = {
  sentence: ({ mode, ships, unsailed, closing, stalled, list, more, waits }) => {
    const where = mode === null ? '' : `${mode}方式下，`;
    const early = stalled === null ? '' : `（${stalled} 之后已无任何作业可以进行）`;
    const others = more > 0 ? `等，另有 ${more} 艘` : '';
    const waiting = waits.length === 0 ? '' : `；等待情况：${waits.join('；')}`;
    return `该情景无法完成：${where}模拟于 ${closing} 结束时，${ships} 艘船中有 ${unsailed} 艘未能离港${early}：${list}${others}${waiting}。`;
  },
  ship: (call, laycan, aboard, cargo) => `第 ${call} 航次（受载期 ${laycan}，已装 ${aboard} 吨，共 ${cargo} 吨）`,
  comma: '、',
  wait: (who, count, what, since) =>
    count > 1 ? `${who}等 ${count} 处待${what}（最早自 ${since} 起）` : `${who}待${what}（自 ${since} 起）`,
  who: {
    ship: of('船'),
    dispatch: of('发车'),
    staging: of('集港'),
    shuttling: of('倒运'),
    truck: (call, index) => (call === '' ? `${index} 号卡车` : `第 ${call} 航次的卡车`),
    'staging truck': of('集港卡车'),
    shuttle: of('倒运车'),
    crane: (call, index) => `第 ${call} 航次的 ${index} 号门机`,
    declaration: (call, index) => `第 ${call} 航次的第 ${index} 份报关单`,
    inspection: of('查验'),
    lot: (call, index) => `第 ${call} 航次的第 ${index} 批货`,
    reserve: of('港内应急储备'),
    'pushing up': of('推堆作业'),
    'other ship': (_, index) => `其他货种第 ${index} 艘船`,
    'other traffic': () => '其他货种的下一艘船',
  },
  what: {
    'works warehouse': '厂内库存',
    'released cargo': '放行的货',
    'yard room': '堆场空位',
    fleet: '空闲卡车',
    'shuttle trucks': '空闲倒运车',
    berth: '泊位',
    loads: '车辆送货',
    apron: '码头前沿空位',
    'works loaders': '厂内装载机',
    'works weighbridge': '出厂地磅',
    'gate lanes': '闸口车道',
    'manned gate lanes': '人工闸道',
    'gate weighbridges': '港内地磅',
    'lanes out': '出港车道',
    'inspection yard': '待查车位',
    'trucks under way': '在途车数回落',
    'staging gang': '集港作业班',
    'stacking slots': '卸堆位',
    'reclaim loaders': '取料装载机',
    'inspection bays': '查验位',
    loading: '装船完毕',
    staging: '集港开始',
    release: '海关放行',
    arrival: '货物进监管区',
    water: '足够的航道水深',
    'fuel pumps': '加油枪位',
    'yard pads': '空闲堆位',
    'stacking machines': '推堆机械',
    'stack face': '取料作业面',
    hatches: '可作业的舱口',
    hopper: '车辆送货',
    hoppers: '漏斗余量',
    'line to the hoppers': '漏斗前排队轮到',
    'loads wanted': '门机待货信号',
    'the clock': '手头作业完成',
  },
};
