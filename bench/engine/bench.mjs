/**
 * `npm run bench:engine [-- --json]`: the engine against a hand-written event loop in C, in the same run. Each load
 * is run in turn on both sides, several times; medians are printed, and their ratio.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as loads from './loads.mjs';

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, rounds: { type: 'string' } } });
const rounds = Number(options.rounds ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-bench-'));
const reference = join(folder, 'reference');
execFileSync('gcc', ['-O2', '-o', reference, fileURLToPath(new URL('reference.c', import.meta.url))]);

const draws = loads.EXPONENTIAL;
/** @param {'hold' | 'queue'} what @param {number} a @param {number} b */
const inC = (what, a, b) =>
  Number(
    execFileSync(reference, [what, `${a}`, `${b}`], { input: Buffer.from(draws.buffer) })
      .toString()
      .split(' ')[0],
  );

const HOLD_EVENTS = 2_000_000;
const CUSTOMERS = 500_000;
/** Each load on our side, and on the other where there is one.
 * @type {Record<string, readonly [ours: () => number, theirs: (() => number) | null]>} */
const cases = {
  'hold 1000': [() => loads.hold(1000, HOLD_EVENTS, draws), () => inC('hold', 1000, HOLD_EVENTS)],
  'hold 100000': [() => loads.hold(100_000, HOLD_EVENTS, draws), () => inC('hold', 100_000, HOLD_EVENTS)],
  'hold 1000000': [() => loads.hold(1_000_000, HOLD_EVENTS, draws), () => inC('hold', 1_000_000, HOLD_EVENTS)],
  'hold 1000, all equal': [() => loads.hold(1000, HOLD_EVENTS, loads.ALL_EQUAL), null],
  'hold 1000, two scales': [() => loads.hold(1000, HOLD_EVENTS, loads.TWO_SCALES), null],
  mm1Callback: [() => loads.mm1Callback(CUSTOMERS, draws).perSecond, () => inC('queue', 1, CUSTOMERS)],
  mm1Process: [() => loads.mmcProcess(1, CUSTOMERS, draws).perSecond, () => inC('queue', 1, CUSTOMERS)],
  mm3Process: [() => loads.mmcProcess(3, CUSTOMERS, draws).perSecond, () => inC('queue', 3, CUSTOMERS)],
  cancel: [() => loads.cancelTimers(100_000, CUSTOMERS, draws), null],
};

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** @type {Record<string, { perSecond: number, cold: number, reference: number | null, ratio: number | null }>} */
const measured = {};
for (const [name, [ours, theirs]] of Object.entries(cases)) {
  const cold = ours();
  const rates = [];
  const references = [];
  for (let round = 0; round < rounds; round++) {
    rates.push(ours());
    if (theirs !== null) references.push(theirs());
  }
  const perSecond = median(rates);
  const inReference = theirs === null ? null : median(references);
  measured[name] = { perSecond, cold, reference: inReference, ratio: inReference && perSecond / inReference };
}
rmSync(folder, { recursive: true });

const bytes = { process: loads.bytesEach(200_000, 'process'), event: loads.bytesEach(200_000, 'event') };

if (options.json) {
  /** @param {string} name */
  const of = (name) => Math.round(measured[name]?.perSecond ?? Number.NaN);
  const hold = { 1000: of('hold 1000'), 100000: of('hold 100000'), 1000000: of('hold 1000000') };
  const ratios = Object.fromEntries(
    Object.entries(measured).flatMap(([name, { ratio }]) => (ratio === null ? [] : [[name, Number(ratio.toFixed(3))]])),
  );
  const [mm1Callback, mm1Process, mm3Process] = [of('mm1Callback'), of('mm1Process'), of('mm3Process')];
  const answer = { hold, mm1Callback, mm1Process, mm3Process, cancel: of('cancel'), ratios, bytes };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
} else {
  /** @param {number | null} value */
  const millions = (value) => (value === null ? '' : (value / 1e6).toFixed(2)).padStart(9);
  process.stdout.write(`${'millions a second'.padEnd(24)}     warm     cold        C    ratio\n`);
  for (const [name, { perSecond, cold, reference: inReference, ratio }] of Object.entries(measured)) {
    const share = (ratio === null ? '' : ratio.toFixed(2)).padStart(9);
    process.stdout.write(`${name.padEnd(24)}${millions(perSecond)}${millions(cold)}${millions(inReference)}${share}\n`);
  }
  process.stdout.write(
    `bytes a waiting process ${bytes.process.toFixed(0)}, a pending event ${bytes.event.toFixed(0)}\n`,
  );
}
