import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/engine/index.ts';
import { everything } from './one-of-each.ts';
import { listening, throughErrors } from './traced-model.ts';

describe('a sink that throws', () => {
  const KINDS = ['spawn', 'go on', 'hold', 'wait', 'seize', 'release', 'interrupt', 'call', 'end', 'fail', 'loaded'];

  test.each(KINDS)('at "%s" ends the run with its error, and the model can go on as if nothing had been', (kind) => {
    let broken = false;
    const lines: string[] = [];
    const sim = new Simulation({
      trace: (entry) => {
        lines.push(`${entry.time} ${entry.who} ${entry.what}`);
        if (entry.what !== kind || !broken) return;
        broken = false;
        throw new Error('disk full');
      },
    });
    everything(sim);
    broken = true;
    const errors = throughErrors(() => sim.run());
    const expected = ['process "pilot", hour 2.5: fog'];
    expect(errors).toEqual(kind === 'fail' ? expected : expect.arrayContaining(['disk full', ...expected]));
    expect(lines).toEqual(listened(everything));
    expect(sim.now).toBe(3);
  });

  test('outside a run throws where the note was made', () => {
    const sim = new Simulation({
      trace: () => {
        throw new Error('disk full');
      },
    });
    expect(() => sim.note('weather')).toThrow('disk full');
  });
});

function listened(make: (sim: Simulation) => void): string[] {
  const { trace, entries } = listening();
  const sim = new Simulation({ trace });
  make(sim);
  throughErrors(() => sim.run());
  return entries.map(({ time, who, what }) => `${time} ${who} ${what}`);
}
