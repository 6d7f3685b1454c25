/** Where the time of a load goes: the functions with the most time of their own, by V8's sampling profiler. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Child } from './children.mjs';

const ROUNDS = 5;
const TOP = 10;
/** Time outside functions that a load causes all the same. */
const OUTSIDE = ['(garbage collector)', '(program)'];

/** @typedef {{ functionName: string, url: string, lineNumber: number }} Frame */
/** @typedef {{ id: number, callFrame: Frame, children?: number[] }} Node */
/** @typedef {{ nodes: Node[], samples: number[], timeDeltas: number[] }} Profile */

/**
 * Runs a load in a process of its own under the profiler.
 *
 * @param {import('./cases.mjs').Case} one
 * @param {number} part share of its count to run
 * @returns {Promise<string>} a table
 */
export async function profileTable(one, part = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-profile-'));
  const child = new Child(['--cpu-prof', '--cpu-prof-interval=250', `--cpu-prof-dir=${folder}`]);
  for (let round = 0; round < ROUNDS; round++) await child.run(one, Math.ceil(one.count * part));
  await child.close();
  const [file = ''] = readdirSync(folder);
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  rmSync(folder, { recursive: true });
  return asTable(one.name, selfTimes(profile));
}

/** Microseconds of its own of each function within `timed`. @param {Profile} profile @returns {Map<string, number>} */
function selfTimes({ nodes, samples, timeDeltas }) {
  const within = insideTimed(nodes);
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  /** @type {Map<string, number>} */
  const times = new Map();
  samples.forEach((id, i) => {
    const name = names.get(id) ?? '';
    if (!within.has(id) && !OUTSIDE.includes(name)) return;
    times.set(name, (times.get(name) ?? 0) + Number(timeDeltas[i]));
  });
  return times;
}

/** Everything that `timed` calls. @param {readonly Node[]} nodes */
function insideTimed(nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ids = new Set(nodes.filter(({ callFrame }) => callFrame.functionName === 'timed').map(({ id }) => id));
  // A set yields what is added to it during the walk as well.
  for (const id of ids) for (const child of byId.get(id)?.children ?? []) ids.add(child);
  return ids;
}

/** @param {Frame} frame */
function nameOf({ functionName, url, lineNumber }) {
  const name = functionName === '' ? 'anonymous' : functionName;
  return url === '' ? name : `${name} ${basename(url)}:${lineNumber + 1}`;
}

/** @param {string} name @param {Map<string, number>} times */
function asTable(name, times) {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const top = [...times].sort(([, a], [, b]) => b - a).slice(0, TOP);
  const lines = top.map(([what, time]) => `${((100 * time) / total).toFixed(1).padStart(6)} %  ${what}`);
  return [`${name}: own time of functions, ${(total / 1e6).toFixed(1)} s in ${ROUNDS} runs`, ...lines].join('\n');
}
