/** A store on a full disk, and files that are none: told in a sentence, and nothing is lost. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MAIN, ownFolder, zhizhuang } from '../cli/command.ts';
import { smallText } from '../report/small-study.ts';
import { watched } from './launched.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
const study = ['compare', small, '--replications', '250', '--json', '--threads', '1'];
const disk = join(folder.path, 'disk');
mkdirSync(disk);
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1000k', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
});
const NO_SPACE = /^.*\.duckdb: the store of results cannot be used: no space is left for it; what was kept before is/;

/** The command where no file may grow beyond so many blocks of 512 bytes. */
async function limited(blocks: number, args: readonly string[]) {
  const env = { PATH: process.env.PATH, LANG: 'C' };
  const line = `ulimit -f ${blocks}; exec "$0" "$@"`;
  const one = watched(spawn('sh', ['-c', line, process.execPath, MAIN, ...args], { env }));
  return { status: await one.ended(), ...one.text };
}

test.skipIf(!mounted)(
  'on a disk that is full, and goes on where there is room again',
  () => {
    const store = join(disk, 'full.duckdb');
    const full = zhizhuang([...study, '--store', store]);
    expect([full.status, full.stdout, full.stderr]).toEqual([2, '', [expect.stringMatching(NO_SPACE)]]);
    spawnSync('mount', ['-o', 'remount,size=50m', disk]);
    const again = zhizhuang([...study, '--store', store]);
    const undisturbed = zhizhuang([...study, '--store', 'none']);
    expect([again.status, again.stdout === undisturbed.stdout]).toEqual([0, true]);
  },
  180_000,
);

test.skipIf(mounted)(
  'that may not grow, and goes on where it may',
  async () => {
    const store = join(folder.path, 'limited.duckdb');
    const full = await limited(2000, [...study, '--store', store]);
    expect([full.status, full.stdout]).toEqual([2, '']);
    expect(full.stderr).toMatch(NO_SPACE);
    const sql = ['results', 'sql', '--store', store, '--json', '--sql'];
    const [[kept]] = JSON.parse(zhizhuang([...sql, 'SELECT count(*) FROM task']).stdout).rows;
    expect(kept).toBeGreaterThan(0);
    const again = zhizhuang([...study, '--store', store]);
    expect(again.status).toBe(0);
    const undisturbed = zhizhuang([...study, '--store', 'none']);
    expect(again.stdout === undisturbed.stdout).toBe(true);
    expect(zhizhuang([...sql, 'SELECT count(*), count(DISTINCT key) FROM task']).stdout).toContain(
      '[\n      500,\n      500',
    );
  },
  180_000,
);

test('that is damaged is told as damaged, and left as it is', () => {
  const store = join(folder.path, 'damaged.duckdb');
  expect(zhizhuang(['run', small, '--mode', 'direct', '--replications', '2', '--store', store]).status).toBe(0);
  const bytes = readFileSync(store);
  bytes.fill(0x55, 4096, 12_288);
  writeFileSync(store, bytes);
  const { status, stderr } = zhizhuang([...study, '--store', store]);
  expect([status, stderr]).toEqual([2, [expect.stringMatching(/the store of results cannot be used: it is damaged/)]]);
  expect(readFileSync(store).equals(bytes)).toBe(true);
}, 60_000);
