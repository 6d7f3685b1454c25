import { createHash } from 'node:crypto';

/** What all keys of the program begin with. */
export const PREFIX = 'zhizhuang';

/** What a study is to its workers. */
export interface QueueName {
  /** Such as `sweep`. */
  readonly study: string;
  readonly resultVersion: string;
  /** Sixteen hexadecimal digits over the scenario's text. */
  readonly digest: string;
}

const FORM = /^([a-z-]{1,20})\.([0-9a-f]{12})\.([0-9a-f]{16})$/u;

/** The study's queue, named by what is in it, such as `sweep.5d1c0f7a9b3e.89ac7dca0e29fd6d`. */
export function queueName({ study, resultVersion, digest }: QueueName): string {
  return `${study}.${resultVersion}.${digest}`;
}

/** @returns null if it is no such name */
export function readQueueName(text: string): QueueName | null {
  const [, study, resultVersion, digest] = FORM.exec(text) ?? [];
  return study === undefined || resultVersion === undefined || digest === undefined
    ? null
    : { study, resultVersion, digest };
}

export function digestOf(scenarioText: string): string {
  return createHash('sha256').update(scenarioText).digest('hex').slice(0, 16);
}

/** Where the scenario's text of a queue stands. */
export function scenarioKey(queue: string): string {
  return `${PREFIX}:scenario:${queue}`;
}
