import { describe, expect, test } from 'vitest';
import { PreemptiveResource, type ProcessBody, Resource, Simulation, SimulationError } from '../../src/engine/index.ts';

/** Processes that arrive one after the other, work an hour each, and write down in which order they were served. */
function servedOrder(desk: Resource, sim: Simulation, arrivals: readonly { name: string; units?: number }[]): string[] {
  const order: string[] = [];
  function* visit(name: string, units: number): ProcessBody {
    yield* desk.seize(units);
    order.push(name);
    yield* sim.hold(1);
    desk.release(units);
  }
  for (const [index, { name, units = 1 }] of arrivals.entries()) {
    sim.spawn(name, visit(name, units), { delay: index / 16 });
  }
  sim.run();
  return order;
}

describe('dynamic priority', () => {
  test('is asked anew at every turn: the rank of those in line may change while they wait', () => {
    const sim = new Simulation();
    const due: Record<string, number> = { a: 9, b: 3, c: 2, d: 1 };
    const rank = ({ process }: { process: { name: string } | null }) => due[process?.name ?? ''] ?? 0;
    const desk = new Resource(sim, { name: 'desk', capacity: 1, rank });
    sim.schedule(1.5, () => {
      due.c = 8;
    });
    expect(servedOrder(desk, sim, [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }])).toEqual([
      'a',
      'd',
      'b',
      'c',
    ]);
  });

  test('keeps the order of arrival among equals', () => {
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: 1, rank: () => 0 });
    expect(servedOrder(desk, sim, [{ name: 'a' }, { name: 'b' }, { name: 'c' }])).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['strict', ['a', 'b', 'c']],
    ['first-fit', ['a', 'c', 'b']],
  ] as const)('with a %s line, the lowest that needs more than is free', (discipline, order) => {
    const sim = new Simulation();
    const rank = ({ units }: { units: number }) => -units;
    const desk = new Resource(sim, { name: 'desk', capacity: 3, discipline, rank });
    const arrivals = [{ name: 'a', units: 2 }, { name: 'b', units: 3 }, { name: 'c' }];
    expect(servedOrder(desk, sim, arrivals)).toEqual(order);
  });

  test('sees since when a request waits, its units and its priority', () => {
    const sim = new Simulation();
    const seen: unknown[] = [];
    const desk = new Resource(sim, {
      name: 'desk',
      capacity: 2,
      rank: ({ process, ...request }) => {
        seen.push([process?.name ?? null, request]);
        return 0;
      },
    });
    desk.trySeize(1);
    sim.spawn(
      'ship',
      (function* () {
        yield* sim.hold(3);
        yield* desk.seize(2, 7);
        desk.release(2);
      })(),
    );
    sim.schedule(4, () => desk.release());
    sim.run();
    expect(seen).toContainEqual(['ship', { units: 2, priority: 7, since: 3 }]);
  });
});

describe('another priority for one who waits', () => {
  test('moves it in line, behind those who have the same', () => {
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: 1 });
    const order: string[] = [];
    function* visit(name: string, priority: number): ProcessBody {
      yield* desk.seize(1, priority);
      order.push(name);
      yield* sim.hold(1);
      desk.release();
    }
    sim.spawn('a', visit('a', 5));
    sim.spawn('b', visit('b', 1));
    const late = sim.spawn('c', visit('c', 2));
    sim.spawn('d', visit('d', 3));
    sim.schedule(0.5, () => desk.changePriority(late, 3));
    sim.run();
    expect(order).toEqual(['a', 'b', 'd', 'c']);
  });

  test('is refused for one who does not wait there, and NaN for anybody', () => {
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: 1 });
    const idle = sim.spawn('idle', empty());
    expect(() => desk.changePriority(idle, 1)).toThrow(SimulationError);
    expect(() => desk.request(1, Number.NaN)).toThrow('a priority for resource "desk" must be a number');
    expect(desk.queueLength).toBe(0);
  });
});

describe('a capacity that changes', () => {
  test('leaves the units in use with their holders, and gives none out beyond it', () => {
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: 2 });
    const log: string[] = [];
    function* visit(name: string): ProcessBody {
      yield* desk.seize();
      log.push(`${name} at ${sim.now}`);
      yield* sim.hold(4);
      desk.release();
    }
    for (const name of ['a', 'b', 'c']) sim.spawn(name, visit(name));
    sim.schedule(1, () => desk.setCapacity(1));
    sim.schedule(2, () => log.push(`in use ${desk.inUse} of ${desk.capacity}, free ${desk.free}`));
    sim.schedule(6, () => desk.setCapacity(0));
    sim.run();
    expect(log).toEqual(['a at 0', 'b at 0', 'in use 2 of 1, free 0', 'c at 4']);
  });

  test('serves the line when it grows, also beyond what it was first', () => {
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: 1 });
    desk.setCapacity(0);
    const first = desk.request();
    desk.setCapacity(3);
    expect([first.triggered, desk.trySeize(2), desk.inUse]).toEqual([true, true, 3]);
  });

  test('keeps utilisation defined: busy unit hours over the unit hours there were', () => {
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: 2 });
    desk.trySeize();
    sim.schedule(4, () => desk.setCapacity(1));
    sim.schedule(8, () => desk.setCapacity(4));
    sim.run(10);
    // 10 busy hours of 2·4 + 1·4 + 4·2 = 20.
    expect(desk.utilisation).toBe(0.5);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('cannot be %d', (capacity) => {
    const desk = new Resource(new Simulation(), { name: 'desk', capacity: 2 });
    expect(() => desk.setCapacity(capacity)).toThrow(SimulationError);
    expect(desk.capacity).toBe(2);
  });
});

describe('who may release', () => {
  test('only the holder, by default: another is told, and nothing changes', () => {
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: 1 });
    function* holder(): ProcessBody {
      yield* desk.seize();
      yield* sim.hold(2);
      desk.release();
    }
    let refused: unknown;
    function* thief(): ProcessBody {
      yield* sim.hold(1);
      try {
        desk.release();
      } catch (error) {
        refused = error;
      }
    }
    sim.spawn('holder', holder());
    sim.spawn('thief', thief());
    sim.run();
    expect(String(refused)).toContain('process "thief", hour 1: 1 units of resource "desk" released by another');
    expect([desk.inUse, sim.now]).toEqual([0, 2]);
  });

  test('nobody for a process that asked and has ended: who comes after it is not taken for it', () => {
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: 1 });
    desk.trySeize();
    function* asks(): ProcessBody {
      desk.request();
      yield* sim.hold(0);
    }
    let refused: unknown;
    function* stranger(): ProcessBody {
      yield* sim.hold(5);
      try {
        desk.release();
      } catch (error) {
        refused = error;
      }
    }
    sim.spawn('asks', asks());
    sim.schedule(1, () => sim.spawn('stranger', stranger()));
    sim.schedule(2, () => desk.release());
    sim.run();
    expect(String(refused)).toContain('process "stranger", hour 6');
    expect(desk.inUse).toBe(1);
  });

  test('anyone, where that is meant; and units taken outside any process anyway', () => {
    const sim = new Simulation();
    const places = new Resource(sim, { name: 'places', capacity: 1, releasedBy: 'anyone' });
    const desk = new Resource(sim, { name: 'desk', capacity: 1 });
    desk.trySeize();
    function* takes(): ProcessBody {
      yield* places.seize();
    }
    function* gives(): ProcessBody {
      yield* sim.hold(1);
      places.release();
      desk.release();
    }
    sim.spawn('takes', takes());
    sim.spawn('gives', gives());
    sim.run();
    expect([places.inUse, desk.inUse]).toEqual([0, 0]);
  });
});

function* empty(): ProcessBody {}

test.each([Resource, PreemptiveResource])('who is served on entering has not stood in line of a %o', (Kind) => {
  const sim = new Simulation();
  const desk = new Kind(sim, { name: 'desk', capacity: 1 });
  sim.spawn(
    'customer',
    (function* () {
      yield* desk.request();
      expect([desk.inUse, desk.line.most]).toEqual([1, 0]);
      desk.release();
      yield* desk.seize();
      expect([desk.inUse, desk.line.most]).toEqual([1, 0]);
      desk.request(1, 1);
      expect([desk.queueLength, desk.line.most]).toEqual([1, 1]);
    })(),
  );
  sim.run();
});
