import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect, inProcess } from '../../src/execution/index.ts';
import { flatten, flattener, unflattener } from '../../src/execution/store/flat-outcome.ts';
import { outcomeReader } from '../../src/execution/store/outcome-reader.ts';
import type { ModeOutcome } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario(true);
const TASK = { settings: [], mode: 'direct', seed: 1, replication: 0 } as const;

describe('an outcome taken apart and put together', () => {
  test('is the same to the last bit, whatever plain data it is', () => {
    const plain = fc.letrec((tie) => ({
      any: fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constant(null),
        fc.string(),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          tie('any'),
          { maxKeys: 4, noNullPrototype: true },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(plain, (value) => {
        const { shape, numbers } = flatten(value);
        const bytes = new Uint8Array(numbers.buffer.slice(0));
        expect(unflattener(shape)(new Float64Array(bytes.buffer))).toStrictEqual(value);
      }),
      { seed: 1 },
    );
  });
});

describe('an outcome taken apart again and again', () => {
  const data = fc.array(
    fc.record({ a: fc.double({ noNaN: true }), b: fc.constantFrom('x', 'y'), c: fc.option(fc.nat()) }),
  );

  test('is what it is taken apart alone, whatever came before', () => {
    const again = flattener();
    fc.assert(
      fc.property(data, (value) => {
        expect(again(value)).toStrictEqual(flatten(value));
        expect(again(value)).toStrictEqual(flatten(value));
      }),
      { seed: 1 },
    );
  });

  test.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: [] }, { a: {} }],
    [{ a: 'x' }, { a: 'y' }],
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, { a: true }],
    [{ a: [1] }, { a: [1, 2] }],
  ])('%o is not taken for %o', (one, other) => {
    const again = flattener();
    again(one);
    expect(again(other)).toStrictEqual(flatten(other));
  });

  test('a real one is put together member by member, and is plain data to whoever looks', async () => {
    const [[found]] = (await collect(inProcess(scenario), [[TASK]])) as [[{ ok: true; outcome: object }]];
    const { shape, numbers } = flatten(found.outcome);
    const { whole } = outcomeReader(shape);
    expect(whole.count).toBe(numbers.length);
    const read = whole.make(numbers);
    expect(Object.keys(read)).toEqual(Object.keys(found.outcome));
    expect(Object.getOwnPropertyDescriptor(read, 'hours')?.get).toBeTypeOf('function');
    expect(structuredClone(read)).toStrictEqual(found.outcome);
    expect({ ...read }).toStrictEqual(found.outcome);
    expect(JSON.stringify(read)).toBe(JSON.stringify(found.outcome));
  });

  test('gives its single figures from its first numbers, to the last bit', async () => {
    const [[found]] = (await collect(inProcess(scenario), [[TASK]])) as [[{ ok: true; outcome: ModeOutcome }]];
    const { measures, shipperCostYuan, systemCostYuan, portChargesYuan, aboardTonnes } = found.outcome;
    const outcome = {
      ...found.outcome,
      measures: { ...measures, 'truck.waitHours': null, 'cost.perTonne': -0 },
      systemCostYuan: 0.1 + 0.2,
    };
    const { shape, numbers } = flatten(outcome);
    const { figures } = outcomeReader(shape);
    expect(figures.count).toBe(Object.keys(measures).length + 4);
    expect(figures.make(numbers.slice(0, figures.count))).toStrictEqual({
      measures: outcome.measures,
      shipperCostYuan,
      systemCostYuan: 0.1 + 0.2,
      portChargesYuan,
      aboardTonnes,
    });
    expect(systemCostYuan).not.toBe(outcome.systemCostYuan);
  });

  test('of members in another order is read whole', async () => {
    const [[found]] = (await collect(inProcess(scenario), [[TASK]])) as [[{ ok: true; outcome: ModeOutcome }]];
    const { measures, ...rest } = found.outcome;
    const { shape, numbers } = flatten({ ...rest, measures });
    const { whole, figures } = outcomeReader(shape);
    expect([whole.count, figures.count]).toEqual([numbers.length, numbers.length]);
    expect(figures.make(numbers)).toStrictEqual({ ...rest, measures });
    expect(whole.make(numbers)).toStrictEqual({ ...rest, measures });
  });
});
