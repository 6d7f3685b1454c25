/**
 * Takes a full record, one entry a call, where constant memory is too little: into a list, a file, a plot.
 *
 * @param time the simulated hour
 * @param value the level that holds from then on, or what was observed then
 */
export type RecordSink = (time: number, value: number) => void;

/** Tells the simulated hour; every simulation is one. */
export interface Clock {
  /** The simulated hour. */
  readonly now: number;
}
