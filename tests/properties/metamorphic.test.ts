import { describe, vi } from 'vitest';
import { onAnotherCrane, onAnyChange, onLoneShips } from './metamorphic-properties.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('of any scenario and in every mode', () => {
  onAnyChange(3);
  onAnotherCrane(4);
  onLoneShips(4);
});
