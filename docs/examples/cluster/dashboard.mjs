/**
 * bull-board over the queues that studies wait on: `node docs/examples/cluster/dashboard.mjs PORT`, on this machine only.
 * Redis as for the program: ZHIZHUANG_REDIS and ZHIZHUANG_REDIS_PASSWORD.
 */
import { createServer } from 'node:http';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

const url = process.env.ZHIZHUANG_REDIS ?? 'redis://127.0.0.1:6379';
const password = process.env.ZHIZHUANG_REDIS_PASSWORD ?? '';
const connection = new Redis(url, { ...(password === '' ? {} : { password }), maxRetriesPerRequest: null });
const serverAdapter = new ExpressAdapter();
const board = createBullBoard({ queues: [], serverAdapter });
/** @type {Map<string, BullMQAdapter>} */
const shown = new Map();

/** Queues come and go with their studies. */
async function look() {
  const names = await connection.zrange('zhizhuang:queues', 0, -1);
  for (const name of shown.keys()) if (!names.includes(name)) shown.delete(name);
  for (const name of names) {
    if (shown.has(name)) continue;
    const queue = new Queue(name, { connection, prefix: 'zhizhuang' });
    shown.set(name, new BullMQAdapter(queue, { readOnlyMode: true }));
  }
  board.replaceQueues([...shown.values()]);
}
setInterval(() => look().catch(console.error), 500);

createServer(serverAdapter.getRouter()).listen(Number(process.argv[2] ?? 3000), '127.0.0.1');
