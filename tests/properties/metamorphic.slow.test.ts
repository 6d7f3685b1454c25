import { describe, vi } from 'vitest';
import { onAnotherCrane, onAnyChange, onLoneShips, onMeans } from './metamorphic-properties.ts';

vi.setConfig({ testTimeout: 600_000 });

describe('of many scenarios and in every mode', () => {
  onAnyChange(16);
  onAnotherCrane(16);
  onLoneShips(30);
  onMeans(40);
});
