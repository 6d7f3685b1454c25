import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyOverrides, parseScenario, readScenario, type Scenario, scenarioText } from '../../src/scenario/index.ts';
import { smallScenario } from '../report/small-study.ts';

const folder = new URL('../../scenarios/', import.meta.url);

function sent(scenario: Scenario): Scenario {
  const read = parseScenario(scenarioText(scenario), 'sent');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

describe('a scenario sent as text', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s keeps its hash', (name) => {
    const read = readScenario(readFileSync(new URL(name, folder)), name);
    if (!read.ok) throw new Error(name);
    expect(sent(read.scenario).hash).toBe(read.scenario.hash);
  });

  test('keeps values that were set over it, to the last bit', () => {
    const scenario = smallScenario(true);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 50, noNaN: true }), (distance) => {
        const set = applyOverrides(scenario, [`road.distance=${distance}`, 'fleet.size=17']);
        if (!set.ok) throw new Error('refused');
        expect(sent(set.scenario).parameters['road.distance'].value).toBe(
          set.scenario.parameters['road.distance'].value,
        );
        expect(sent(set.scenario).hash).toBe(set.scenario.hash);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  test('keeps the laws of times that vary, and the means that they are stretched to', () => {
    const laws = [
      'gate.serviceTime=lognormal: {mean: 45 s/truck, cv: 0.3}',
      'works.loadingTime=triangular: {low: 4 min, mode: 5 min, high: 9 min}',
      'customs.reviewTime=constant: 20 min',
      'quay.tipTime=empirical: [2 min, 3 min, 3 min]',
      'vessel.surveyTime=weibull: {shape: 1.7, scale: 1.1 h}',
    ];
    let scenario = smallScenario(true);
    for (const settings of [laws, ['gate.serviceTime=31 s/truck', 'quay.tipTime=2.1 min']]) {
      const set = applyOverrides(scenario, settings);
      if (!set.ok) throw new Error(JSON.stringify(set.problems));
      scenario = set.scenario;
      expect(sent(scenario).hash).toBe(scenario.hash);
    }
  });
});
