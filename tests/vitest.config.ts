import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files in vitest's order, but first those that weigh the heap again and again: each time takes as long as the heap is
 * large, and files share theirs.
 */
class WeighersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const weighs = ({ moduleId }: TestSpecification) => Number(/leaks/u.test(moduleId));
    return sorted.toSorted((one, other) => weighs(other) - weighs(one));
  }
}

/** `*.slow.test.ts` run under `npm test` only: `npm run check` excludes them on its command line. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // No test may leave anything behind in a module: files share them, which halves the time.
    isolate: false,
    sequence: { sequencer: WeighersFirst },
    // Imports take a quarter of the time; those of files that have not changed are kept from one run to the next.
    experimental: { fsModuleCache: true },
    // One for each core of the smallest machine this is checked on; vitest alone would leave one idle.
    maxWorkers: 2,
    globalSetup: ['tests/build-dist.ts'],
    // Whole commands are run; on a busy machine one takes seconds.
    testTimeout: 30_000,
    setupFiles: ['tests/setup.ts'],
  },
});
