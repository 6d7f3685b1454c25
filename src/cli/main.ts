#!/usr/bin/env node
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
process.on('SIGINT', () => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.exit(130);
});

// Loaded only now, so that an early Ctrl-C is answered too.
const { runProgram } = await import('./program.ts');
const { languageOf } = await import('./language.ts');
const { unwritableLine } = await import('./unwritable.ts');
const status = await runProgram(process.argv.slice(2), process);
process.exitCode ??= status;

export {};
