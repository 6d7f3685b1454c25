import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binned, niceStep, ticks } from '../../src/page/bins.ts';
import { pageWith } from '../../src/page/index.ts';
import { keyOf, stepOf, tidied, withSetting } from '../../src/page/settings.ts';
import { hashOf, type PageState, stateOf, wholeIn } from '../../src/page/state.ts';

const STATE: PageState = {
  scenario: { is: 'shipped', file: 'bayuquan-72kt.yaml' },
  settings: ['fleet.size=30', 'haulage.truckPrice=9 yuan/t'],
  rival: 'hybrid',
  seed: 7,
  replications: 100,
  language: 'zh',
};

describe('the state in the address', () => {
  test('can be read by people', async () => {
    expect(await hashOf(STATE)).toBe(
      '#scenario=bayuquan-72kt.yaml&set=fleet.size%3D30&set=haulage.truckPrice%3D9+yuan%2Ft&with=hybrid&seed=7&n=100&lang=zh',
    );
  });

  test('comes back whole, whatever it holds', async () => {
    const state = fc.record({
      scenario: fc.oneof(
        fc.record({ is: fc.constant('shipped' as const), file: fc.string({ minLength: 1 }) }),
        fc.record({
          is: fc.constant('own' as const),
          file: fc.string({ unit: 'binary' }),
          text: fc.string({ unit: 'binary' }),
        }),
      ),
      settings: fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
      rival: fc.constantFrom('direct' as const, 'hybrid' as const),
      seed: fc.nat(),
      replications: fc.integer({ min: 1, max: 1000 }),
      language: fc.constantFrom('zh' as const, 'en' as const),
    });
    await fc.assert(
      fc.asyncProperty(state, async (one) => {
        const { rival = 'direct', seed = 1, replications = 30, ...said } = await stateOf(await hashOf(one));
        expect({ ...said, rival, seed, replications }).toEqual(one);
      }),
      { numRuns: 20 },
    );
  });

  test('says nothing where an address is nonsense', async () => {
    expect(await stateOf('#n=1e9&seed=-1&lang=xx&with=staged')).toEqual({ settings: [] });
    expect(await stateOf('#text=%00%00&scenario=a.yaml')).toEqual({
      scenario: { is: 'shipped', file: 'a.yaml' },
      settings: [],
    });
    expect(wholeIn('30.5', 0, 99)).toBeNull();
    expect(wholeIn(' 30 ', 0, 99)).toBe(30);
  });

  test('unpacks no more than a scenario may have', async () => {
    const own = { ...STATE, scenario: { is: 'own', file: 'bomb.yaml', text: ' '.repeat(1_000_001) } as const };
    expect((await stateOf(await hashOf(own))).scenario).toEqual({ is: 'shipped', file: 'bomb.yaml' });
  });
});

describe('settings', () => {
  test('one parameter takes the place it had, a new one the end, none goes', () => {
    const two = ['fleet.size=30', 'road.distance=9'];
    expect(withSetting(two, 'fleet.size', '31')).toEqual(['fleet.size=31', 'road.distance=9']);
    expect(withSetting(two, 'fleet.size', null)).toEqual(['road.distance=9']);
    expect(withSetting(two, 'carbon.price', '50')).toEqual([...two, 'carbon.price=50']);
    expect(keyOf(' fleet.size = 3')).toBe('fleet.size');
    expect(keyOf('__proto__=3')).toBeNull();
    expect(keyOf('fleet.size')).toBeNull();
  });

  test("a slider's steps are round and about a hundred", () => {
    expect([stepOf(20, 80, true), stepOf(3, 15, false), stepOf(0, 0.05, false), stepOf(0, 10_000, false)]).toEqual([
      1, 0.2, 0.0005, 100,
    ]);
    expect(stepOf(5, 5, true)).toBe(1);
    expect(tidied(0.1 + 0.2)).toBe(0.3);
  });
});

describe('bins', () => {
  test('hold every value once, are as wide as each other, and none has 0 inside', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (some) => {
        const bins = binned(some, 18);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(some.length);
        expect(bins.length).toBeLessThan(60);
        for (const { from, to } of bins)
          expect(from < -1e-9 && to > 1e-9 && Math.min(-from, to) > 1e-9 * (to - from)).toBe(false);
      }),
    );
  });

  test('of one value are one, of none are none', () => {
    expect(binned([3.5], 7)).toEqual([{ from: 3.5, to: 4, count: 1 }]);
    expect(binned([0, 0], 10)).toHaveLength(1);
    expect(binned([], 10)).toEqual([]);
  });

  test('steps and marks read well', () => {
    expect([niceStep(0.3), niceStep(7), niceStep(1), niceStep(2.2)]).toEqual([0.5, 10, 1, 2.5]);
    expect(ticks(-0.4, 2.1, 5)).toEqual([0, 0.5, 1, 1.5, 2]);
  });
});

describe('a page with a scenario in it', () => {
  const page = '<p><script type="application/json" id="given">null</script></p>';

  test('keeps it as data, whatever it says', () => {
    const text = '</script><script>alert(1)</script><!-- $& $1 --> \u2028';
    const given = {
      file: '<img src=x onerror=alert(1)>.yaml',
      text,
      settings: ["a='</x>"],
      seed: 1,
      replications: 3,
      language: null,
    };
    const made = pageWith(page, given);
    const inside = made.slice(page.indexOf('>n') + 1, made.indexOf('</script>'));
    expect(inside).not.toContain('<');
    expect(JSON.parse(inside)).toEqual(given);
    expect(made.slice(made.indexOf('</script>'))).toBe('</script></p>');
    expect(pageWith(made, given)).toBe(made);
  });

  test('must be a page of this program', () => {
    expect(() =>
      pageWith('<p></p>', { file: '', text: '', settings: [], seed: 1, replications: 1, language: 'en' }),
    ).toThrow(/no page of zhizhuang/);
  });
});
