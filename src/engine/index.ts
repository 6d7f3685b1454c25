export { Batcher, type BatcherOptions, type BatchPlace } from './batcher.ts';
export { type BreakdownOptions, Breakdowns, breakDown } from './breakdowns.ts';
export {
  CapacityCalendar,
  type CapacityCalendarOptions,
  type CapacityChange,
  followCalendar,
} from './capacity-calendar.ts';
export { allOf, anyOf } from './conditions.ts';
export { Container, type ContainerOptions } from './container.ts';
export type { Waiting } from './diagnosis.ts';
export { DeadlockError, Interrupt, SimulationError, StalledError, ZeroTimeLoopError } from './errors.ts';
export type { EventHandle } from './event-list.ts';
export type { ClaimTerms } from './line.ts';
export { ParallelLines, type ParallelLinesOptions } from './parallel-lines.ts';
export type { AnyResource } from './planned-capacity.ts';
export { type Loss, Preempted } from './preempted.ts';
export type { PreemptiveClaimOptions } from './preemptive-claim.ts';
export { type InUse, PreemptiveResource, type PreemptiveResourceOptions } from './preemptive-resource.ts';
export { Process } from './process.ts';
export { QuantileSketch } from './quantile-sketch.ts';
export { Rate } from './rate.ts';
export { type PlayEnd, RealTime, type RealTimeOptions } from './real-time.ts';
export type { Clock, RecordSink } from './record-sink.ts';
export { type Difference, describeDifference, firstDifference } from './replay.ts';
export type { Resettable } from './resettable.ts';
export { Resource } from './resource.ts';
export type { Claimed, ClaimOptions, RankedRequest, ResourceOptions } from './resource-options.ts';
export type { Filter } from './shelf.ts';
export { Signal } from './signal.ts';
export { SimEvent } from './sim-event.ts';
export { Simulation } from './simulation.ts';
export type { Part, SimulationOptions, SpawnOptions } from './simulation-options.ts';
export type { Fetched, StoreOptions } from './stockroom.ts';
export { type FetchTerms, Store } from './store.ts';
export { Tally, type TallyOptions } from './tally.ts';
export { TimeWeighted } from './time-weighted.ts';
export { jsonTrace, type TraceEntry, TraceRecorder, type TraceSink, textTrace, traceLine } from './trace.ts';
export type { ProcessBody, Suspended, Wait } from './wait.ts';
export type { WallClock } from './wall-clock.ts';
export { type Worked, type WorkOptions, work } from './work.ts';
