import { Container, type ProcessBody, Resource, Simulation } from '../../../src/engine/index.ts';

/** When the cars come, in seconds, and what fills them, in litres; as in SimPy's example. */
const arrivals = [87, 129, 284, 385, 459, 705, 750, 891];
const litresWanted = [37, 38, 42, 27, 44, 43, 38, 26];

/**
 * A petrol station: two pumps (a resource) draw on one tank (a container). Every ten seconds somebody looks at the
 * tank, and below a quarter a tank truck is called, which takes five minutes. Cars that find too little in the tank
 * keep their pump and wait. The times are those of SimPy's example.
 */
export function gasStation(): string[] {
  const sim = new Simulation();
  const pumps = new Resource(sim, { name: 'pumps', capacity: 2 });
  const tank = new Container(sim, { name: 'tank', capacity: 200, level: 200 });
  const lines: string[] = [];
  const log = (text: string) => lines.push(`${sim.now.toFixed(1).padStart(6)} s  ${text}`);

  function* car(i: number, litres: number): ProcessBody {
    log(`Car ${i} arrives`);
    yield* pumps.seize();
    try {
      yield* tank.get(litres);
      yield* sim.hold(litres / 2);
    } finally {
      pumps.release();
    }
    log(`Car ${i} leaves with ${litres} L`);
  }

  function* tankTruck(): ProcessBody<number> {
    yield* sim.hold(300);
    const litres = tank.room;
    yield* tank.put(litres);
    return litres;
  }

  function* supervision(): ProcessBody {
    for (;;) {
      if (tank.level < 0.25 * tank.capacity) {
        log(`The tank truck is called: ${tank.level} L left`);
        const litres = yield* sim.spawn('tank truck', tankTruck());
        log(`The tank truck has brought ${litres} L`);
      }
      yield* sim.hold(10);
    }
  }

  sim.spawn('supervision', supervision());
  for (const [i, delay] of arrivals.entries()) sim.spawn(`car ${i}`, car(i, litresWanted[i]!), { delay });
  sim.run(1000);
  return lines;
}
