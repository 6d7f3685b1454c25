#!/usr/bin/env node
import module from 'node:module';
import type { Interrupts } from './interrupts.ts';

// From Node 22 on, what was compiled once is kept for the next start.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

/** Whoever reads us may stop reading, as `head` does: that is no fault. */
function whenUnwritable(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  process.exitCode = 1;
}

process.stdout.on('error', (error) => {
  whenUnwritable(error);
  process.stderr.write(unwritableLine(error, languageOf(process.argv.slice(2), process.env)));
});
process.stderr.on('error', whenUnwritable);
const INTERRUPTED = 130;
const interrupts: Interrupts = { onFirst: null };
// A batch scheduler ends what is too long by SIGTERM.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    const { onFirst } = interrupts;
    interrupts.onFirst = null;
    if (onFirst !== null) onFirst();
    else {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      process.exit(INTERRUPTED);
    }
  });
}

// Loaded only now, so that an early Ctrl-C is answered too.
const { languageOf, runProgram, unwritableLine } = await import('./program.ts');
const { stdout, stderr, env } = process;
const status = await runProgram(process.argv.slice(2), { stdout, stderr, env, interrupts });
// What was interrupted may still be at work.
if (status === INTERRUPTED) process.exit(status);
process.exitCode ??= status;
