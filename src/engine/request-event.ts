import { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';

/**
 * The event of a request. When nobody waits for it any more, it leaves its line; or, if it was granted before, what it
 * was granted goes back, once all lines have been left that are left together with it.
 *
 * @param what is asked for, for messages
 * @param leave takes it out of its line
 * @param giveBack takes back what it was granted
 */
export function requestEvent<T>(
  sim: Simulation,
  what: string,
  leave: () => void,
  giveBack: (granted: T) => void,
): SimEvent<T> {
  const event: SimEvent<T> = new SimEvent<T>(sim, `request for ${what}`, () => {
    if (event.triggered) {
      const granted = event.value;
      sim.departures.follow(() => giveBack(granted));
    } else {
      leave();
    }
    return true;
  });
  return event;
}
