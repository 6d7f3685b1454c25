import { describe, expect, test } from 'vitest';
import { eventCsv, intervalPieces, ocelPieces, seasonLog } from '../../src/report/index.ts';
import { type Mode, type RecordedOutcome, recordReplication } from '../../src/study/index.ts';
import { ocelFaults } from './ocel-faults.ts';
import { PROGRAM, smallScenario } from './small-study.ts';

const scenario = smallScenario();
const [staged, direct] = recordReplication(scenario, ['staged', 'direct'], 1, 0) as [RecordedOutcome, RecordedOutcome];

interface Log {
  readonly events: { id: string; type: string; time: string; relationships: { objectId: string }[] }[];
  readonly objects: { id: string; type: string; relationships: { objectId: string; qualifier: string }[] }[];
}

function written(season: RecordedOutcome, language: 'en' | 'zh'): Log {
  return JSON.parse([...ocelPieces(seasonLog(scenario, season, language))].join('')) as Log;
}

describe('an object-centric event log', () => {
  test.each([
    ['staged', staged, 'en'],
    ['direct', direct, 'en'],
    ['direct', direct, 'zh'],
  ] as const)('of a %s season is as the standard has it', (_mode: Mode, season, language) => {
    const log = written(season, language);
    expect(ocelFaults({ ...log })).toEqual([]);
    expect(log.events.length).toBeGreaterThan(1000);
  });

  test('tells the same in both languages but for the names of types', () => {
    const [english, chinese] = [written(direct, 'en'), written(direct, 'zh')];
    const bare = ({ events }: Log) => events.map(({ id, time, relationships }) => [id, time, relationships.length]);
    expect(bare(chinese)).toEqual(bare(english));
    expect(chinese.events.filter(({ type }) => /[a-z]/iu.test(type))).toEqual([]);
  });

  test('names every object in some event, and each trip with its truck and ship', () => {
    const { objects, events } = written(staged, 'en');
    const named = new Set(events.flatMap(({ relationships }) => relationships.map(({ objectId }) => objectId)));
    const silent = objects.filter(({ id, type }) => !named.has(id) && type !== 'crane' && type !== 'berth');
    expect(silent).toEqual([]);
    const [trip] = objects.filter(({ type }) => type === 'trip');
    expect(trip?.relationships).toEqual([
      { objectId: 'truck-1', qualifier: 'by' },
      { objectId: 'ship-1', qualifier: 'of' },
      { objectId: 'lot-1-1', qualifier: 'carries' },
    ]);
  });

  test('has a truck sent first and back last, its load poured without it', () => {
    const { events } = written(direct, 'en');
    const ofTrip = events.filter(({ relationships }) => relationships.some(({ objectId }) => objectId === 'trip-1'));
    const isByTruck = (at: number) => ofTrip[at]?.relationships.some(({ objectId }) => objectId === 'truck-1');
    const byTruck = ofTrip.filter((_, at) => isByTruck(at)).map(({ type }) => type);
    expect([byTruck[0], byTruck.at(-1)]).toEqual(['truck sent', 'truck back']);
    const poured = ofTrip.filter((_, at) => !isByTruck(at)).map(({ type }) => type);
    expect(new Set(poured)).toEqual(new Set(['pouring into hold began', 'pouring into hold ended']));
  });

  test('is found at fault where it is', () => {
    const [ship] = written(direct, 'en').objects;
    const event = { id: 'e1', type: 'nothing', time: 'noon', attributes: [], relationships: [{ objectId: 'x' }] };
    const faults = ocelFaults({ objectTypes: [], eventTypes: [], objects: [ship, ship], events: [event] });
    for (const said of ['same id', 'not declared', 'x is not there', 'without qualifier', 'time noon']) {
      expect(faults.join('\n')).toContain(said);
    }
  });
});

test('the flat log has the same events, an event a row', () => {
  const { events } = written(direct, 'en');
  const [head, ...rows] = [...eventCsv(seasonLog(scenario, direct, 'en'))].join('').trimEnd().split('\r\n');
  expect(head).toBe('\ufeffevent,time,hour,activity,ship,lot,trip,route,truck,berth,crane,tonnes');
  expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual(events.map(({ id, time }) => [id, time]));
});

test('the intervals of each trip lie within it, one after the other', () => {
  const { name, hash, overrides } = scenario;
  const of = { program: PROGRAM, scenario: { name, hash, overrides }, seed: 1, replication: 1, mode: 'staged' };
  const pieces = intervalPieces({ schema: 'zhizhuang/intervals@1', ...of }, seasonLog(scenario, staged, 'zh'));
  const told = JSON.parse([...pieces].join(''));
  expect(told.opening).toMatch(/T00:00:00\.000\+08:00$/u);
  let [trip, now, trips] = ['', 0, 0];
  for (const row of told.intervals) {
    if (row.of === 'trip') [trip, now, trips] = [row.trip, row.from, trips + 1];
    if (row.of !== 'stage') continue;
    expect([row.trip, row.from]).toEqual([trip, now]);
    now = row.to;
  }
  expect(trips).toBe(staged.recording.trips.count);
});
