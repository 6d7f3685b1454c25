import { type RedisAddress, runWorker } from '../../execution/index.ts';
import type { PlainCommand } from '../command.ts';
import { readThreads } from '../read-options.ts';
import { shown } from '../usage-errors.ts';
import { readRedis } from '../where.ts';

/** Serves studies that run on a cluster. */
export const workerCommand: PlainCommand = {
  name: 'worker',
  operands: ({ where }) => where.describe.operands,
  options: ({ where }) => ({
    redis: { describe: where.describe.workerRedis },
    threads: { describe: where.describe.workerThreads },
  }),
  readPlain(words, { env, program }, errors) {
    const { where } = errors.messages;
    const before = errors.lines.length;
    const address = readRedis(words, env, errors);
    if (address === null && errors.lines.length === before) errors.add('--redis', where.wrong.noRedis);
    const threads = readThreads(words, errors);
    for (const word of words.positionals.slice(1)) errors.add('worker', where.wrong.more(shown(word)));
    return {
      count: 0,
      drains: true,
      async run({ signal, note }) {
        await runWorker({
          address: address as RedisAddress,
          threads,
          program: `${program.name} ${program.version}`,
          onNote: (told) => note(where.worker(told)),
          signal,
        });
        return { text: '' };
      },
    };
  },
};
