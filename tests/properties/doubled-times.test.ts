import { describe, expect, test, vi } from 'vitest';
import { powerOfTime } from './doubled-times.ts';
import { onDoubledTimes } from './doubled-times-properties.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('without calendar and tide, all times doubled', () => onDoubledTimes(3));

test('time is found in every unit that has it', () => {
  const units = ['h', 'min/truck', 'd', 't/h', 'km/h', 't/yr', 'ships/d', 'yuan/NT/d', 'd/yr', 't', 'kg/kWh', '1'];
  expect(units.map(powerOfTime)).toEqual([1, 1, 1, -1, -1, -1, -1, -1, 0, 0, 0, 0]);
});
