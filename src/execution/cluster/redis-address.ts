/** Where Redis answers, and with what one signs in. The password is shown nowhere. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  /** Number of the database, 0 unless said. */
  readonly db: number;
  /** TLS, asked for by `rediss://`. */
  readonly tls: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/** What is wrong with a text that should say where Redis answers. */
export type AddressFault = 'notRedis' | 'secret';

/** Where the password and the user's name are taken from. */
export type SignIn = Readonly<Record<string, string | undefined>>;

/** Redis' own port. */
const PORT = 6379;

/**
 * Reads where Redis answers, such as `redis://10.0.0.5:6379` or `rediss://redis.example/2`. The password and the user's
 * name are `ZHIZHUANG_REDIS_PASSWORD` and `ZHIZHUANG_REDIS_USERNAME`; they may stand in the address only if that is one
 * of the environment too, for command lines are seen by everybody.
 *
 * @param text the address
 * @param env the environment
 * @param isSecret whether the address comes from the environment
 */
export function readRedisAddress(text: string, env: SignIn, isSecret: boolean): RedisAddress | AddressFault {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^rediss?:$/u.test(url.protocol) || url.hostname === '') {
    // A password may stand in what can't be read, too: what is typed before an @ is taken for one.
    return text.includes('@') && !isSecret ? 'secret' : 'notRedis';
  }
  if (!isSecret && (url.password !== '' || url.username !== '')) return 'secret';
  const db = /^\/?(\d{0,3})$/u.exec(url.pathname)?.[1];
  if (db === undefined || url.search !== '' || url.hash !== '') return 'notRedis';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: url.port === '' ? PORT : Number(url.port),
    db: Number(db),
    tls: url.protocol === 'rediss:',
    username: env.ZHIZHUANG_REDIS_USERNAME || decoded(url.username),
    password: env.ZHIZHUANG_REDIS_PASSWORD || decoded(url.password),
  };
}

function decoded(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address as it may be shown: without password and user. */
export function shownAddress({ host, port, db, tls }: RedisAddress): string {
  const at = host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'rediss' : 'redis'}://${at}:${port}${db === 0 ? '' : `/${db}`}`;
}
