import { anyOf, type ProcessBody, Resource, SimEvent, Simulation } from '../../../src/engine/index.ts';
import arrivals from './movie-renege.arrivals.json' with { type: 'json' };

/**
 * A cinema sells fifty tickets for each of three films at one counter, one customer a minute. When a film is sold out
 * (one ticket left counts as none), everybody in line for it leaves at once: one event that many wait for, each in a
 * race against the own turn. Who asks for more tickets than are left argues for half a minute and goes.
 *
 * The 111 arrivals of the first fifty minutes are fed in; the minutes and the numbers are those of SimPy's example.
 */
export function movieRenege(): string[] {
  const sim = new Simulation();
  const counter = new Resource(sim, { name: 'counter', capacity: 1 });
  const films = ['A', 'B', 'C'].map((name) => ({
    name,
    tickets: 50,
    soldOut: new SimEvent(sim, `film ${name} sold out`),
    soldOutAt: Number.NaN,
    leftTheLine: 0,
  }));
  type Film = (typeof films)[number];

  function* moviegoer(film: Film, wanted: number): ProcessBody {
    const winner = yield* anyOf([counter.request(), film.soldOut]);
    if (winner === 1) {
      film.leftTheLine++;
      return;
    }
    try {
      const enough = wanted <= film.tickets;
      if (enough) sell(film, wanted);
      yield* sim.hold(enough ? 1 : 0.5);
    } finally {
      counter.release();
    }
  }

  function sell(film: Film, wanted: number): void {
    film.tickets -= wanted;
    if (film.tickets >= 2) return;
    film.tickets = 0;
    film.soldOutAt = sim.now;
    film.soldOut.succeed();
  }

  for (const [i, minute] of arrivals.minute.entries()) {
    const film = films[arrivals.film[i]!]!;
    sim.scheduleAt(minute, () => {
      if (film.tickets > 0) sim.spawn(`moviegoer ${i}`, moviegoer(film, arrivals.tickets[i]!));
    });
  }
  sim.run();
  return films.map(
    ({ name, soldOutAt, leftTheLine }) =>
      `Film ${name}: sold out after ${soldOutAt.toFixed(1)} minutes, ${leftTheLine} left the line`,
  );
}
