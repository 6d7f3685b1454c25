import { describe, expect, test } from 'vitest';
import { eventLogOf, LOG_KINDS, type LogKind, type RecordedOutcome, recordReplication } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const modes = ['staged', 'direct', 'hybrid'] as const;
const seasons = recordReplication(smallScenario(), modes, 3, 1);

/** Rows of some kinds. */
function rowsOf(season: RecordedOutcome, ...kinds: readonly LogKind[]) {
  const log = eventLogOf(season);
  const rows = Array.from({ length: log.count }, (_, row) => ({
    kind: LOG_KINDS[log.kind[row] as number] as LogKind,
    hour: log.hour[row] as number,
    call: log.call[row] as number,
    trip: log.trip[row] as number,
    kg: log.kg[row] as number,
  }));
  return kinds.length === 0 ? rows : rows.filter(({ kind }) => kinds.includes(kind));
}

describe.each(seasons.map((season) => [season.mode, season] as const))('the events of a %s season', (_, season) => {
  test('stand in order of time, within the clock', () => {
    const hours = eventLogOf(season).hour;
    expect(hours.every((hour, row) => row === 0 || hour >= (hours[row - 1] as number))).toBe(true);
    expect(hours.at(-1)).toBeLessThanOrEqual(season.facts.horizonHours);
  });

  test('pour exactly what the ships took', () => {
    for (const { index, cargoKg } of season.facts.calls) {
      const poured = rowsOf(season, 'pouringEnded').filter(({ call }) => call === index);
      expect(poured.reduce((sum, { kg }) => sum + kg, 0)).toBe(cargoKg);
    }
  });

  test('have every trip sent, and every trip that is back', () => {
    const { trips } = season.recording;
    expect(rowsOf(season, 'truckSent')).toHaveLength(trips.count);
    expect(rowsOf(season, 'truckBack')).toHaveLength(trips.back.filter((back) => !Number.isNaN(back)).length);
  });

  test('have a ship commence with the first pour and complete with the last', () => {
    for (const { index } of season.facts.calls) {
      const told = rowsOf(season).filter(({ call }) => call === index);
      const at = (kind: LogKind) => told.findIndex((row) => row.kind === kind);
      expect(at('loadingCommenced')).toBeLessThan(at('pouringBegan'));
      expect(at('loadingCompleted')).toBeGreaterThan(told.findLastIndex(({ kind }) => kind === 'pouringEnded'));
    }
  });
});

test('a truck that goes straight passes the stations in their order', () => {
  const [, direct] = seasons as [RecordedOutcome, RecordedOutcome];
  const way: readonly LogKind[] = [
    'truckSent',
    'worksLoadingBegan',
    'worksLoadingEnded',
    'leftWorks',
    'reachedGate',
    'passedGate',
    'heldBegan',
    'heldEnded',
    'tippingBegan',
    'tipped',
    'leftPort',
    'truckBack',
  ];
  const waysOf: number[][] = Array.from({ length: direct.recording.trips.count }, () => []);
  for (const { trip, kind } of rowsOf(direct, ...way)) waysOf[trip]?.push(way.indexOf(kind));
  for (const places of waysOf) {
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.length).toBeGreaterThanOrEqual(way.length - 2);
  }
});

test('what goes straight is never stacked, what is staged is', () => {
  const [staged, direct] = seasons as [RecordedOutcome, RecordedOutcome];
  expect(rowsOf(direct, 'stacked', 'reclaimed')).toEqual([]);
  expect(rowsOf(staged, 'stacked').length).toBeGreaterThan(100);
  expect(rowsOf(staged, 'reclaimed').length).toBeGreaterThan(100);
});
