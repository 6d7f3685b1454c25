/** A Redis of a test's own: on a loopback port of its own, in a folder of its own, with a password, ended by its pid. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { type RedisAddress, readRedisAddress } from '../../src/execution/index.ts';

export const PASSWORD = 'only-for-tests';

/** Files of a server's certificate and key, and of the authority that signed it. */
export interface Credentials {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

export interface OwnRedis {
  readonly url: string;
  readonly address: RedisAddress;
  /** What a process that uses it has in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A client for the test itself. */
  client(): Redis;
  start(): Promise<void>;
  /** As a power loss would, or in order. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/**
 * @param folder where it keeps what it keeps
 * @param more further options, such as `--appendonly`, `yes`
 * @param tls what it shows who it is by; without it, it speaks in the clear
 */
export async function ownRedis(folder: string, more: readonly string[] = [], tls?: Credentials): Promise<OwnRedis> {
  const port = await freePort();
  const url = `${tls === undefined ? 'redis' : 'rediss'}://127.0.0.1:${port}`;
  const env = {
    ZHIZHUANG_REDIS_PASSWORD: PASSWORD,
    ...(tls === undefined ? {} : { NODE_EXTRA_CA_CERTS: tls.authority }),
  };
  const at = {
    port,
    host: '127.0.0.1',
    password: PASSWORD,
    ...(tls === undefined ? {} : { tls: { ca: readFileSync(tls.authority) } }),
  };
  const listening =
    tls === undefined
      ? ['--port', String(port)]
      : [
          ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
          ...['--tls-cert-file', tls.certificate, '--tls-key-file', tls.key, '--tls-ca-cert-file', tls.authority],
        ];
  const address = readRedisAddress(url, env, false) as RedisAddress;
  let server: ChildProcess | null = null;
  const clients: Redis[] = [];
  return {
    url,
    address,
    env,
    client() {
      const client = new Redis(at);
      client.on('error', () => {});
      clients.push(client);
      return client;
    },
    async start() {
      const options = [...listening, '--bind', '127.0.0.1', '--dir', folder, '--requirepass', PASSWORD];
      server = spawn('redis-server', [...options, '--save', '', '--daemonize', 'no', ...more], { stdio: 'ignore' });
      for (let tries = 0; tries < 100; tries++) {
        const probe = new Redis({ ...at, lazyConnect: true, retryStrategy: () => null });
        probe.on('error', () => {});
        const answer = await probe
          .connect()
          .then(() => probe.ping())
          .catch(() => '');
        probe.disconnect();
        if (answer === 'PONG') return;
        await pause(100);
      }
      throw new Error('redis-server does not answer');
    },
    async stop(signal = 'SIGTERM') {
      for (const client of clients.splice(0)) client.disconnect();
      if (server === null || server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill(signal);
      await ended;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
