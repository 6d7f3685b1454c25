import type { Distribution, RandomStreams, Stream } from '../random/index.ts';

/**
 * The variates of one call: the k-th of each cause depends on nothing but the seed, the replication, the call
 * and k, whoever asks first. Every cause has its own stream, so a new one moves no other.
 */
export class CallDraws {
  readonly #streams: RandomStreams;
  readonly #call: number;
  readonly #byCause = new Map<string, Stream>();

  constructor(streams: RandomStreams, call: number) {
    this.#streams = streams;
    this.#call = call;
  }

  /** The stream of one cause of this call. */
  stream(cause: string): Stream {
    let stream = this.#byCause.get(cause);
    if (stream === undefined) {
      stream = this.#streams.stream(cause, this.#call);
      this.#byCause.set(cause, stream);
    }
    return stream;
  }

  /** The k-th variate of a cause. */
  draw(cause: string, k: number, law: Distribution): number {
    return law.quantile(this.stream(cause).at(k));
  }

  /** Frees what was drawn; whoever asks again gets the same numbers, drawn anew. */
  forget(): void {
    this.#byCause.clear();
  }
}
