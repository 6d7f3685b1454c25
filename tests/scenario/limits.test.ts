import { expect, test } from 'vitest';
import { applyOverrides, formatProblem } from '../../src/scenario/index.ts';
import { scenarioOf, small } from './example.ts';

/** What is told of some values set over the small scenario. */
function toldOf(...settings: readonly string[]): string[] {
  const set = applyOverrides(scenarioOf(small()), settings);
  return set.ok ? [] : set.problems.map((problem) => formatProblem(problem, 'en'));
}

test('a truck that carries more than the warehouse holds is refused', () => {
  expect(toldOf('works.warehouseCapacity=100 t', 'fleet.payload=150 t').join('\n')).toContain('the largest truck load');
});

test('a truck that carries more than a hopper holds is refused where there are hoppers', () => {
  const small = ['quay.hopperCapacity=33 t', 'fleet.payload=32 t', 'fleet.payloadSd=0.5 t'];
  expect(toldOf('quay.gear=hoppers', ...small).join('\n')).toContain(
    'quay.hopperCapacity: expected at least the largest',
  );
  expect(toldOf(...small)).toEqual([]);
});

test('payloads of which some would weigh nothing are refused', () => {
  expect(toldOf('fleet.payload=1 t', 'fleet.payloadSd=0.3333 t').join('\n')).toContain('a third of fleet.payload');
});

test('a draught that no tide carries is refused, with the depth that would do', () => {
  // 20,000 t go in a ship of 21,000 t, whose cube root is 27.6: she draws 24.83 m at this factor.
  const deep = ['vessel.draughtFactor=0.9', 'harbour.channelDepth=13 m'];
  const [told, ...others] = toldOf(...deep);
  expect(others).toEqual([]);
  expect(told).toMatch(/harbour\.channelDepth: expected at least [\d.]+ m, so that the deepest ship, drawing 24.83 m/u);
  const depth = /at least ([\d.]+) m/u.exec(told ?? '')?.[1];
  expect(toldOf('vessel.draughtFactor=0.9', `harbour.channelDepth=${depth} m`)).toEqual([]);
  expect(toldOf('vessel.draughtFactor=0.9', `harbour.channelDepth=${Number(depth) - 0.01} m`)).toHaveLength(1);
});

test('a neap tide above the springs is refused', () => {
  expect(toldOf('tide.neapRange=4 m', 'tide.springRange=3 m').join('\n')).toContain('at most tide.springRange, 3 m');
});

test('calendars that would exhaust memory are refused before any is drawn', () => {
  const cranes = ['quay.berths=100', 'quay.cranesPerCall=100'];
  expect(toldOf(...cranes, 'weather.stopDuration=0.1 h', 'weather.stopShare=0.5').join('\n')).toContain(
    'at most 5000000 stops of machines',
  );
  expect(toldOf(...cranes)).toEqual([]);
  const loaders = ['works.loaders=1000', 'breakdowns.worksLoaderRepairTime=0.001 h'];
  expect(toldOf(...loaders, 'breakdowns.worksLoaderMtbf=0.1 h').join('\n')).toContain(
    'at most 5000000 stops of machines',
  );
  expect(toldOf(...loaders, 'breakdowns.worksLoaderMtbf=100 h')).toEqual([]);
  expect(toldOf(...loaders)).toEqual([]);
});

test('shiploaders count among the machines whose calendars are drawn, cranes then do not', () => {
  const many = ['quay.berths=100', 'weather.stopDuration=0.1 h', 'weather.stopShare=0.5', 'quay.gear=hoppers'];
  expect(toldOf(...many, 'quay.loadersPerCall=100').join('\n')).toContain('at most 5000000 stops of machines');
  expect(toldOf(...many, 'quay.loadersPerCall=1', 'quay.cranesPerCall=100')).toEqual([]);
});
