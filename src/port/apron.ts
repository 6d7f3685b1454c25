import type { ProcessBody, Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import { CustomsHold, stopsOfLoading } from './call-stops.ts';
import { Crane, type ShipSide } from './crane.ts';
import { Ground } from './ground.ts';
import { type Hatches, HatchesInTurn, PauseByTonnes } from './hatches.ts';
import { Hoppers } from './hopper.ts';
import type { QuayInputs } from './inputs.ts';
import type { CargoPart, Landing } from './load.ts';
import type { Stops } from './stops.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/** The quay beside one ship: where trucks tip, and the cranes that take what they bring aboard. */
export class Apron {
  readonly #sim: Simulation;
  readonly #inputs: QuayInputs;
  readonly #world: World;
  readonly #call: Call;
  readonly #stops: readonly Stops[];
  readonly #landing: Landing;
  readonly #hatches: Hatches;
  /** Null until her cranes are set to work. */
  #hold: CustomsHold | null = null;
  #loadsTaken = 0;
  #closed = false;

  constructor(sim: Simulation, inputs: QuayInputs, world: World, call: Call, berth: number) {
    const { cranesPerCall, hopperKg, hatchPlan, hatchKg, hatchChangeHours, loadsPerCrane } = inputs;
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.#call = call;
    this.#stops = Array.from({ length: cranesPerCall }, (_, crane) => world.crane(berth, crane));
    this.#landing =
      hopperKg === null
        ? new Ground(sim, call.name, cranesPerCall, loadsPerCrane)
        : new Hoppers(sim, call.name, hopperKg, this.#stops);
    this.#hatches =
      hatchPlan === null
        ? new PauseByTonnes(sim, hatchKg, hatchChangeHours)
        : new HatchesInTurn(sim, hatchPlan, call.plan.cargoKg, cranesPerCall);
  }

  /** A truck waits for room, tips, and may go. */
  *tip(trip: Trip, cause: string, parts: readonly CargoPart[]): ProcessBody {
    const arrived = this.#sim.now;
    trip.journey?.at('apronLine');
    const place = yield* this.#landing.enter(trip.kg);
    trip.wait('noCrane', arrived, this.#sim.now, this.#world.quay);
    trip.journey?.at('tipping');
    const hours = this.#call.draws.draw(cause, trip.k, this.#inputs.tipHours);
    yield* this.#sim.hold(hours);
    trip.spend('service', hours);
    const tippedAt = this.#sim.now;
    const straight = cause === 'quay.tip' ? trip.k : null;
    this.#call.supply.underWay(-1);
    this.#landing.lay(place, { kg: trip.kg, parts, hours: trip.unload(), tippedAt, straight, journey: trip.journey });
    this.#hold?.look();
  }

  /** Sets the cranes to work; the ship is ready. */
  startCranes(): void {
    const call = this.#call;
    const hold = new CustomsHold(this.#sim, call, this.#landing, this.#stops);
    this.#hold = hold;
    const side: ShipSide = {
      sim: this.#sim,
      inputs: this.#inputs,
      call,
      landing: this.#landing,
      hatches: this.#hatches,
      nextLoad: () => this.#loadsTaken++,
      settle: () => this.#settle(),
      busy: (change) => hold.busy(change),
    };
    const cranes = this.#stops.map((stops, number) => new Crane(side, number, stops));
    call.supply.onChange((was) => {
      for (const crane of cranes) crane.supplyChanged(was);
      hold.look();
    });
    for (const [i, crane] of cranes.entries()) this.#sim.spawn(`crane ${i + 1} at ${call.name}`, crane.work());
    hold.look();
  }

  /** Once all cargo is aboard there will be no more loads; once that is trimmed she is loaded. */
  #settle(): void {
    const call = this.#call;
    if (call.aboardKg < call.plan.cargoKg || call.loaded.triggered) return;
    if (!this.#closed) {
      this.#closed = true;
      this.#landing.close();
      this.#hatches.changed.fire();
    }
    if (!this.#hatches.trimmed) return;
    call.kgByHatch = this.#hatches.kgByHatch;
    call.loadingCompleted = this.#sim.now;
    call.loaded.succeed();
    this.#hold?.look();
    call.stops.push(...stopsOfLoading(call.ready, call.loadingCompleted, this.#stops, this.#world));
  }
}
