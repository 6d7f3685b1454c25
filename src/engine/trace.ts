/** One thing that happened: who did what, where, when. */
export interface TraceEntry {
  readonly time: number;
  /** Name of the process, empty outside one. */
  readonly who: string;
  /** `spawn`, `hold`, `wait`, `go on`, `end`, `fail`, `interrupt`, `call`, `seize`, `release`, … or a model's own word. */
  readonly what: string;
  /** Name of the resource or whatever it happened at, empty when that says nothing. */
  readonly where: string;
  /** Units, hours or whatever goes with it. */
  readonly value: unknown;
}

/** Takes the entries of a trace, in order. */
export type TraceSink = (entry: TraceEntry) => void;
