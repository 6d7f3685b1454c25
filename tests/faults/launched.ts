import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { MAIN } from '../cli/command.ts';

/** A command that runs beside the test. */
export interface Launched {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly text: { stdout: string; stderr: string };
  /** When it has ended. @returns its exit status, null if a signal ended it */
  ended(): Promise<number | null>;
  /** Until it has written this on stderr. @throws Error after a minute, or if it ends before */
  said(what: RegExp): Promise<void>;
}

/** Starts the built command, or that of another build. */
export function launched(args: readonly string[], env: Readonly<Record<string, string>> = {}, main = MAIN): Launched {
  return watched(spawn(process.execPath, [main, ...args], { env: { PATH: process.env.PATH, LANG: 'C', ...env } }));
}

export function watched(child: ChildProcess): Launched {
  const text = { stdout: '', stderr: '' };
  child.stdout?.on('data', (piece) => {
    text.stdout += piece;
  });
  child.stderr?.on('data', (piece) => {
    text.stderr += piece;
  });
  const closed = once(child, 'close').then(([status]) => status as number | null);
  return {
    child,
    text,
    ended: () => closed,
    async said(what) {
      for (let tries = 0; tries < 600 && !what.test(text.stderr); tries++) {
        if (child.exitCode !== null || child.signalCode !== null) break;
        await pause(100);
      }
      if (!what.test(text.stderr)) throw new Error(`${what} was not said, but: ${text.stderr}`);
    },
  };
}
