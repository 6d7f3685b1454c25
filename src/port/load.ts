import type { ProcessBody, Store } from '../engine/index.ts';
import type { HoursAccount } from './hours.ts';
import type { Journey } from './journey.ts';

/** Some kilograms with the instants at which they passed the stations. */
export interface CargoPart {
  readonly kg: number;
  readonly leftAt: number;
  readonly gateAt: number;
  /** What its hours were spent on from the port gate until the shuttle came for it; none where it came straight. */
  readonly hours: HoursAccount;
}

/** A truck's load that was tipped beside a ship. */
export interface Load {
  readonly kg: number;
  readonly parts: readonly CargoPart[];
  /** What the hours of all of it were spent on since then, or since the port gate. */
  readonly hours: HoursAccount;
  readonly tippedAt: number;
  /** Its number among the loads from the works; null where it comes from the yard. */
  readonly straight: number | null;
  /** The round trip that brought it; null where nobody records. */
  readonly journey: Journey | null;
}

/** Where trucks tip beside one ship, and what her cranes take from: the ground, or a hopper each. */
export interface Landing {
  /** Every crane may take any load; else each has loads of its own. */
  readonly common: boolean;
  /** Loads that no crane has taken yet. */
  readonly lying: number;
  /** Waits for room for a load. @returns where it is to be tipped */
  enter(kg: number): ProcessBody<number>;
  /** A load is tipped where it was let in. */
  lay(place: number, load: Load): void;
  /** What a crane takes its loads from; null tells it that there will be no more. */
  loadsFor(crane: number): Store<Load | null>;
  /** A crane takes a load aboard, in so many working hours from an instant on. */
  drawing(crane: number, kg: number, from: number, hours: number): void;
  /** It is aboard, and where it lay there is room. */
  gone(crane: number, kg: number): void;
  /** There will be no more loads. */
  close(): void;
}
