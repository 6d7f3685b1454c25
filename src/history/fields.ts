/** What kinds of logs there are. */
export const LOG_KINDS = ['gate', 'weighbridge', 'gps', 'calls', 'tariff'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** What a column's cells are read as: an instant, a day, a mass, a number, yes or no, or a text. */
export type FieldType = 'instant' | 'day' | 'mass' | 'number' | 'flag' | 'text';

/** A column that a log may have. */
export interface Field {
  readonly type: FieldType;
  /** Headers by which it is guessed, as `plainHeader` writes them; longer ones go first. */
  readonly headers: readonly string[];
}

/** The day on which the times of a row are that have none of their own. */
const DAY: Field = { type: 'day', headers: ['日期', 'date', 'day', '过磅日期', '作业日期', '业务日期'] };

const PLATE: Field = {
  type: 'text',
  headers: [
    '车牌号码',
    '车牌号',
    '车牌',
    '车号',
    '车辆牌照',
    '车辆编号',
    '车辆',
    'plateno',
    'platenumber',
    'plate',
    'licenseplate',
    'truck',
    'truckno',
    'vehicle',
    'vehicleno',
    'vehicleid',
  ],
};

const SHIP: Field = {
  type: 'text',
  headers: ['船名航次', '船名', '船舶名称', '船舶', 'vesselname', 'vessel', 'shipname', 'ship'],
};

/**
 * The columns of each kind of log, by name. Instants stand in the order in which things happen, which is the order that
 * the rows are held to.
 */
export const FIELDS = {
  gate: {
    date: DAY,
    plate: PLATE,
    worksIn: { type: 'instant', headers: ['进厂时间', '入厂时间', '进厂', '入厂', 'worksin', 'factoryin', 'plantin'] },
    worksOut: {
      type: 'instant',
      headers: ['出厂时间', '离厂时间', '出厂', '离厂', 'worksout', 'factoryout', 'plantout', 'leftworks'],
    },
    queued: {
      type: 'instant',
      headers: [
        '到闸时间',
        '到达闸口时间',
        '抵闸时间',
        '排队时间',
        '到港时间',
        'queued',
        'reachedgate',
        'arrivedatgate',
        'gatearrival',
        'arrival',
      ],
    },
    portIn: {
      type: 'instant',
      headers: [
        '进港时间',
        '入港时间',
        '进门时间',
        '入门时间',
        '进闸时间',
        '过闸时间',
        '入场时间',
        '进场时间',
        '进港',
        '进门',
        'gatein',
        'portin',
        'timein',
        'intime',
        'entrytime',
        'entered',
        'entry',
        'in',
      ],
    },
    inspectFrom: {
      type: 'instant',
      headers: ['查验开始时间', '查验开始', '开始查验', 'inspectionstart', 'inspectionbegan', 'inspectionfrom'],
    },
    inspectTo: {
      type: 'instant',
      headers: ['查验结束时间', '查验结束', '查验完成', 'inspectionend', 'inspectionended', 'inspectionto'],
    },
    portOut: {
      type: 'instant',
      headers: [
        '出港时间',
        '离港时间',
        '出门时间',
        '出闸时间',
        '出场时间',
        '出港',
        '出门',
        'gateout',
        'portout',
        'timeout',
        'outtime',
        'exittime',
        'exited',
        'exit',
        'out',
      ],
    },
    inspected: { type: 'flag', headers: ['是否查验', '查验', '布控', 'inspected', 'inspection'] },
    declaration: { type: 'text', headers: ['报关单号', '报关单', '单证号', 'declarationno', 'declaration'] },
    ship: SHIP,
    gross: { type: 'mass', headers: ['毛重', 'grossweight', 'gross'] },
    tare: { type: 'mass', headers: ['皮重', '空重', 'tareweight', 'tare'] },
    net: { type: 'mass', headers: ['净重', '货重', 'netweight', 'net', 'payload'] },
  },
  weighbridge: {
    date: DAY,
    plate: PLATE,
    tareAt: { type: 'instant', headers: ['皮重时间', '空车过磅时间', '一次过磅时间', 'taretime', 'tareat'] },
    grossAt: { type: 'instant', headers: ['毛重时间', '重车过磅时间', '二次过磅时间', 'grosstime', 'grossat'] },
    weighed: {
      type: 'instant',
      headers: ['过磅时间', '称重时间', '计量时间', 'weighingtime', 'weighed', 'weighedat', 'time', 'timestamp'],
    },
    gross: { type: 'mass', headers: ['毛重', 'grossweight', 'gross'] },
    tare: { type: 'mass', headers: ['皮重', '空重', 'tareweight', 'tare'] },
    net: { type: 'mass', headers: ['净重', '货重', 'netweight', 'net', 'payload'] },
    ship: SHIP,
  },
  gps: {
    date: DAY,
    plate: PLATE,
    at: {
      type: 'instant',
      headers: ['定位时间', '上报时间', '采集时间', '时间', 'gpstime', 'timestamp', 'datetime', 'time'],
    },
    latitude: { type: 'number', headers: ['纬度', 'latitude', 'lat'] },
    longitude: { type: 'number', headers: ['经度', 'longitude', 'lon', 'lng'] },
  },
  calls: {
    ship: SHIP,
    laycan: {
      type: 'instant',
      headers: ['受载期', '受载期开始', '受载期起', '合同受载期', 'laycan', 'laycanopens', 'laydays'],
    },
    arrived: {
      type: 'instant',
      headers: [
        '抵锚时间',
        '抵锚地时间',
        '抵港时间',
        '到港时间',
        '到锚时间',
        '抵港',
        'arrivaltime',
        'arrived',
        'arrival',
        'ata',
        'eosp',
      ],
    },
    pilot: { type: 'instant', headers: ['引航员登轮时间', '引航上船时间', '起锚时间', 'pilotonboard', 'pob'] },
    berthed: {
      type: 'instant',
      headers: ['靠泊时间', '靠泊', '系泊时间', '靠妥时间', 'berthingtime', 'berthed', 'alongside', 'atb'],
    },
    loadFrom: {
      type: 'instant',
      headers: [
        '开装时间',
        '开装',
        '开工时间',
        '装船开始时间',
        '作业开始时间',
        'loadingstarted',
        'loadingcommenced',
        'commencedloading',
        'loadingstart',
        'loadfrom',
      ],
    },
    loadTo: {
      type: 'instant',
      headers: [
        '完船时间',
        '完装时间',
        '完工时间',
        '装毕时间',
        '装船结束时间',
        '作业结束时间',
        'loadingcompleted',
        'completedloading',
        'loadingend',
        'loadto',
      ],
    },
    sailed: {
      type: 'instant',
      headers: ['离泊时间', '离港时间', '开航时间', '离泊', '离港', 'departuretime', 'sailed', 'departed', 'atd'],
    },
    cargo: { type: 'text', headers: ['货种', '货名', '货物名称', '货类', 'cargo', 'commodity'] },
    tonnes: {
      type: 'mass',
      headers: [
        '装船吨数',
        '装载吨数',
        '货量',
        '吨数',
        '吨位',
        '实装吨数',
        'tonnage',
        'tonnes',
        'quantity',
        'cargotonnes',
      ],
    },
    cranes: { type: 'number', headers: ['门机台数', '门机数', '作业机械数', '作业线数', '作业线', 'cranes', 'gangs'] },
  },
  tariff: {
    item: {
      type: 'text',
      headers: ['收费项目', '费用名称', '费目', '项目名称', '项目', '费用', 'item', 'charge', 'tariffitem', 'service'],
    },
    price: {
      type: 'number',
      headers: ['单价', '费率', '收费标准', '价格', '标准', 'unitprice', 'price', 'rate', 'tariff'],
    },
    unit: { type: 'text', headers: ['计费单位', '计量单位', '单位', 'unit', 'per', 'basis'] },
  },
} as const satisfies Record<LogKind, Record<string, Field>>;

export type FieldName = { [K in LogKind]: keyof (typeof FIELDS)[K] & string }[LogKind];

/** A kind's fields by name. */
export function fieldsOf(kind: LogKind): Readonly<Record<string, Field>> {
  return FIELDS[kind];
}

/** Any one of these groups of columns makes a log of its kind worth reading. */
export const ENOUGH: Readonly<Record<LogKind, readonly (readonly FieldName[])[]>> = {
  gate: [['portIn'], ['portOut'], ['worksIn'], ['worksOut']],
  weighbridge: [['net'], ['gross', 'tare'], ['weighed']],
  gps: [['plate', 'at', 'latitude', 'longitude']],
  calls: [['arrived'], ['berthed', 'sailed'], ['loadFrom', 'loadTo']],
  tariff: [['item', 'price']],
};

/** A header as it is compared: compatible characters, small letters, no blanks, marks or units in brackets. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/gu, '')
    .replace(/[\s_\-./:#*]/gu, '');
}
