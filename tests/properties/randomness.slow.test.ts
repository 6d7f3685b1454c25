import { vi } from 'vitest';
import { randomness } from './randomness-properties.ts';

/** Seasons take milliseconds, but a busy machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

randomness(1);
