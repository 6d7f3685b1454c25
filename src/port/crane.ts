import type { ProcessBody, Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { Hatches } from './hatches.ts';
import type { HourCause } from './hours.ts';
import type { QuayInputs } from './inputs.ts';
import type { Landing, Load } from './load.ts';
import type { Stops } from './stops.ts';

/** What the cranes of one ship share. */
export interface ShipSide {
  readonly sim: Simulation;
  readonly inputs: QuayInputs;
  readonly call: Call;
  readonly landing: Landing;
  readonly hatches: Hatches;
  /** Number of the load that is taken next, counted over all cranes. */
  nextLoad(): number;
  /** Something of her cargo is aboard, or something aboard is trimmed: looks whether she is loaded. */
  settle(): void;
  /** A crane has a load in hand, moves or trims (+1), or does so no longer (−1). */
  busy(change: 1 | -1): void;
}

/**
 * One machine that loads a ship, a grab crane or a shiploader: takes loads in order of tipping, pours each into the
 * hatch it works at, pauses to change hatch and trim, and stands while its calendar is closed. A load or a pause that a
 * stop interrupts is finished after it.
 */
export class Crane {
  readonly #side: ShipSide;
  readonly #number: number;
  readonly #stops: Stops;
  /** Since when its waiting for cargo is to be booked; NaN while it does not. */
  #waitingSince = Number.NaN;

  constructor(side: ShipSide, number: number, stops: Stops) {
    this.#side = side;
    this.#number = number;
    this.#stops = stops;
  }

  /** Works until its ship is loaded. */
  *work(): ProcessBody {
    const { call, hatches, landing, sim, settle, busy } = this.#side;
    const crane = this.#number;
    for (;;) {
      // Who shares loads with others takes none before it has a hatch for it.
      if (landing.common && !hatches.holds(crane) && !(yield* this.#takeHatch())) break;
      const load = yield* this.#fetch();
      if (load === null) break;
      busy(1);
      if (!hatches.holds(crane)) yield* this.#takeHatch();
      yield* this.#pour(load);
      busy(-1);
      const pause = hatches.poured(crane, load.kg);
      settle();
      if (call.aboardKg >= call.plan.cargoKg) break;
      if (pause > 0) yield* this.#pause(pause);
      hatches.paused(crane);
    }
    const trimming = hatches.last(crane);
    if (trimming > 0) yield* this.#pause(trimming);
    hatches.leave(crane);
    settle();
    if (call.loaded.triggered) return;
    this.#waitingSince = sim.now;
    yield* call.loaded;
    this.#endWait();
  }

  /** What its ship's cargo waits for has become another: a crane short of cargo books its wait up to now. */
  supplyChanged(was: HourCause): void {
    if (!Number.isNaN(this.#waitingSince)) this.#book(was);
  }

  /** Waits for a hatch, and takes none while it cannot work. @returns false when the ship was loaded meanwhile */
  *#takeHatch(): ProcessBody<boolean> {
    const { sim, call, hatches } = this.#side;
    for (;;) {
      if (call.aboardKg >= call.plan.cargoKg) return false;
      const since = sim.now;
      const opens = this.#stops.nextOpen(since);
      const move = opens > since ? null : hatches.take(this.#number);
      if (move !== null) {
        if (move > 0) yield* this.#pause(move);
        return true;
      }
      const { lack } = hatches;
      if (opens > since) yield* sim.holdUntil(opens);
      else yield* hatches.changed.wait();
      this.#spend(lack, since, this.#untilLoaded());
    }
  }

  /**
   * Waits for a load; null: there will be no more. Who shares loads with others takes its turn only while it can work:
   * whenever it is stopped it leaves the line, and stands at its end again after, so that another takes what would lie
   * there for it.
   */
  *#fetch(): ProcessBody<Load | null> {
    const { sim, call, hatches, landing } = this.#side;
    const loads = landing.loadsFor(this.#number);
    const asked = sim.now;
    this.#waitingSince = asked;
    const waiting = call.appetite?.waits(this.#stops);
    let load: Load | null | undefined;
    if (!landing.common) {
      hatches.idle(this.#number, loads.size === 0);
      load = yield* loads.get();
      hatches.idle(this.#number, false);
    }
    while (load === undefined) {
      const opens = this.#stops.nextOpen(sim.now);
      if (opens > sim.now && call.aboardKg < call.plan.cargoKg) yield* sim.holdUntil(opens);
      if (loads.size > 0) load = loads.take();
      else load = (yield* loads.claimGet({ patience: this.#stops.nextClosed(sim.now) - sim.now })).item;
    }
    if (waiting !== undefined) call.appetite?.fed(waiting, load !== null && load.straight === null);
    this.#endWait();
    if (load !== null && sim.now > asked) {
      call.craneIdleForCargoHours += this.#stops.calendar.openHours(asked, sim.now);
    }
    return load;
  }

  *#pour(load: Load): ProcessBody {
    const { sim, call, inputs, landing } = this.#side;
    const factor = call.draws.draw('crane.time', this.#side.nextLoad(), inputs.craneTimeFactor);
    const hours = (load.kg / inputs.craneKgPerHour) * factor;
    const taken = sim.now;
    this.#beginLoading(load, this.#stops.nextOpen(taken));
    landing.drawing(this.#number, load.kg, taken, hours);
    yield* sim.holdUntil(this.#stops.finish(taken, hours));
    call.craneWorkingHours += hours;
    this.#spend('service', taken, sim.now);
    call.recorder?.poured(call.plan.index, this.#number, load, this.#stops.calendar.openBetween(taken, sim.now));
    load.hours.wait('noCrane', load.tippedAt, taken, this.#stops);
    load.hours.wait('service', taken, sim.now, this.#stops);
    this.#finishLoading(load);
  }

  #beginLoading(load: Load, begins: number): void {
    const { call } = this.#side;
    if (call.loadingStarted < 0 || begins < call.loadingStarted) call.loadingStarted = begins;
    if (load.straight === null) return;
    const leftAt = load.parts[0]?.leftAt ?? begins;
    if (load.straight === call.firstStraight) call.firstToLoadingHours = begins - leftAt;
    call.straightLoads++;
    call.toLoadingHours += begins - leftAt;
  }

  #finishLoading(load: Load): void {
    const { call, landing, sim } = this.#side;
    for (const part of load.parts) {
      call.portDwellKgHours += part.kg * (sim.now - part.gateAt);
      call.transitKgHours += part.kg * (sim.now - part.leftAt);
      call.cargoHours.addScaled(part.hours, part.kg);
    }
    call.cargoHours.addScaled(load.hours, load.kg);
    call.aboardKg += load.kg;
    landing.gone(this.#number, load.kg);
  }

  /** Changes hatch or trims. */
  *#pause(hours: number): ProcessBody {
    const { sim, busy } = this.#side;
    const began = sim.now;
    busy(1);
    yield* sim.holdUntil(this.#stops.finish(began, hours));
    busy(-1);
    this.#spend('service', began, this.#untilLoaded());
  }

  /** Books some of its hours, those in which it was stopped to what stopped it. */
  #spend(cause: HourCause, from: number, to: number): void {
    const { call } = this.#side;
    call.craneHours.wait(cause, from, to, this.#stops);
    call.recorder?.craneSpent(call.plan.index, this.#number, this.#stops.split(cause, from, to));
  }

  /** Now, or when the ship was loaded: another crane may have finished her meanwhile. */
  #untilLoaded(): number {
    const { sim, call } = this.#side;
    return call.loaded.triggered ? call.loadingCompleted : sim.now;
  }

  #endWait(): void {
    this.#book(this.#side.call.supply.cause);
    this.#waitingSince = Number.NaN;
  }

  /** Books its waiting up to now. */
  #book(cause: HourCause): void {
    this.#spend(cause, this.#waitingSince, this.#untilLoaded());
    this.#waitingSince = this.#side.sim.now;
  }
}
