import { type Drawn, RandomStreams } from '../random/index.ts';

/** A number that goes with each replication and whose mean is known to be 0. */
export interface Control {
  /** The cause whose uniforms it is made of. */
  readonly cause: string;
  readonly values: readonly number[];
}

/**
 * One control a cause: the mean of its first uniforms, of all who draw from it together, less ½. Its expectation is
 * known exactly because which uniforms are taken is fixed beforehand, whatever a replication itself reads; no
 * simulation is needed for it.
 *
 * @param drawn keys and how many uniforms of each are taken, as one replication apart from these drew them
 */
export function controlsOf(drawn: readonly Drawn[], seed: number, replications: number): Control[] {
  const byCause = new Map<string, Drawn[]>();
  for (const key of drawn) byCause.set(key.cause, [...(byCause.get(key.cause) ?? []), key]);
  const values = new Map([...byCause.keys()].map((cause) => [cause, [] as number[]]));
  for (let replication = 0; replication < replications; replication++) {
    const streams = new RandomStreams(seed, replication);
    for (const [cause, keys] of byCause) values.get(cause)?.push(meanOf(streams, keys) - 0.5);
  }
  return [...values].map(([cause, each]) => ({ cause, values: each }));
}

function meanOf(streams: RandomStreams, keys: readonly Drawn[]): number {
  let [sum, count] = [0, 0];
  for (const { cause, entity, count: taken } of keys) {
    const stream = streams.stream(cause, entity);
    for (let k = 0; k < taken; k++) sum += stream.at(k);
    count += taken;
  }
  return sum / count;
}
