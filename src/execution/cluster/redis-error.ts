/**
 * Why a cluster can't be used: nothing answers at the address within the deadline, the password or user is refused, what
 * answers is no Redis or none that can hold queues, TLS fails, the connection was lost for too long, no worker came, or a
 * worker could not do its work.
 */
export type ClusterFault = 'unreachable' | 'refused' | 'notRedis' | 'tls' | 'lost' | 'noWorkers' | 'failed';

/** A cluster can't be used. What was finished and kept stays so. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  readonly fault: ClusterFault;
  /** Without password. */
  readonly address: string;
  /** What the system said. */
  readonly detail: string;

  constructor(fault: ClusterFault, address: string, detail: string) {
    super(`The cluster at ${address} can't be used (${fault}): ${detail}`);
    this.fault = fault;
    this.address = address;
    this.detail = detail;
  }
}

/** What a connection's error says of Redis. */
export function clusterFault(error: unknown): Exclude<ClusterFault, 'lost' | 'noWorkers' | 'failed'> {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (/WRONGPASS|NOAUTH|NOPERM|invalid password|without any password|unauthenticated/iu.test(message)) return 'refused';
  if (/CERT|certificate|SSL|TLS|EPROTO|wrong version number/iu.test(`${code} ${message}`)) return 'tls';
  if (/Protocol error|unexpected.*reply|unknown command|LOADING|version/iu.test(message)) return 'notRedis';
  return 'unreachable';
}
