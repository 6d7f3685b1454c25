/**
 * The parts of the operating system that tests need beyond npm's packages. `node tests/system-parts.mjs`, the
 * first step of `npm test`, installs what is absent where it can: as root, with apt. It never fails: a test whose
 * part is still absent says so itself (tests/needs.ts).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} SystemPart
 * @property {string} proof A command on the PATH, or a file's absolute path, that is there when the part is.
 * @property {readonly string[]} packages The apt packages that bring it.
 * @property {string} neededBy Which tests, for the reader.
 */

/** @type {Readonly<Record<string, SystemPart>>} */
export const systemParts = {
  chromium: {
    proof: 'chromium',
    packages: ['chromium', 'fonts-wqy-microhei'],
    neededBy: 'tests of the report and the page in a browser',
  },
  openssl: { proof: 'openssl', packages: ['openssl'], neededBy: 'tests of the cluster over TLS' },
  redis: { proof: 'redis-server', packages: ['redis-server'], neededBy: 'tests of the cluster' },
};

/** Whether the part is on this machine. @param {SystemPart} part */
export function isPresent({ proof }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return proof.startsWith('/') ? existsSync(proof) : folders.some((folder) => existsSync(join(folder, proof)));
}

/** The line that installs the part by hand. @param {SystemPart} part */
export function installLine({ packages }) {
  return `apt-get install -y ${packages.join(' ')}`;
}

/** @param {readonly SystemPart[]} parts */
function install(parts) {
  const packages = parts.flatMap((part) => part.packages);
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (packages.length === 0 || !canInstall) return;
  console.log(`Installing for the tests: ${packages.join(' ')}`);
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install(Object.values(systemParts).filter((part) => !isPresent(part)));
}
