/** A study that is killed while it writes goes on where it stopped, and ends with the bytes of an undisturbed one. */
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MAIN, ownFolder, started, zhizhuang } from '../cli/command.ts';

const folder = ownFolder();
const store = join(folder.path, 'killed.duckdb');
const args = ['compare', 'scenarios/bayuquan-72kt.yaml', '--replications', '24', '--json', '--threads', '2'];

/** Tasks kept so far; 0 while nobody may read. */
function kept(): number {
  const { status, stdout } = zhizhuang([
    'results',
    'sql',
    '--store',
    store,
    '--sql',
    'SELECT count(*) FROM task',
    '--json',
  ]);
  return status === 0 ? (JSON.parse(stdout).rows[0][0] as number) : 0;
}

test('killed at any time, a study resumes', async () => {
  expect(MAIN).toBeTruthy();
  const undisturbed = zhizhuang([...args, '--store', 'none']).stdout;
  const counts: number[] = [];
  for (const ms of [1500, 3000, 4500]) {
    const study = started([...args, '--store', store]);
    // It may be done before.
    const closed = once(study, 'close');
    await pause(ms);
    study.kill('SIGKILL');
    await closed;
    counts.push(kept());
  }
  expect(counts).toEqual([...counts].sort((one, other) => one - other));
  const resumed = zhizhuang([...args, '--store', store]);
  expect([resumed.status, resumed.stdout === undisturbed]).toEqual([0, true]);
  expect(kept()).toBe(96);
}, 300_000);

test('while a study writes, a second one is told who does', async () => {
  const path = join(folder.path, 'locked.duckdb');
  const study = started(['compare', 'scenarios/bayuquan-72kt.yaml', '--replications', '500', '--store', path]);
  try {
    let refused = '';
    for (let tries = 0; tries < 100 && refused === ''; tries++) {
      await pause(200);
      const { status, stderr } = zhizhuang(['results', '--store', path]);
      if (status === 2 && !stderr.join().includes('no such file')) refused = stderr.join();
    }
    expect(refused).toContain(`process ${study.pid} is writing in it`);
  } finally {
    study.kill('SIGKILL');
    await once(study, 'close');
  }
}, 120_000);
