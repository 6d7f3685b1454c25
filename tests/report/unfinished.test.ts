import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Mode,
  makeWorld,
  simulateSeason,
  type UnfinishedSeason,
  UnfinishedSeasonError,
} from '../../src/port/index.ts';
import { unfinishedText } from '../../src/report/index.ts';
import { waitGroups } from '../../src/report/waits.ts';
import { applyOverrides, type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { smallScenario } from './small-study.ts';

/** The small scenario with these set over it, which it takes. */
function scenarioWith(settings: readonly string[]): Scenario {
  const set = applyOverrides(smallScenario(), settings);
  if (!set.ok) throw new Error(JSON.stringify(set.problems));
  return set.scenario;
}

/** What was unfinished in the first season of a scenario that cannot be served. */
function unfinished(scenario: Scenario, mode: Mode): UnfinishedSeason {
  const inputs = toPortInputs(scenario);
  try {
    simulateSeason(inputs, mode, makeWorld(inputs, 1, 0));
  } catch (error) {
    if (error instanceof UnfinishedSeasonError) return error.season;
    throw error;
  }
  throw new Error('the season was finished');
}

const FEW = ['fleet.size=1', 'fleet.stagingTrucks=1', 'calls.clockClosing=1', 'road.distance=2000'];
const SLOW_YARD = ['yard.shuttleTrucks=1', 'yard.shuttleDistance=400', 'calls.clockClosing=1'];
const SLOW_CUSTOMS = ['customs.inspectionProbability=1', 'customs.inspectionTime=900', 'calls.clockClosing=1'];

describe('a season that could not be served is told', () => {
  test('with dates at UTC+8 and the ships, in English', () => {
    const scenario = scenarioWith(FEW);
    const text = unfinishedText(unfinished(scenario, 'staged'), scenario, 'en');
    expect(text).toMatch(
      /^The scenario cannot be served: \d of 3 ships had not sailed when the clock closed at 2024-02-02 00:00, staged: call \d \(laycan 2024-01-\d\d \d\d:\d\d, 0 of \d,000 t aboard\)/,
    );
    expect(text).toMatch(/; waiting: .* for .* since 202\d-\d\d-\d\d \d\d:\d\d/);
    expect(text).not.toMatch(/hour|"|\n/);
  });

  test.each([
    ['staged', FEW],
    ['direct', FEW],
    ['staged', SLOW_YARD],
    ['staged', SLOW_CUSTOMS],
    ['direct', SLOW_CUSTOMS],
  ] as const)('in Chinese without a word of English: %s with %o', (mode, settings) => {
    const scenario = scenarioWith(settings);
    const text = unfinishedText(unfinished(scenario, mode), scenario, 'zh');
    expect(text).toMatch(
      /^该情景无法完成：(传统集港|抵港直装)方式下，模拟于 2024-02-02 00:00 结束时，3 艘船中有 \d 艘未能离港/,
    );
    expect(text).toMatch(
      /（受载期 2024-01-\d\d \d\d:\d\d，已装 [\d,]+ 吨，共 \d,000 吨）.*；等待情况：.*待.*（.*自 202\d-.* 起）。$/,
    );
    expect(text).not.toMatch(/[A-Za-z",:;](?!\d)/);
  });
});

describe('waits', () => {
  const wait = (who: string, what: string, sinceHour: number) => ({ who, what, sinceHour });

  test('of one kind stand together, the longest first named; stock before gear before time', () => {
    const groups = waitGroups([
      wait('truck for call 1', 'the clock', 9),
      wait('ship of call 3', 'store "berth"', 7),
      wait('ship of call 2', 'store "berth"', 5),
      wait('crane 2 at call 1', 'event "release of lot 4"', 4),
      wait('dispatch of call 1', 'container "works warehouse" (to take)', 8),
    ]);
    expect(groups).toEqual([
      { who: { kind: 'dispatch', call: '1', index: '' }, what: 'works warehouse', count: 1, sinceHour: 8 },
      { who: { kind: 'ship', call: '2', index: '' }, what: 'berth', count: 2, sinceHour: 5 },
      { who: { kind: 'crane', call: '1', index: '2' }, what: 'release', count: 1, sinceHour: 4 },
      { who: { kind: 'truck', call: '1', index: '' }, what: 'the clock', count: 1, sinceHour: 9 },
    ]);
  });

  const small = smallScenario();
  test('of a lot tell its number as people count', () => {
    expect(waitGroups([wait('lot 0 of call 3', 'event "release of lot 0"', 1)])[0]?.who).toEqual({
      kind: 'lot',
      call: '3',
      index: '1',
    });
  });

  const told = (one: UnfinishedSeason['waits'][number], language: 'zh' | 'en') => {
    const season = { mode: null, ships: 1, unsailed: 1, closingHour: 24, stalledHour: null, first: [], waits: [one] };
    return unfinishedText(season, small, language);
  };

  test('of everybody for everything that has a name in the model are told in words', () => {
    const folder = new URL('../../src/port/', import.meta.url);
    const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const named = (pattern: RegExp) =>
      sources
        .flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name))
        .map((name) => name.replaceAll(/\$\{(?:call\.name|of|call|this\.name)\}/gu, 'call 7'))
        .map((name) => name.replaceAll(/\$\{[^}]*\}/gu, '3'));
    const who = named(/(?:spawn\(\s*|const name = )[`']([^`']+)[`']/gu);
    const what = named(/(?:\bname: |new (?:Store|Signal|SimEvent|Hopper)\b.*, |someOf\(sim, )[`']([^`']+)[`']/gu);
    expect(who.length).toBeGreaterThan(15);
    expect(what.length).toBeGreaterThan(25);
    for (const language of ['zh', 'en'] as const) {
      for (const name of who) expect(told(wait(name, 'the clock', 1), language)).not.toMatch(/["“”]|\bundefined\b/u);
      for (const name of what)
        expect(told(wait('ship of call 1', `store "${name}"`, 1), language)).not.toMatch(/["“”]/u);
    }
  });

  test.each([
    ['hybrid', ['hybrid.buffer=3000', 'hybrid.draw=when-starving', 'quay.gear=hoppers', 'quay.hatchPlan=inTurn']],
    [
      'direct',
      ['fallback.reserve=1000', 'quay.hatchPlan=inTurn', 'mechanisms.ahead=false', 'customs.inspectionPlaces=1'],
    ],
    ['direct', ['quay.gear=hoppers', 'customs.inspectionProbability=1', 'customs.returnedShare=1']],
    [
      'staged',
      ['yard.pads=4', 'yard.pushUpTime=100', 'yard.loadersPerPad=1', 'yard.reclaimTime=90', 'fleet.refuelEvery=20'],
    ],
    [
      'staged',
      ['customs.inspectionProbability=1', 'customs.returnedShare=1', 'fleet.refuelEvery=20', 'fleet.refuelTime=600'],
    ],
    ['staged', ['traffic.arrivals=3', 'harbour.channelDepth=7.3', 'vessel.draughtFactor=0.6', 'traffic.shipSize=2000']],
  ] as const)('of a season of many mechanisms are told in words: %s, %o', (mode, settings) => {
    const { waits } = unfinished(
      scenarioWith([...settings, 'calls.clockClosing=1', 'quay.craneRate=5', 'quay.loaderRate=5']),
      mode,
    );
    for (const one of waits) {
      expect(told(one, 'en')).not.toContain('"');
      expect(told(one, 'zh')).not.toMatch(/[“A-Za-z"]/u);
    }
  });

  test('of somebody unknown for something unknown are told as they are', () => {
    const season: UnfinishedSeason = {
      mode: null,
      ships: 1,
      unsailed: 1,
      closingHour: 24,
      stalledHour: 12,
      first: [],
      waits: [wait('pilot boat', 'store "pilots of call 3"', 1), wait('gull of call 2', 'event "constructor"', 1)],
    };
    const text = unfinishedText(season, smallScenario(), 'en');
    expect(text).toContain('"pilot boat" for "pilots" since');
    expect(text).toContain('"gull 2" for "constructor" since');
    expect(text).toContain('(nothing more could happen after 2023-12-16 12:00)');
  });
});
