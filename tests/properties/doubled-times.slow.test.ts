import { describe, vi } from 'vitest';
import { onDoubledTimes } from './doubled-times-properties.ts';

vi.setConfig({ testTimeout: 600_000 });

describe('without calendar and tide, all times doubled, of many scenarios', () => onDoubledTimes(24));
