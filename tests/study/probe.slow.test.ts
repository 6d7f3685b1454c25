import { describe, expect, test } from 'vitest';
import { inProcess, runProbes, withExecutor } from '../../src/execution/index.ts';
import { applyOverrides, type Scenario } from '../../src/scenario/index.ts';
import {
  COMPARED,
  compare,
  type ModeOutcome,
  OUTPUT_NAMES,
  type Output,
  outputNamed,
  outputReader,
  type Probe,
  prepare,
  probedOf,
  taskRunner,
} from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();
const fitted = smallScenario(true);
/** What probes of a scenario come to, one after the other. */
function prober(of: Scenario, seed: number, outputs: readonly Output[]) {
  const run = taskRunner(of);
  const { modes, values } = outputReader(outputs);
  return ({ settings, replication }: Probe) =>
    probedOf<ModeOutcome>(
      values,
      modes.map((mode) => run({ settings, mode, seed, replication })),
    );
}

const named = (...names: string[]) => names.map((name) => outputNamed(name) as Output);

function set(of: Scenario, settings: readonly string[]): Scenario {
  const read = applyOverrides(of, settings);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

describe('a probe', () => {
  test('gives what compare gives for the same scenario and replication, in every output', () => {
    const settings = ['fleet.size=12', 'handling.secondHaulPrice=4 yuan/t'];
    const outcome = prepare(set(scenario, settings))(COMPARED, 7, 3);
    const { measures } = compare(set(scenario, settings), [outcome], { seed: 7 });
    const outputs = named(...OUTPUT_NAMES);
    const probed = prober(scenario, 7, outputs)({ settings, replication: 3 });
    const expected = outputs.map(({ id, side }) => {
      const row = measures[id];
      return (side === 'saving' || side === 'difference' ? row.difference : row[side])?.mean ?? null;
    });
    expect(probed).toEqual({ ok: true, values: expected });
    expect(expected.filter((value) => value !== null).length).toBeGreaterThan(50);
  });

  test('does not look at what a fitted parameter was before', () => {
    const outputs = named('saving.perTonne');
    const { measures } = compare(fitted, [prepare(fitted)(COMPARED, 1, 0)], { seed: 1 });
    const expected = { ok: true, values: [measures['saving.perTonne'].difference?.mean] };
    expect(prober(fitted, 1, outputs)({ settings: [], replication: 0 })).toEqual(expected);
  });

  test('is the same whatever was run before it, and whether or not its season was shared', () => {
    const outputs = named('saving.perTonne', 'direct:truck.waitHours');
    const probes: Probe[] = [
      { settings: [], replication: 0 },
      { settings: ['handling.secondHaulPrice=4'], replication: 0 },
      { settings: ['fleet.size=11'], replication: 0 },
      { settings: ['contract.laytimeRate=9000'], replication: 0 },
      { settings: [], replication: 1 },
      { settings: [], replication: 0 },
    ];
    const shared = prober(scenario, 1, outputs);
    const together = probes.map(shared);
    const alone = probes.map((probe) => prober(scenario, 1, outputs)(probe));
    expect(together).toEqual(alone);
    expect(together[5]).toEqual(together[0]);
    expect(new Set(together.map((one) => JSON.stringify(one))).size).toBe(5);
  });

  test('moves a saving by a price exactly as the ledger does', () => {
    const run = prober(scenario, 1, named('saving.perTonne'));
    const at = (price: number) => {
      const probed = run({ settings: [`handling.secondHaulPrice=${price}`], replication: 0 });
      return probed.ok ? (probed.values[0] ?? Number.NaN) : Number.NaN;
    };
    expect(at(7) - at(4)).toBeCloseTo(3, 9);
  });

  test('whose values cannot stand together says why', () => {
    const settings = ['yard.stagingLead=15', 'calls.clockOpening=10'];
    const probed = prober(scenario, 1, named('saving.perTonne'))({ settings, replication: 0 });
    expect(probed).toMatchObject({ ok: false, failure: { why: 'refused' } });
    expect(JSON.stringify(probed)).toContain('calls.clockOpening');
  });

  test('whose season cannot be served says so, and needs no room for it', () => {
    const settings = ['fleet.size=1', 'fleet.stagingTrucks=1', 'calls.clockClosing=1', 'road.distance=2000'];
    const probed = prober(scenario, 1, named('saving.perTonne'))({ settings, replication: 0 });
    expect(probed).toMatchObject({ ok: false, failure: { why: 'unfinished', season: { waits: [] } } });
  });
});

describe('outputs', () => {
  test('are known by their names', () => {
    expect(outputNamed('saving.perTonne')).toEqual({ id: 'saving.perTonne', side: 'saving' });
    expect(outputNamed('difference:truck.waitHours')).toEqual({ id: 'truck.waitHours', side: 'difference' });
    for (const name of ['truck.waitHours', 'direct:saving.perTonne', 'x', '__proto__', 'direct:', '']) {
      expect(outputNamed(name)).toBeNull();
    }
  });

  test('of one mode alone need no other, and come out the same', () => {
    const names = ['direct:cost.perTonne', 'direct:vessel.portHours'];
    const alone = prober(scenario, 1, named(...names))({ settings: [], replication: 2 });
    const both = prober(scenario, 1, named(...names, 'saving.total'))({ settings: [], replication: 2 });
    expect(alone.ok && both.ok && alone.values).toEqual(both.ok && both.values.slice(0, 2));
  });
});

test('probes come out in their rows whatever the threads', async () => {
  const rows: Probe[][] = [3, 1, 0, 5].map((length, row) =>
    Array.from({ length }, (_, i) => ({ settings: [`fleet.size=${10 + i}`], replication: row })),
  );
  const outputs = named('saving.perTonne');
  const one = await runProbes(inProcess(scenario), rows, { seed: 1, outputs });
  const told: number[] = [];
  const two = await withExecutor(scenario, { threads: 2 }, (executor) =>
    runProbes(executor, rows, { seed: 1, outputs, onProgress: (done) => told.push(done) }),
  );
  expect(two).toEqual(one);
  expect(one.map((row) => row.length)).toEqual([3, 1, 0, 5]);
  expect(told.at(-1)).toBe(9);
});
