import type {
  Claimed,
  ClaimOptions,
  ContainerOptions,
  ResourceOptions,
  SpawnOptions,
  Wait,
} from '../../../src/engine/index.ts';
import type { StorePlan, Terms } from './program.ts';

/** What a program needs of an engine. The real one fits, and so does the reference. */
export interface World {
  readonly sim: WorldSimulation;
  event(name: string): WorldEvent;
  resource(options: ResourceOptions): WorldResource;
  container(options: ContainerOptions): WorldContainer;
  store(name: string, options: StorePlan): WorldStore;
  signal(name: string): WorldSignal;
  anyOf(parts: readonly WorldAwaited[]): WorldEvent;
  allOf(parts: readonly WorldAwaited[]): WorldEvent;
}

export interface WorldOptions {
  readonly cycles: 'error' | 'allow';
}

export type WorldBody<R> = Generator<{ readonly suspended: true }, R, undefined>;

export interface WorldSimulation {
  readonly now: number;
  readonly peek: number;
  schedule(delay: number, action: () => void, priority: number): unknown;
  cancel(handle: unknown): boolean;
  spawn(name: string, body: WorldBody<string>, options: SpawnOptions): WorldProcess;
  hold(hours: number): Wait<void>;
  holdUntil(hour: number): Wait<void>;
  timeout(hours: number, value: unknown): WorldEvent;
  run(until: number): void;
  runUntil(process: WorldProcess): boolean;
  step(): boolean;
  stop(): void;
  waiting(): readonly WorldWaiting[];
}

export interface WorldWaiting {
  readonly process: { readonly name: string };
  readonly what: string;
  readonly since: number;
  readonly heldBy: readonly { readonly name: string }[];
}

export interface WorldEvent extends Wait<unknown> {
  readonly triggered: boolean;
  readonly value: unknown;
  succeed(value: unknown): void;
  fail(error: Error): void;
  listen(listener: () => void): void;
}

export interface WorldProcess extends Wait<unknown> {
  readonly name: string;
  readonly alive: boolean;
  readonly started: boolean;
  readonly ended: WorldEvent;
  interrupt(reason: unknown): void;
}

export type WorldAwaited = WorldEvent | WorldProcess;

export interface WorldResource {
  readonly inUse: number;
  readonly queueLength: number;
  readonly usage: Curve;
  readonly line: Curve;
  seize(units: number, priority: number): Wait<void>;
  claim(options: ClaimOptions): Wait<Claimed>;
  request(units: number, priority: number): WorldEvent;
  trySeize(units: number): boolean;
  release(units: number): void;
  setCapacity(capacity: number): void;
  changePriority(process: WorldProcess, priority: number): void;
}

export interface WorldContainer {
  readonly level: number;
  readonly gettersWaiting: number;
  readonly puttersWaiting: number;
  readonly stock: Curve;
  readonly getLine: Curve;
  readonly putLine: Curve;
  get(amount: number, priority: number): Wait<void>;
  put(amount: number, priority: number): Wait<void>;
  claimGet(amount: number, terms: Terms): Wait<Claimed>;
  claimPut(amount: number, terms: Terms): Wait<Claimed>;
  requestGet(amount: number, priority: number): WorldEvent;
  requestPut(amount: number, priority: number): WorldEvent;
  fill(amount: number): number;
}

export type Filter = ((item: number) => boolean) | undefined;

export interface Fetched {
  readonly outcome: Claimed;
  readonly item?: number | undefined;
}

export interface WorldStore {
  readonly size: number;
  readonly gettersWaiting: number;
  readonly puttersWaiting: number;
  readonly stock: Curve;
  readonly getLine: Curve;
  readonly putLine: Curve;
  get(filter: Filter, priority: number): Wait<number>;
  put(item: number, priority: number): Wait<void>;
  claimGet(terms: Terms & { readonly filter?: (item: number) => boolean }): Wait<Fetched>;
  claimPut(item: number, terms: Terms): Wait<Claimed>;
  requestGet(filter: Filter, priority: number): WorldEvent;
  requestPut(item: number, priority: number): WorldEvent;
  add(item: number): void;
  take(): number;
  list(): readonly number[];
}

export interface WorldSignal {
  readonly waiting: number;
  wait(): Wait<unknown>;
  request(): WorldEvent;
  fire(value: unknown): void;
}

/** A level over time. */
export interface Curve {
  area(now: number): number;
}
