import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Stream, TycheiStream } from './stream.ts';

/** Goes up when the rule from key to uniforms changes, which changes every simulated number. */
const STREAM_SCHEME = 1;

/** How the numbers of a replication are changed, to measure what chance does: plain data. */
export interface StreamChange {
  /** Every uniform u is 1 − u. */
  readonly antithetic?: boolean;
  /** These groups of causes are those of the replication so many further on; null: all causes. */
  readonly redrawn?: { readonly groups: readonly string[] | null; readonly by: number };
}

/** The group of a cause: what stands before its first dot, such as `weather` of `weather.gap`. */
export function causeGroup(cause: string): string {
  return cause.split('.', 1)[0] as string;
}

/** Uniforms that were drawn for one key. */
export interface Drawn {
  readonly cause: string;
  readonly entity: string | undefined;
  /** The first so many of the stream. */
  readonly count: number;
}

/**
 * The random numbers of one replication: one independent stream for each cause, or each cause and entity.
 *
 * A stream depends on (scheme, seed, replication, cause, entity) and on nothing else: not on the scenario, the
 * program's version, the other streams, or the order of asking. So two modes that share seed and replication see
 * the same world (common random numbers), and a new cause moves no old one. The key is written as a JSON array,
 * hashed with SHA-256, and its hexadecimal digest seeds Tyche-i.
 *
 * @example
 * const streams = new RandomStreams(1, 0);
 * streams.stream('weather') === streams.stream('weather'); // true
 * streams.stream('truck.trip', 7).at(0) === new RandomStreams('1', 0).stream('truck.trip', '7').at(0); // true
 * streams.stream('truck.trip', 7).at(0) === streams.stream('truck.trip', 8).at(0); // false
 */
export class RandomStreams {
  readonly #seed: string;
  readonly #replication: number;
  readonly #change: StreamChange;
  readonly #causes = new Map<string, Map<string | undefined, TycheiStream>>();

  /**
   * @param seed the study's seed; a number and its decimal spelling are the same seed
   * @param replication the replication's number, from 0
   * @param change what is not as this replication has it
   * @throws RangeError if the seed is not finite or the replication no whole number from 0
   */
  constructor(seed: number | string, replication: number, change: StreamChange = {}) {
    if (!Number.isSafeInteger(replication) || replication < 0) {
      throw new RangeError(`A replication must be a whole number from 0, but is ${replication}.`);
    }
    this.#seed = nameOf('seed', seed);
    this.#replication = replication;
    this.#change = change;
  }

  /**
   * The stream of a cause; the same object each time, so that all who share a key share its cursor.
   *
   * @param cause what is drawn, such as `customs.instruction`
   * @param entity whose it is, such as a call or a machine; a number and its decimal spelling are the same entity,
   *   and no entity is different from any
   * @throws RangeError if the entity is a number that is not finite
   */
  stream(cause: string, entity?: string | number): Stream {
    const name = entity === undefined ? undefined : nameOf('entity', entity);
    let entities = this.#causes.get(cause);
    if (entities === undefined) {
      entities = new Map();
      this.#causes.set(cause, entities);
    }
    let stream = entities.get(name);
    if (stream === undefined) {
      stream = new TycheiStream(() => this.#seedText(cause, name), this.#change.antithetic);
      entities.set(name, stream);
    }
    return stream;
  }

  /** What was drawn so far, key by key in the order in which they were first asked for. */
  get drawn(): Drawn[] {
    return [...this.#causes].flatMap(([cause, entities]) => {
      return [...entities].map(([entity, { drawn }]) => ({ cause, entity, count: drawn }));
    });
  }

  #replicationOf(cause: string): number {
    const { redrawn } = this.#change;
    if (redrawn === undefined) return this.#replication;
    const { groups, by } = redrawn;
    return groups === null || groups.includes(causeGroup(cause)) ? this.#replication + by : this.#replication;
  }

  /** JSON quotes and escapes, so no two keys are spelt alike, not even with half a surrogate pair in a name. */
  #seedText(cause: string, entity: string | undefined): string {
    const key = [STREAM_SCHEME, this.#seed, this.#replicationOf(cause), cause];
    if (entity !== undefined) key.push(entity);
    return bytesToHex(sha256(utf8ToBytes(JSON.stringify(key))));
  }
}

function nameOf(what: string, value: string | number): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`A random stream's ${what} must be text or a finite number, but is ${value}.`);
  }
  return String(value);
}
