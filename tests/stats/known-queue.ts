import { exponential, RandomStreams, type Stream } from '../../src/random/index.ts';

/** An M/M/1 queue: arrivals 0.8, service 1 an hour; the mean wait before service is ρ/(μ − λ) = 4 h. */
export const QUEUE = { arrivalRate: 0.8, serviceRate: 1, meanWait: 4 } as const;

const { arrivalRate, serviceRate } = QUEUE;
const gap = exponential(1 / arrivalRate);
const service = exponential(1 / serviceRate);
const stationary = exponential(1 / (serviceRate - arrivalRate));

/**
 * Waits of so many customers by Lindley's recursion. The first one waits as in the steady state (0 with chance 1 − ρ,
 * else exponential), so every wait has the mean {@link QUEUE}.meanWait exactly; or, from empty, nothing.
 */
export function waits(customers: number, stream: Stream, fromEmpty = false): number[] {
  const u = stream.next();
  const idle = 1 - arrivalRate / serviceRate;
  let wait = fromEmpty || u < idle ? 0 : stationary.quantile((u - idle) / (1 - idle));
  return Array.from({ length: customers }, () => {
    const now = wait;
    wait = Math.max(0, wait + service.quantile(stream.next()) - gap.quantile(stream.next()));
    return now;
  });
}

/** A stream of its own for each study. */
export function streamOf(study: number): Stream {
  return new RandomStreams('known queue', study).stream('lindley');
}
