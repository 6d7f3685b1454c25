import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `*.slow.test.ts` run under `npm test` only: `npm run check` excludes them on its command line. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // No test may leave anything behind in a module: files share them, which halves the time.
    isolate: false,
    // One for each core of the smallest machine this is checked on; vitest alone would leave one idle.
    maxWorkers: 2,
    globalSetup: ['tests/build-dist.ts'],
    // Whole commands are run; on a busy machine one takes seconds.
    testTimeout: 30_000,
    setupFiles: ['tests/setup.ts'],
  },
});
