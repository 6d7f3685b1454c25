import { describe, expect, test } from 'vitest';
import { type FieldName, type LogKind, layoutOf, readTariff } from '../../src/history/index.ts';
import { logOf } from './read.ts';

function fields(headers: string): [LogKind, ...FieldName[]] | string {
  const layout = layoutOf(headers.split(','), null);
  return layout.ok ? [layout.kind, ...layout.columns.map(({ field }) => field)] : (layout.faults[0]?.is ?? '');
}

describe('headers are guessed', () => {
  test.each([
    ['车牌号,进门时间,出门时间', ['gate', 'plate', 'portIn', 'portOut']],
    [
      '序号,车牌号码,出厂时间,到闸时间,进港时间,出港时间,是否查验',
      ['gate', 'plate', 'worksOut', 'queued', 'portIn', 'portOut', 'inspected'],
    ],
    ['Plate,Gate In,Gate Out', ['gate', 'plate', 'portIn', 'portOut']],
    ['车号,过磅时间,毛重(kg),皮重(kg),净重(kg)', ['weighbridge', 'plate', 'weighed', 'gross', 'tare', 'net']],
    [
      '船名,抵锚时间,靠泊时间,开装时间,完船时间,离泊时间,货种,吨数',
      ['calls', 'ship', 'arrived', 'berthed', 'loadFrom', 'loadTo', 'sailed', 'cargo', 'tonnes'],
    ],
    [
      'Vessel,Laycan,Arrived,Berthed,Loading commenced,Loading completed,Sailed,Tonnes,Cranes',
      ['calls', 'ship', 'laycan', 'arrived', 'berthed', 'loadFrom', 'loadTo', 'sailed', 'tonnes', 'cranes'],
    ],
    ['车牌,定位时间,经度,纬度', ['gps', 'plate', 'at', 'longitude', 'latitude']],
    ['收费项目,计费单位,单价（元）', ['tariff', 'item', 'unit', 'price']],
  ])('%s', (headers, expected) => {
    expect(fields(headers)).toEqual(expected);
  });

  test('what knows none is told so, and names given go before guesses', () => {
    expect(fields('x,y,z')).toBe('noKind');
    const layout = layoutOf(['no', 'von', 'bis'], 'gate', [
      { column: 'von', field: 'portIn' },
      { column: '3', field: 'portOut' },
    ]);
    expect(layout.ok && layout.columns.map(({ field, at, by }) => [field, at, by])).toEqual([
      ['portIn', 1, 'named'],
      ['portOut', 2, 'named'],
    ]);
  });

  test('all that is wrong with names is told at once', () => {
    const layout = layoutOf(['车牌号', '进门时间'], 'gate', [
      { column: 'gone', field: 'portOut' },
      { column: '车牌号', field: 'colour' },
    ]);
    expect(layout.ok ? [] : layout.faults.map(({ is }) => is)).toEqual(['noColumn', 'noField']);
  });
});

describe('rows that are left out are told with line and reason', () => {
  const HEAD = '车牌号,进门时间,出门时间,毛重,皮重,净重\n';
  test.each([
    ['out before in', 'A,2024-03-05 08:00,2024-03-05 07:00,,,', 'order', 'portOut'],
    ['a stay of days', 'A,2024-03-05 08:00,2024-03-09 09:00,,,', 'tooLong', null],
    ['no time', 'A,soon,2024-03-05 07:00,,,', 'time', 'portIn'],
    ['day or month first', 'A,03/05/2024 08:00,,,,', 'dayMonth', 'portIn'],
    ['too few cells', 'A', 'cells', null],
    ['nothing but a plate', 'A,,,,,', 'missing', null],
    ['no number', 'A,2024-03-05 08:00,,heavy,,', 'number', 'gross'],
    ['tare above gross', 'A,2024-03-05 08:00,,16,48,', 'weights', null],
    ['net that does not agree', 'A,2024-03-05 08:00,,48,16,20', 'weights', null],
    ['a mass no truck has', 'A,2024-03-05 08:00,,900 t,16,', 'outside', null],
  ])('%s', (_, row, fault, field) => {
    const log = logOf(`${HEAD}B,2024-03-05 08:00,2024-03-05 08:30,48,16,32\n${row}\n`);
    expect(log.bad.rows).toMatchObject([{ line: 3, fault, field }]);
    expect([log.rows, log.kept]).toEqual([2, 1]);
  });

  test('the same row again is noticed and left out', () => {
    const row = 'B,2024-03-05 08:00,2024-03-05 08:30,48,16,32\n';
    const log = logOf(`${HEAD}${row}${row}${row.replace('B', 'C')}${row}`);
    expect(log.bad.byFault).toEqual({ duplicate: 2 });
    expect(log.bad.rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(log.kept).toBe(2);
  });

  test('empty lines are nothing', () => {
    expect(logOf(`${HEAD}\n,,,,,\nB,2024-03-05 08:00,,,,\n`).rows).toBe(1);
  });
});

test('masses are kilograms, whatever the sheet has', () => {
  const net = (head: string, cell: string) => logOf(`车牌号,${head}\nA,${cell}\n`).values.net?.[0];
  expect([
    net('净重', '32.1'),
    net('净重', '32100'),
    net('净重(吨)', '32.1'),
    net('净重', '"32,100"'),
    net('净重', '32.1吨'),
  ]).toEqual([32100, 32100, 32100, 32100, 32100]);
});

test.each(['元/吨·天', '元／吨·日', '元/(吨·天)', 'yuan/t/d', 'yuan per t per d', '元每吨每天'])(
  'a tariff per %s',
  (unit) => {
    const { charges, left } = readTariff(logOf(`收费项目,单价,计费单位\nstorage.firstBandPrice,0.3,${unit}\n`));
    expect([charges[0]?.value, left]).toEqual([0.3, []]);
  },
);
