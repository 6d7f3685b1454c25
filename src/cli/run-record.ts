import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { arch, availableParallelism, cpus, hostname, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { resultVersion, shownAddress } from '../execution/index.ts';
import { quoted } from '../report/index.ts';
import type { Asked } from './command.ts';
import type { Where } from './where.ts';

/** How an answer came to be: all that depends on machine and time, and stands in no result. */
export interface RunRecord {
  readonly schema: 'zhizhuang/run@1';
  readonly study: string;
  /** The command line, without secrets. */
  readonly command: string;
  readonly program: string;
  readonly resultVersion: string;
  /** Of the source, where the program runs from a clone. */
  readonly commit: string | null;
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly executor: 'in process' | 'threads' | 'cluster';
  readonly threads: number;
  /** The cluster's Redis, without password. */
  readonly cluster: string | null;
  readonly store: string | null;
  readonly host: string;
  readonly machine: string;
  readonly node: string;
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly finished: string | null;
  readonly status: number | null;
}

/** The record of a run that is under way. @param args the command line, after the program's name */
export function beginRecord(
  { scenario, program }: Asked,
  study: string,
  seed: number,
  threads: number,
  where: Where,
  args: readonly string[],
  started: Date,
): RunRecord {
  const { name, hash, overrides } = scenario;
  const { redis, store } = where;
  return {
    schema: 'zhizhuang/run@1',
    study,
    command: ['zhizhuang', ...args.map((arg) => quoted(withoutSecrets(arg)))].join(' '),
    program: `${program.name} ${program.version}`,
    resultVersion: resultVersion(),
    commit: commitOf(fileURLToPath(new URL('../..', import.meta.url))),
    scenario: { name, hash, overrides },
    seed,
    executor: redis !== null ? 'cluster' : threads > 1 ? 'threads' : 'in process',
    threads,
    cluster: redis === null ? null : shownAddress(redis),
    store: store?.path ?? null,
    host: hostname(),
    machine: machine(),
    node: process.version,
    started: started.toISOString(),
    finished: null,
    status: null,
  };
}

/** What stands before an @ of an address is taken for a secret. */
function withoutSecrets(arg: string): string {
  return arg.replaceAll(/\/\/[^/@\s]*@/gu, '//***@');
}

function machine(): string {
  const model = cpus()[0]?.model ?? '';
  return `${platform()} ${arch()}, ${availableParallelism()} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
}

function commitOf(root: string): string | null {
  if (!existsSync(`${root}/.git`)) return null;
  const { stdout } = spawnSync('git', ['-C', root, 'rev-parse', 'HEAD'], { encoding: 'utf8', timeout: 2000 });
  return /^[0-9a-f]{40,64}$/u.exec(stdout?.trim() ?? '')?.[0] ?? null;
}

/** The record as the store keeps it: texts by name. */
export function provenanceOf(
  record: Omit<RunRecord, 'study' | 'scenario' | 'seed' | 'program' | 'resultVersion'>,
): Readonly<Record<string, string>> {
  const { command, commit, executor, threads, cluster, host, machine: on, node, started } = record;
  const said = { command, commit, executor, threads: String(threads), cluster, host, machine: on, node, started };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null));
}
