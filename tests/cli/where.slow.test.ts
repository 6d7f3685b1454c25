/** Where a study runs, what it tells meanwhile, and what it leaves beside its answer. */
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/cli/messages.ts';
import { Progress, type ProgressJson } from '../../src/cli/progress.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
const file = folder.file('file', '');
const run = ['run', small, '--mode', 'direct', '--replications', '2', ...ONE_THREAD];

describe('what says where to run', () => {
  test.each([
    ['an address that is none', ['--redis', 'here'], /^--redis:1:1: expected an address such as .*, found "here"$/],
    ['a password', ['--redis', 'redis://:hush@h'], /^--redis:1:1: expected no user or password on the command line/],
    ['a part of none', ['--store', file, '--shard', '3/2'], /^--shard:1:1: .*found "3\/2"$/],
    ['a part zero', ['--store', file, '--shard', '0/2'], /^--shard:1:1: /],
    ['a part without a store of its own', ['--shard', '1/2'], /^--shard:1:1: expected a store of this part’s own/],
    ['a way to tell progress', ['--progress', 'jso'], /^--progress:1:1: .*found "jso"; did you mean json\?$/],
    ['a folder that is a file', ['--out', file], /^--out:1:1: expected a folder, found a file/],
    ['a folder in none', ['--out', join(folder.path, 'no', 'where')], /^--out:1:1: .*folder that does not exist/],
  ])('%s', async (_, more, line) => {
    const { status, stdout, stderr } = await inProcess([...run, ...more]);
    expect([status, stdout, stderr.length]).toEqual([2, '', 1]);
    expect(stderr[0]).toMatch(line);
    expect(stderr[0]).not.toContain('hush');
  });

  test('a part of what is not known beforehand', async () => {
    const { stderr } = await inProcess([...run, '--precision', '5%', '--store', `${file}.db`, '--shard', '1/2']);
    expect(stderr).toEqual([expect.stringMatching(/^--shard:1:1: expected no --precision/)]);
  });

  test.each([
    ['no Redis', ['worker'], {}, /^--redis:1:1: expected the address of a Redis/],
    ['a Redis of none', ['worker'], { ZHIZHUANG_REDIS: 'x://:hush@h' }, /^ZHIZHUANG_REDIS:1:1: expected an address/],
    ['more than it takes', ['worker', small, '--redis', 'redis://h'], {}, /^worker:1:1: expected nothing more/],
    ['no threads', ['worker', '--redis', 'redis://h', '--threads', '0'], {}, /^--threads:1:1: expected a whole/],
  ] as const)('a worker of %s', async (_, args, env, line) => {
    const { status, stderr } = await inProcess(args, env);
    expect([status, stderr.length]).toEqual([2, 1]);
    expect(stderr[0]).toMatch(line);
    expect(stderr[0]).not.toContain('hush');
  });

  test('a Redis that does not answer is told in a sentence, without its password', async () => {
    const env = { ZHIZHUANG_REDIS: 'redis://:hush@127.0.0.1:1' };
    const { status, stderr } = await inProcess([...run, '--store', 'none', '--lang', 'zh'], env);
    expect([status, stderr]).toEqual([
      2,
      [expect.stringMatching(/^redis:\/\/127\.0\.0\.1:1：集群无法使用：该地址无应答/)],
    ]);
  });
});

test('parts that ran for themselves, taken together, are the whole to the last byte, and nothing is run again', async () => {
  const sweep = ['sweep', small, '--vary', 'fleet.size=9,12', '--replications', '4', '--json', ...ONE_THREAD];
  const whole = await inProcess([...sweep, '--store', 'none']);
  const parts = ['1/3', '2/3', '3/3'].map((shard) => ({ shard, store: join(folder.path, `${shard[0]}.duckdb`) }));
  const tasks: string[] = [];
  for (const { shard, store } of parts) {
    const { status, stdout } = await inProcess([...sweep, '--shard', shard, '--store', store]);
    expect(status).toBe(0);
    tasks.push(/^Part \d of 3 is done: (\d+) of 16 tasks, kept in .*\.duckdb\./.exec(stdout)?.[1] ?? '');
  }
  expect(tasks).toEqual(['8', '4', '4']);
  const store = join(folder.path, 'whole.duckdb');
  const gathered = await inProcess(['results', 'import', ...parts.map((part) => part.store), '--store', store]);
  expect(gathered.stdout).toBe('Tasks taken in that were not known: 16.\n');
  expect(await inProcess([...sweep, '--store', store])).toEqual(whole);
  const { stdout } = await inProcess([
    'results',
    'sql',
    '--store',
    store,
    '--json',
    '--sql',
    'SELECT count(*) FROM task',
  ]);
  expect(JSON.parse(stdout).rows).toEqual([[16]]);
});

describe('progress', () => {
  test('is one JSON object a line for programs, and what is printed stays the same', async () => {
    const quiet = await inProcess([...run, '--store', 'none', '--json']);
    const told = await inProcess([...run, '--store', 'none', '--json', '--progress', 'json']);
    expect(told.stdout).toBe(quiet.stdout);
    const lines = told.stderr.map((line) => JSON.parse(line) as ProgressJson);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.at(-1)).toMatchObject({ done: 2, expected: 2, secondsLeft: 0, precision: null });
  });

  test('tells how precise a study is that goes on until it is', async () => {
    const more = ['--precision', 'saving.perTonne=2', '--budget', '9', '--progress', 'json', '--store', 'none'];
    const { stderr } = await inProcess(['compare', small, '--replications', '2', ...ONE_THREAD, ...more]);
    const { precision } = JSON.parse(stderr.at(-1) ?? '{}') as ProgressJson;
    expect(precision).toEqual({ measure: 'saving.perTonne', halfWidth: expect.any(Number), allowed: 2 });
  });

  test('is a line every ten seconds in a log, where it is asked for', () => {
    let text = '';
    let now = 0;
    const log = { write: (piece: string) => (text += piece) };
    const progress = new Progress(log, 'line', 40_000, messagesOf('en'), () => now);
    for (now = 0; now <= 20_000; now += 4000) {
      progress.update(now / 4000, 40_000, { measure: 'm', halfWidth: 0.5, allowed: 0.25 });
    }
    progress.end();
    expect(text).toBe('3 of 40000 replications, 0.3 per second, 44:26:28 left, m ±0.500, asked ±0.250\n');
  });
});

test('a folder holds the answer and how it came to be, which no answer tells', async () => {
  const out = join(folder.path, 'out');
  const store = join(folder.path, 'out.duckdb');
  const { status, stdout } = await inProcess([...run, '--json', '--seed', '3', '--out', out, '--store', store]);
  expect(status).toBe(0);
  expect(readFileSync(join(out, 'run.json'), 'utf8')).toMatch(/^\{\n {2}"schema"/);
  expect(existsSync(join(out, 'run.txt'))).toBe(false);
  const record = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
  const executor = { executor: 'in process', threads: 1, cluster: null, store };
  expect(record).toMatchObject({ schema: 'zhizhuang/run@1', seed: 3, status: 0, host: hostname(), ...executor });
  expect(record.command).toContain('--mode direct');
  expect(Date.parse(record.finished)).toBeGreaterThanOrEqual(Date.parse(record.started));
  expect(stdout).not.toContain(hostname());
  const sql = 'SELECT name FROM provenance ORDER BY name';
  const kept = await inProcess(['results', 'sql', '--store', store, '--json', '--sql', sql]);
  const names = (JSON.parse(kept.stdout).rows as string[][]).flat();
  for (const name of ['command', 'executor', 'finished', 'host', 'started', 'threads']) expect(names).toContain(name);
});
