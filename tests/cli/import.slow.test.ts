import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readLog } from '../../src/execution/index.ts';
import type { ImportJson } from '../../src/report/index.ts';
import { parseScenario } from '../../src/scenario/index.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ownFolder } from './command.ts';

const folder = ownFolder();
const HEAD = '车牌号,到闸时间,进港时间,出港时间,毛重,皮重';
const ROWS = Array.from({ length: 40 }, (_, i) => {
  const minute = String(10 + (i % 45)).padStart(2, '0');
  return `辽H${i},2024-03-05 ${String(i % 24).padStart(2, '0')}:${minute}:0${i % 10},2024-03-05 ${String(i % 24).padStart(2, '0')}:${minute}:${30 + (i % 20)},2024-03-06 00:30:00,${47_000 + 20 * i},16000`;
});
const TEXT = `${HEAD}\n${ROWS.join('\n')}\n`;
const gate = folder.file('gate.csv', TEXT);
const scenario = folder.file('mine.yaml', smallText());

/** The answer of an import as data. */
async function imported(...args: readonly string[]): Promise<ImportJson> {
  const { status, stdout, stderr } = await inProcess(['import', ...args, '--json']);
  expect([status, stderr]).toEqual([0, []]);
  return JSON.parse(stdout) as ImportJson;
}

describe('the same log is read the same', () => {
  const same = async (path: string, format: object) => {
    const read = await readLog(path, 'log', { kind: null, named: [], encoding: null, separator: null, zone: 8 });
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect({ ...read.format, headerLine: read.headerLine }).toMatchObject(format);
    expect([read.log.kind, read.log.rows, read.log.kept]).toEqual(['gate', 40, 40]);
    return [read.log.values, read.log.words];
  };
  /** GB18030 of what the log has beside ASCII; Node can decode it, not encode it. */
  const GB: Readonly<Record<string, string>> = {
    车: 'b3b5',
    牌: 'c5c6',
    号: 'bac5',
    到: 'b5bd',
    闸: 'd5a2',
    时: 'cab1',
    间: 'bce4',
    进: 'bdf8',
    港: 'b8db',
    出: 'b3f6',
    毛: 'c3ab',
    重: 'd6d8',
    皮: 'c6a4',
    辽: 'c1c9',
  };
  const gb18030 = Buffer.concat(
    [...TEXT].map((c) => (GB[c] === undefined ? Buffer.from(c, 'latin1') : Buffer.from(GB[c], 'hex'))),
  );

  test.each([
    ['with a byte order mark', `\ufeff${TEXT}`, { encoding: 'utf-8' }],
    ['in GB18030', gb18030, { encoding: 'gb18030' }],
    ['in UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), { encoding: 'utf-16le' }],
    ['with semicolons', TEXT.replaceAll(',', ';'), { separator: ';' }],
    ['with tabs and Windows lines', TEXT.replaceAll(',', '\t').replaceAll('\n', '\r\n'), { separator: '\t' }],
    ['every cell in quotation marks', TEXT.replaceAll(/[^,\n]+/gu, '"$&"'), { separator: ',' }],
    ['under titles', `某港门禁记录\n导出时间：2024-04-01\n\n${TEXT}`, { headerLine: 4 }],
  ])('%s', async (name, text, format) => {
    expect(await same(folder.file(`${name}.csv`, text), format)).toEqual(await same(gate, {}));
  });

  test('as a workbook, with Excel dates', async () => {
    const cells = ROWS.map((row) =>
      row
        .split(',')
        .map((cell) =>
          /^2024/u.test(cell)
            ? { value: new Date(`${cell.replace(' ', 'T')}Z`), format: 'yyyy-mm-dd hh:mm:ss' }
            : { value: cell },
        ),
    );
    const head = HEAD.split(',').map((value) => ({ value }));
    const path = join(folder.path, 'gate.xlsx');
    writeFileSync(path, await writeExcelFile([head, ...cells], {}).toBuffer());
    expect(await same(path, { format: 'xlsx', encoding: null })).toEqual(await same(gate, {}));
  });
});

describe('what is measured goes into a copy of the scenario', () => {
  test('beside it, with file and rows, its own bytes untouched', async () => {
    const { status, stdout } = await inProcess(['import', gate, '--into', scenario]);
    expect(status).toBe(0);
    const copy = join(folder.path, 'mine-measured.yaml');
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(
      `Written to ${copy}: gate.serviceTime, fleet.payload, fleet.payloadSd. Next: npx zhizhuang compare ${copy}`,
    );
    expect(readFileSync(scenario, 'utf8')).toBe(smallText());
    const read = parseScenario(readFileSync(copy, 'utf8'), 'copy');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.scenario.parameters['fleet.payload']).toMatchObject({
      value: 31.39,
      standing: 'measured',
      source: 'measured: gate.csv, 40 rows',
    });
    expect(read.scenario.parameters['gate.serviceTime'].law).not.toBeNull();
    const again = await inProcess(['import', gate, '--into', scenario]);
    expect([again.status, again.stderr[0]]).toEqual([2, expect.stringMatching(/^--into:1:1: .*mine-measured/u)]);
  });

  test('only what is asked for, where it is asked for; wishes that cannot be met are told', async () => {
    const out = join(folder.path, 'some.yaml');
    await inProcess(['import', gate, '--into', scenario, '--out', out, '--take', 'fleet.payload']);
    const text = readFileSync(out, 'utf8');
    expect([text.includes('standing: measured'), text.includes('serviceTime')]).toEqual([true, false]);
    const { status, stderr } = await inProcess([
      'import',
      gate,
      '--into',
      scenario,
      '--out',
      `${out}2`,
      '--take',
      'road.speedLoaded',
    ]);
    expect([status, stderr]).toEqual([2, ['--take:1:1: road.speedLoaded is not measured by these files']]);
  });

  test('charges of a tariff, by the words of the catalogue', async () => {
    const tariff = folder.file(
      '费率.csv',
      '收费项目,单价,计费单位\n倒运费,4.6,元/吨\n查验费用,1800,元/次\n清洗费,3,元/吨\n倒运费,5,元/吨\n',
    );
    const { tariff: read } = await imported(tariff);
    expect(read.charges.map(({ key, value }) => [key, value])).toEqual([
      ['handling.secondHaulPrice', 4.6],
      ['customs.inspectionFee', 1800],
    ]);
    expect(read.left.map(({ item, why }) => [item, why])).toEqual([
      ['清洗费', 'unknown'],
      ['倒运费', 'twice'],
    ]);
  });
});

test('what another export has again is read once', async () => {
  const overlap = folder.file('overlap.csv', `${HEAD}\n${ROWS.slice(30).join('\n')}\n`);
  const { files } = await imported(gate, overlap);
  expect(files.map(({ kept, leftOut }) => [kept, leftOut.byFault])).toEqual([
    [40, {}],
    [0, { duplicate: 10 }],
  ]);
});

test('rows left out go into a file, formulas as text', async () => {
  const bad = join(folder.path, 'bad.csv');
  const log = folder.file('=odd.csv', `${TEXT}A,=cmd|'/C calc'!A0,,,,\n`);
  const { status, stdout, stderr } = await inProcess(['import', log, '--bad', bad]);
  expect([status, stderr]).toEqual([0, [`Rows left out: 1, in ${bad}.`]]);
  expect(stdout).toContain('line 42, 到闸时间: no date or time: "=cmd');
  expect(readFileSync(bad, 'utf8').split('\r\n')[1]).toBe("'=odd.csv,42,queued,no date or time,'=cmd|'/C calc'!A0");
});

test('one quantity with all its laws, in either language', async () => {
  const english = await inProcess(['import', gate, '--fit', 'truck.payload']);
  expect(english.stdout).toMatch(/^Payload\nlaw +parameters +AIC[\s\S]*Q-Q plot/u);
  const chinese = await inProcess(['import', gate, '--fit', 'truck.payload', '--lang', 'zh']);
  expect(chinese.stdout).toMatch(/^单车净载重\n分布/u);
});

describe('bad input is one line each', () => {
  const xls = folder.file('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  const noise = folder.file('noise.csv', Buffer.from([0x00, 0x01, 0x02, 0x00, 0xff]));
  const zip = folder.file('broken.xlsx', Buffer.from('504b0304000000', 'hex'));
  const empty = folder.file('empty.csv', '');
  const odd = folder.file('odd.csv', 'x,y\n1,2\n');
  test.each([
    ['no file', ['import'], ['FILE:1:1: expected a log file, found nothing']],
    [
      'an old workbook',
      ['import', xls],
      [`${xls}:1:1: this is a workbook of Excel 97-2003 (.xls): save it as .xlsx or as CSV`],
    ],
    ['no text', ['import', noise], [`${noise}:1:1: expected text or an .xlsx workbook, found neither`]],
    ['a broken workbook', ['import', zip], [`${zip}:1:1: the workbook is damaged, or no .xlsx`]],
    ['an empty file', ['import', empty], [`${empty}:1:1: expected a log, found an empty file`]],
    ['a folder', ['import', folder.path], [`${folder.path}:1:1: expected a log, found a folder`]],
    [
      'headers that say nothing',
      ['import', odd, '--lang', 'zh'],
      [expect.stringMatching(/^.*odd\.csv:1:1: 表头应属于门禁/u)],
    ],
    [
      'several at once',
      ['import', gate, '--kind', 'gat', '--tz', 'Berlin', '--map', 'x', '--works', '1', '--out', 'y'],
      [
        '--kind:1:1: expected one of gate, weighbridge, gps, calls, tariff, found "gat"; did you mean gate?',
        '--map:1:1: expected column=field, such as 进门=portIn, found "x"',
        expect.stringMatching(/^--tz:1:1: .*found "Berlin"$/u),
        expect.stringMatching(/^--works:1:1: expected latitude/u),
        '--works:1:1: expected both --works and --port',
        '--out:1:1: --out belongs to --into SCENARIO',
      ],
    ],
    [
      'a quantity that is not there',
      ['import', gate, '--fit', 'port.stat'],
      [expect.stringMatching(/found "port\.stat"; did you mean port\.stay\?$/u)],
    ],
  ])('%s', async (_, args, lines) => {
    const { status, stdout, stderr } = await inProcess(args);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: lines });
  });
});

test('in Chinese, units and the laws\u2019 figures are Chinese too', async () => {
  const { status, stdout } = await inProcess(['import', gate, '--lang', 'zh']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/过闸时间 .* 秒 /u);
  expect(stdout).toMatch(/gate\.serviceTime .* 秒\/车 /u);
  const fit = await inProcess(['import', gate, '--fit', 'truck.payload', '--lang', 'zh']);
  expect(fit.stdout).toMatch(/正态 +均值 [\d.]+ 吨、标准差 [\d.]+ 吨/u);
  for (const text of [stdout, fit.stdout]) expect(text).not.toMatch(/\b(?:min|s|h|km|mean|sd|shape|scale|low|high)\b/u);
});
