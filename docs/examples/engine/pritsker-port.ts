import { type ProcessBody, Resource, Simulation, Tally } from '../../../src/engine/index.ts';
import { discrete, exponential, RandomStreams, uniform } from '../../../src/random/index.ts';

const YEAR_HOURS = 8760;
const MOVE_HOURS = 1;
const classes = [
  { name: 'small', share: 0.25, loadingHours: uniform(16, 20) },
  { name: 'middle', share: 0.55, loadingHours: uniform(21, 27) },
  { name: 'large', share: 0.2, loadingHours: uniform(32, 40) },
];
const classOf = discrete(
  [...classes.keys()],
  classes.map(({ share }) => share),
);
const arrivalGapHours = uniform(4, 18);
const stormGapHours = exponential(48);
const stormHours = uniform(2, 6);

/** Lower goes first in the tug's line. */
const TUG = { storm: 0, departure: 1, arrival: 2 };

/**
 * Pritsker's port: three berths, one tug that every ship needs in and out, storms that stop the tug. A storm is a
 * process that takes the tug: it goes before all ships, but a move under way is finished first, while the storm's own
 * hours run. Ships that leave are moved before ships that come, since they free a berth. The port is empty on the first
 * day; ships still there at the year's end are not counted.
 */
export function pritskerPort(): string[] {
  const sim = new Simulation();
  const berths = new Resource(sim, { name: 'berths', capacity: 3 });
  const tug = new Resource(sim, { name: 'tug', capacity: 1 });
  const streams = new RandomStreams(1, 0);
  const draw = (cause: string) => streams.stream(cause).next();
  const portHours = classes.map(() => new Tally());

  function* ship(kind: number): ProcessBody {
    const arrival = sim.now;
    yield* berths.seize();
    try {
      yield* move(TUG.arrival);
      yield* sim.hold(classes[kind]!.loadingHours.quantile(draw('loading')));
      yield* move(TUG.departure);
    } finally {
      berths.release();
    }
    portHours[kind]!.add(sim.now - arrival);
  }

  function* move(priority: number): ProcessBody {
    yield* tug.seize(1, priority);
    try {
      yield* sim.hold(MOVE_HOURS);
    } finally {
      tug.release();
    }
  }

  function* arrivals(): ProcessBody {
    for (let i = 0; ; i++) {
      yield* sim.hold(arrivalGapHours.quantile(draw('arrival')));
      sim.spawn(`ship ${i}`, ship(classOf.quantile(draw('class'))));
    }
  }

  function* storms(): ProcessBody {
    for (;;) {
      yield* sim.hold(stormGapHours.quantile(draw('calm')));
      const end = sim.now + stormHours.quantile(draw('storm'));
      yield* tug.seize(1, TUG.storm);
      yield* sim.holdUntil(end);
      tug.release();
    }
  }

  sim.spawn('arrivals', arrivals());
  sim.spawn('storms', storms());
  sim.run(YEAR_HOURS);
  const berthUse = berths.usage.mean(sim.now) / berths.capacity;
  return [
    ...classes.map(({ name }, kind) => {
      const { count, mean } = portHours[kind]!;
      return `${name.padEnd(6)} ${String(count).padStart(3)} ships, ${mean.toFixed(2)} h in port on average`;
    }),
    `berths in use ${(100 * berthUse).toFixed(1)} %, ${berths.line.mean(sim.now).toFixed(2)} ships waiting on average`,
  ];
}
