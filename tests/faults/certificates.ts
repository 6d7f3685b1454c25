import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from './redis.ts';

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** An authority of a test's own, and a certificate for the loopback address that it has signed; two days, by openssl. */
export function credentials(folder: string, name: string): Credentials {
  const own = join(folder, name);
  mkdirSync(own);
  const file = (of: string) => join(own, of);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const [authority, authorityKey] = [file('authority.pem'), file('authority.key')];
  openssl('req', '-x509', ...KEY, '-days', '2', '-subj', `/CN=${name}`, '-keyout', authorityKey, '-out', authority);
  const [certificate, key, request] = [file('server.pem'), file('server.key'), file('server.csr')];
  openssl('req', ...KEY, '-subj', '/CN=localhost', '-keyout', key, '-out', request);
  writeFileSync(file('names'), 'subjectAltName=IP:127.0.0.1');
  const signing = ['-CA', authority, '-CAkey', authorityKey, '-CAcreateserial', '-extfile', file('names')];
  openssl('x509', '-req', '-in', request, '-days', '2', ...signing, '-out', certificate);
  return { authority, certificate, key };
}
