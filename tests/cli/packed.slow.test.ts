import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

/** An empty folder with the packed program in it, and nothing that only its developers need. */
const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-packed-'));
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { compareScenario, readScenario } from 'zhizhuang';
import { checkEstimates, estimate } from 'zhizhuang/testing';

const read = readScenario(readFileSync('node_modules/zhizhuang/scenarios/bayuquan-72kt.yaml'), 'ship.yaml');
if (!read.ok) throw new Error('bad scenario');
const { measures } = await compareScenario(read.scenario, { seed: 1, replications: 2 });
const mean: number | null | undefined = measures['saving.perTonne'].difference?.mean;
await checkEstimates(estimate, { numRuns: 1, seed: 1, properties: ['massCloses', 'sameSavesNothing'] });
console.log(JSON.stringify(mean));
`;

function run(file: string, ...args: readonly string[]): string {
  return execFileSync(file, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('[\n'))) as [{ filename: string }];
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, 'program.mts'), PROGRAM);
  const quiet = ['--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', 'install', ...quiet, `./${filename}`, `fast-check@${manifest.devDependencies['fast-check']}`);
}, 400_000);

afterAll(() => rmSync(folder, { recursive: true }), 60_000);

const ASKED = ['compare', 'node_modules/zhizhuang/scenarios/bayuquan-72kt.yaml', '--replications', '2', '--seed', '1'];

test('the packed program installs without development dependencies, and its command runs', () => {
  const found = JSON.parse(run('npx', '--no-install', 'zhizhuang', ...ASKED, '--json', '--store', 'none'));
  expect(found).toMatchObject({ schema: 'zhizhuang/compare@1', program: { version: manifest.version } });
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'node_modules/zhizhuang/package.json'), 'utf8'));
  for (const name of Object.keys(manifest.devDependencies)) expect(dependencies).not.toHaveProperty(name);
}, 60_000);

test('as a library it has types, and gives what the command gives', () => {
  symlinkSync(resolve('node_modules/@types'), join(folder, 'node_modules/@types'));
  const tsc = resolve('node_modules/.bin/tsc');
  run(tsc, '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node', 'program.mts');
  const { measures } = JSON.parse(run('npx', '--no-install', 'zhizhuang', ...ASKED, '--json', '--store', 'none'));
  expect(JSON.parse(run('node', 'program.mjs'))).toBe(measures['saving.perTonne'].difference.mean);
}, 120_000);
