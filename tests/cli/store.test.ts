import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
let files = 0;
const newStore = () => join(folder.path, `${++files}.duckdb`);
const compare = (store: string, ...more: string[]) =>
  inProcess(['compare', small, '--replications', '2', '--json', '--store', store, ...ONE_THREAD, ...more]);
const sql = async (store: string, query: string) => {
  const { stdout } = await inProcess(['results', 'sql', '--store', store, '--sql', query, '--json']);
  return JSON.parse(stdout).rows as unknown[][];
};

describe('a study with a store', () => {
  test('prints the same bytes as without, the first time and again, and simulates nothing twice', async () => {
    const store = newStore();
    const without = await compare('none');
    const [first, again] = [await compare(store), await compare(store)];
    expect([first, again]).toEqual([without, without]);
    expect(await sql(store, 'SELECT count(*) FROM study')).toEqual([[2]]);
    expect(await sql(store, 'SELECT count(*), count(DISTINCT key) FROM task')).toEqual([[4, 4]]);
    await compare(store, '--replications=3', '--seed=1').then(({ status }) => expect(status).toBe(2));
  });

  test('is found in the user’s cache, where nothing is said', async () => {
    const env = { XDG_CACHE_HOME: join(folder.path, 'cache') };
    const args = ['run', small, '--mode', 'direct', '--replications', '1', ...ONE_THREAD];
    expect((await inProcess(args, env)).status).toBe(0);
    const { stdout } = await inProcess(['results'], env);
    expect(stdout).toMatch(/^study +command[\s\S]*\n +1 +run +/);
    expect((await inProcess([...args, '--store', 'none'], { XDG_CACHE_HOME: join(folder.path, 'other') })).status).toBe(
      0,
    );
    expect(existsSync(join(folder.path, 'other'))).toBe(false);
  });

  test('that cannot be used is refused where it was named, and done without, said so, where it was not', async () => {
    const foreign = newStore();
    writeFileSync(foreign, 'these are my notes, not results');
    const named = await compare(foreign);
    expect(named.status).toBe(2);
    expect(named.stderr).toEqual([
      `${foreign}: the store of results cannot be used: it is no store of results; it was left as it was`,
    ]);
    const zh = await compare(foreign, '--lang', 'zh');
    expect(zh.stderr).toEqual([`${foreign}：结果库无法使用：这不是结果库，未作改动`]);
    expect(readFileSync(foreign, 'utf8')).toBe('these are my notes, not results');
    const env = { XDG_CACHE_HOME: foreign };
    const args = ['run', small, '--mode', 'direct', '--replications', '1', '--json', ...ONE_THREAD];
    const cache = await inProcess(args, env);
    expect([cache.status, cache.stdout]).toEqual([0, (await inProcess([...args, '--store', 'none'])).stdout]);
    expect(cache.stderr.join()).toMatch(/cannot be used.*; going on without it/);
  });
});

describe('results', () => {
  test.each([
    ['an unknown action', ['sho'], /^results:1:1: .*did you mean show\?$/],
    ['no study', ['show'], /expected the number of a study/],
    ['no number of a study', ['compare', '1', 'x'], /found "x"/],
    ['a folder that is not there', ['export', 'nowhere'], /expected a folder that is there/],
    ['no query', ['sql'], /^--sql:1:1: expected a query/],
    ['more than it takes', ['list', '3'], /expected nothing more, found "3"/],
    ['a setting', ['list', '--set', 'fleet.size=3'], /^--set:1:1: expected a known option/],
  ])('%s is told', async (_, args, line) => {
    const { status, stderr } = await inProcess(['results', ...args, '--store', newStore()]);
    expect(status).toBe(2);
    expect(stderr.join('\n')).toMatch(line);
  });

  test('a store that is not there, and a query that is refused, are told', async () => {
    const missing = await inProcess(['results', '--store', newStore()]);
    expect([missing.status, missing.stderr.join()]).toEqual([2, expect.stringMatching(/there is no such file$/)]);
    const store = newStore();
    await compare(store);
    const refused = await inProcess(['results', 'sql', '--store', store, '--sql', 'DROP TABLE task']);
    expect([refused.status, refused.stderr.join()]).toEqual([
      2,
      expect.stringMatching(/^--sql:1:1: the query was refused/),
    ]);
    for (const args of [
      ['show', '99'],
      ['compare', '1', '99'],
    ]) {
      const { status, stderr } = await inProcess(['results', ...args, '--store', store]);
      expect([status, stderr]).toEqual([
        2,
        ['results:1:1: expected the number of a study, as list shows it, found "99"'],
      ]);
    }
    const shown = await inProcess(['results', 'show', '1', '--store', store, '--csv']);
    expect(shown.stdout.split('\r\n')[0]).toBe('\ufeffmode,settings,measure,n,mean,sd,q05,median,q95');
  });
});
