import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds dist/ once before the tests: the command and its worker threads run compiled code only. */
export default function buildDist(): void {
  const house = fileURLToPath(new URL('..', import.meta.url));
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: house, stdio: ['ignore', 'inherit', 'inherit'] });
}
