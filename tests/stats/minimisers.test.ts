import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import { cmaEs, minimise, nelderMead, ofLoss, type SearchMethod, searchBy } from '../../src/stats/index.ts';

type Point = readonly number[];
/** Minimum 0 at (1, …, 1), here with the cube standing for −2 … 2. */
const rosenbrock = (cube: Point) => {
  const x = cube.map((u) => 4 * u - 2);
  return x.slice(1).reduce((sum, next, i) => {
    const at = x[i] as number;
    return sum + 100 * (next - at * at) * (next - at * at) + (1 - at) * (1 - at);
  }, 0);
};
const sphereAt = (centre: Point) => (cube: Point) =>
  cube.reduce((sum, u, d) => sum + (u - (centre[d] as number)) * (u - (centre[d] as number)), 0);

/** What both methods' states have. */
interface Known {
  readonly best: { readonly point: Point; readonly loss: number } | null;
  readonly evaluations: number;
}

const stream = (name = 'minimiser') => new RandomStreams(1, 0).stream(name);
const simplex = (start: Point, evaluations: number) =>
  nelderMead({ start, evaluations, size: 1e-8, gain: 1e-14, restarts: 10 });
const strategy = (start: Point, evaluations: number, name?: string) =>
  cmaEs({ start, evaluations, stream: stream(name), size: 1e-9 });

describe.each([
  ['Nelder and Mead', simplex],
  ['CMA-ES', strategy],
] as const)('%s', (_, ofMethod) => {
  const method = (start: Point, evaluations: number) => ofMethod(start, evaluations) as unknown as SearchMethod<Known>;
  const found = (start: Point, evaluations: number, loss: (cube: Point) => number) => {
    const { best, evaluations: asked } = minimise(method(start, evaluations), loss);
    expect(asked).toBeLessThan(evaluations + 20);
    return best as NonNullable<typeof best>;
  };

  test.each([1, 2, 5])('finds the bottom of a sphere of %i dimensions', (d) => {
    const centre = Array.from({ length: d }, (__, i) => 0.3 + 0.1 * i);
    const { point, loss } = found(Array(d).fill(0.5), 4000, sphereAt(centre));
    expect(loss).toBeLessThan(1e-12);
    for (const [i, u] of point.entries()) expect(u).toBeCloseTo(centre[i] as number, 5);
  });

  test.each([2, 4])("goes down Rosenbrock's valley of %i dimensions", (d) => {
    const { point, loss } = found(Array(d).fill(0.2), 8000, rosenbrock);
    expect(loss).toBeLessThan(1e-8);
    for (const u of point) expect(u).toBeCloseTo(0.75, 3);
  });

  test('finds a bottom that lies on the bounds, or beyond them', () => {
    expect(found([0.5, 0.5], 3000, sphereAt([0, 1])).loss).toBeLessThan(1e-8);
    const { point } = found([0.5, 0.5], 3000, sphereAt([-0.5, 0.4]));
    expect(point[0]).toBeCloseTo(0, 4);
    expect(point[1]).toBeCloseTo(0.4, 4);
  });

  test('goes round a region without values', () => {
    const holed = (cube: Point) => ((cube[0] as number) > 0.6 ? Number.NaN : sphereAt([0.55, 0.2])(cube));
    expect(found([0.3, 0.8], 3000, holed).loss).toBeLessThan(1e-6);
  });

  test('ends where nothing has a value', () => {
    const state = minimise(method([0.5, 0.5], 200), () => Number.NaN) as unknown as {
      best: null;
    };
    expect(state.best).toBeNull();
  });

  test('goes on from its state as JSON as if nothing had been between', () => {
    const same = method([0.2, 0.3], 400);
    const [whole, halves] = [searchBy(same), [searchBy(same)]];
    const step = (search: ReturnType<typeof searchBy>) => {
      const points = search.ask();
      search.tell(
        points,
        points.map((point) => ofLoss(rosenbrock(point))),
      );
      return points;
    };
    for (let i = 0; i < 40; i++) {
      const last = halves.at(-1) as ReturnType<typeof searchBy>;
      expect(step(last)).toEqual(step(whole));
      halves.push(searchBy(same, JSON.parse(JSON.stringify(last.state))));
    }
  });

  propertyTest.prop([fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 3 })], {
    numRuns: 30,
    seed: 5,
  })('never leaves the cube', (centre) => {
    const loss = sphereAt(centre);
    minimise(method(Array(centre.length).fill(0.9), 150), (cube) => {
      for (const u of cube) expect(u >= 0 && u <= 1).toBe(true);
      return loss(cube);
    });
  });
});

test("Nelder and Mead's first moves, by hand", () => {
  // f = x: vertices 0.5, 0.75; the worst is reflected to 0.25, which is best: expanded to 0.
  const search = searchBy(nelderMead({ start: [0.5], evaluations: 100 }));
  const tell = () => {
    const points = search.ask();
    search.tell(
      points,
      points.map(([x]) => ofLoss(x as number)),
    );
    return points;
  };
  expect(tell()).toEqual([[0.5], [0.75]]);
  expect(tell()).toEqual([[0.25]]);
  expect(tell()).toEqual([[0]]);
  // Now 0 and 0.5; the reflection −0.5 is moved to 0, is not better, and the simplex contracts outside.
  expect(tell()).toEqual([[0]]);
});

test('CMA-ES learns the axes of a stretched bowl', () => {
  const turned = ([x = 0, y = 0]: Point) => {
    const [along, across] = [x + y - 1, x - y];
    return along * along + 1e4 * across * across;
  };
  const state = minimise(strategy([0.2, 0.6], 2000), turned);
  expect(state.best?.loss).toBeLessThan(1e-12);
  const [[a = 0, b = 0] = [], [, c = 0] = []] = state.covariance;
  expect(b / Math.sqrt(a * c)).toBeGreaterThan(0.95);
});
