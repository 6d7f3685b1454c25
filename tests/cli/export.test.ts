import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ocelFaults } from '../report/ocel-faults.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
const at = (name: string) => join(folder.path, name);

describe('export', () => {
  test('writes an object-centric event log and says how much of it there is', async () => {
    const out = at('events.json');
    const { status, stdout, stderr } = await inProcess(['export', small, '--as', 'ocel', '--out', out]);
    expect([status, stderr]).toEqual([0, []]);
    const log = JSON.parse(readFileSync(out, 'utf8'));
    expect(ocelFaults(log)).toEqual([]);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(`${log.events.length.toLocaleString('en-US')} events`);
  });

  test('gives the same bytes again, other ones in another replication', async () => {
    const write = async (name: string, ...more: readonly string[]) => {
      const { status } = await inProcess(['export', small, '--as', 'csv', '--out', at(name), ...more]);
      expect(status).toBe(0);
      return readFileSync(at(name), 'utf8');
    };
    const first = await write('first.csv');
    expect(await write('again.csv', '--replication', '1')).toBe(first);
    expect(await write('other.csv', '--replication', '2')).not.toBe(first);
    expect(await write('staged.csv', '--mode', 'staged', '--lang', 'zh')).toContain('堆场卸车完毕');
  });

  test('tells a program what it wrote', async () => {
    const args = ['export', small, '--as', 'json', '--out', at('intervals.json'), '--seed', '5', '--json'];
    const { stdout } = await inProcess(args);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'zhizhuang/export@1', as: 'json', seed: 5, replication: 1 });
    expect(JSON.parse(readFileSync(at('intervals.json'), 'utf8')).schema).toBe('zhizhuang/intervals@1');
  });

  test('says all that is wrong at once, and writes nothing', async () => {
    const out = at('never.json');
    const args = ['export', small, '--as', 'ocl', '--mode', 'direkt', '--replication', '0', '--out', out];
    const { status, stderr } = await inProcess(args);
    expect(status).toBe(2);
    expect(stderr.map((line) => line.split(':')[0])).toEqual(['--as', '--mode', '--replication']);
    expect(stderr[0]).toMatch(/did you mean ocel\?$/u);
    expect(existsSync(out)).toBe(false);
  });

  test('writes Parquet, and a comparison as a workbook', async () => {
    const parquet = at('events.parquet');
    expect((await inProcess(['export', small, '--as', 'parquet', '--out', parquet])).status).toBe(0);
    expect(readFileSync(parquet).subarray(0, 4).toString()).toBe('PAR1');
    const book = at('comparison.xlsx');
    const args = ['export', small, '--as', 'xlsx', '--out', book, '--replications', '2', ...ONE_THREAD];
    const { status, stdout } = await inProcess(args);
    expect([status, stdout.replaceAll(/\s+/gu, ' ')]).toEqual([0, expect.stringContaining('over 2 replications')]);
    expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK');
  });

  test('refuses what means nothing to the format', async () => {
    const events = await inProcess(['export', small, '--as', 'csv', '--out', at('no.csv'), '--replications', '3']);
    expect(events.stderr).toEqual(['--replications:1:1: expected it with --as xlsx only, found --as csv']);
    const book = await inProcess(['export', small, '--as', 'xlsx', '--out', at('no.xlsx'), '--mode', 'direct']);
    expect(book.stderr).toEqual(['--mode:1:1: expected it with --as ocel, csv, parquet, json only, found --as xlsx']);
  });

  test('asks for what and where', async () => {
    const { stderr } = await inProcess(['export', small]);
    expect(stderr.map((line) => line.split(':')[0])).toEqual(['--as', '--out']);
  });

  test('leaves a file that is there', async () => {
    const out = folder.file('there.csv', 'mine');
    const { status, stderr } = await inProcess(['export', small, '--as', 'csv', '--out', out]);
    expect([status, stderr.length]).toEqual([2, 1]);
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });
});
