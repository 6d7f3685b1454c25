import { describe, expect, test } from 'vitest';
import { eventsText, eventText, mergedEvents, nextEvent, previousEvent } from '../../../src/page/player/events.ts';
import { journeyText } from '../../../src/page/player/journey-text.ts';
import { actionFor } from '../../../src/page/player/keys.ts';
import { FIRST_SPEED, faster, SPEEDS } from '../../../src/page/player/speeds.ts';
import { calmSurroundings, surroundingsOf } from '../../../src/page/player/surroundings.ts';
import { wordsFor } from '../../../src/page/player/words.ts';
import { clockInstant } from '../../../src/scenario/index.ts';
import { direct, hoursOf, scenario, staged } from './sides.ts';

const [zh, en] = [wordsFor('zh'), wordsFor('en')];
const clock = (hour: number) => clockInstant(scenario, hour).slice(5);

describe('events of both sides', () => {
  const events = mergedEvents(staged, direct);
  const hours = Float64Array.from(events, ({ hour }) => hour);

  test('are in order, what both share once', () => {
    for (const [i, { hour }] of events.slice(1).entries()) expect(hour).toBeGreaterThanOrEqual(events[i]?.hour ?? 0);
    expect(events.filter(({ kind }) => kind === 'arrived').map(({ side }) => side)).toEqual(['both', 'both', 'both']);
    expect(events.filter(({ kind }) => kind === 'shuttlingBegan').map(({ side }) => side)).toEqual([
      'left',
      'left',
      'left',
    ]);
    expect(events.filter(({ kind }) => kind === 'dispatchBegan').map(({ side }) => side)).toEqual([
      'right',
      'right',
      'right',
    ]);
    expect(events.filter(({ kind }) => kind === 'sailed').length).toBeGreaterThanOrEqual(3);
  });

  test('are gone to one by one, on and back', () => {
    const distinct = [...new Set(hours)];
    const found: number[] = [];
    for (let hour = staged.from - 1; ; ) {
      const place = nextEvent(hours, hour);
      if (place >= hours.length) break;
      hour = hours[place] as number;
      found.push(hour);
    }
    expect(found).toEqual(distinct);
    const back = distinct.toReversed().map((hour) => hours[previousEvent(hours, hour)]);
    expect(back).toEqual([...distinct.toReversed().slice(1), undefined]);
  });

  test('are told in both languages', () => {
    const sailed = events.find(({ kind, side }) => kind === 'shuttlingBegan' && side === 'left');
    if (sailed === undefined) throw new Error('no shuttles');
    const name = (words: typeof zh) => ({ left: words.modes.staged.name, right: words.modes.direct.name });
    expect(eventText([sailed], name(zh), zh)).toBe('传统集港：第 1 船的货开始倒运');
    expect(eventText([sailed], name(en), en)).toBe('Port staging: shuttles begin for ship 1');
    const many = [1, 3, 3, 3, 3, 3].map((hour, call) => ({ ...sailed, hour, call }));
    const names = name(en);
    expect(eventsText(many, 0, names, en)).toEqual({ hour: 1, text: eventText([sailed], names, en) });
    const one = (ship: number) => `Port staging: shuttles begin for ship ${ship}`;
    const lots = [0, 1, 2].map((number) => ({ ...sailed, kind: 'released' as const, hour: 5, number }));
    expect(eventsText(lots, 1, names, en)?.text).toBe('Port staging: lots 1, 2, 3 for ship 1 released');
    expect(eventsText(many, 3, names, en)).toEqual({ hour: 3, text: `${one(2)}; ${one(3)}; ${one(4)}; and 2 more` });
    expect(eventsText(many, 6, names, en)).toBeNull();
    for (const event of events) {
      for (const words of [zh, en]) expect(eventText([event], name(words), words)).not.toMatch(/undefined|NaN|null/u);
    }
  });
});

describe('a truck’s journey', () => {
  const { trips } = direct.season.recording;
  const hour = ((trips.sent[0] as number) + (trips.back[0] as number)) / 2;

  test('is told up to the moment, the present stage marked', () => {
    const timeline = direct.timelines.findIndex(({ truck, shuttle }) => !shuttle && truck === trips.truck[0]);
    const told = journeyText(direct, timeline, hour, en, clock);
    expect(told.heading).toMatch(/^Trip 1: 3\d\.\d t for ship 1$/u);
    expect(told.lines.map(({ now }) => now)).toEqual([...told.lines.slice(1).map(() => false), true]);
    expect(told.lines[0]?.text).toMatch(/^\d\d-\d\d \d\d:\d\d {2}being loaded, /u);
    expect(journeyText(direct, timeline, hour, zh, clock).heading).toMatch(/^第 1 趟：3\d\.\d 吨，装第 1 船$/u);
    const after = journeyText(direct, timeline, (trips.back[0] as number) - 1e-6, en, clock);
    expect(after.lines.at(-1)).toMatchObject({ text: expect.stringContaining('driving home, empty') });
    expect(journeyText(direct, timeline, direct.from - 1, en, clock)).toEqual({ heading: en.follow.notYet, lines: [] });
  });

  test('can be told of every truck at any hour', () => {
    for (const side of [staged, direct]) {
      for (const at of hoursOf(side, 7)) {
        for (const timeline of side.timelines.keys()) {
          for (const words of [zh, en]) {
            const { heading, lines } = journeyText(side, timeline, at, words, clock);
            expect([heading, ...lines.map(({ text }) => text)].join()).not.toMatch(/undefined|NaN|null/u);
          }
        }
      }
    }
  });
});

describe('surroundings', () => {
  test('are those of the world that both sides share', () => {
    const around = calmSurroundings();
    const [ofLeft, ofRight] = [surroundingsOf(staged), surroundingsOf(direct)];
    for (const hour of hoursOf(staged, 30)) {
      expect({ ...ofLeft(hour, around) }).toEqual({ ...ofRight(hour, calmSurroundings()) });
      expect(around.night).toBeGreaterThanOrEqual(0);
      expect(around.night).toBeLessThanOrEqual(1);
    }
    expect([3, 5.5, 12, 18.25, 23].map((hour) => ofLeft(hour, around).night)).toEqual([1, 0.5, 0, 0.25, 1]);
  });
});

describe('keys', () => {
  const pressed = (key: string, more = {}) => {
    return actionFor({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, target: null, ...more });
  };

  test('ask for what the help says', () => {
    expect(pressed(' ')).toEqual({ is: 'toggle' });
    expect(pressed('ArrowRight')).toEqual({ is: 'step', hours: 1 / 6 });
    expect(pressed('ArrowLeft', { shiftKey: true })).toEqual({ is: 'step', hours: -6 });
    expect(['n', 'P', 'f', 'Home', 'End'].map((key) => pressed(key)?.is)).toEqual([
      'next',
      'previous',
      'follow',
      'begin',
      'end',
    ]);
    expect(pressed('+')).toEqual({ is: 'speed', by: 1 });
  });

  test('are left to the element that needs them, and to the browser', () => {
    expect(pressed('ArrowRight', { target: { tagName: 'SELECT' } })).toBeNull();
    expect(pressed(' ', { target: { tagName: 'BUTTON' } })).toBeNull();
    expect(pressed('n', { ctrlKey: true })).toBeNull();
    expect(pressed('x')).toBeNull();
  });
});

test('speeds go from a minute to a day a second, no further', () => {
  expect(SPEEDS.map(({ hours }) => hours)).toEqual([1 / 60, 1 / 12, 1 / 4, 1, 3, 8, 24]);
  expect(faster(FIRST_SPEED, 1).hours).toBe(3);
  const [slowest, fastest] = [SPEEDS[0], SPEEDS[6] ?? SPEEDS[0]];
  expect([faster(slowest, -1), faster(fastest, 1)]).toEqual([slowest, fastest]);
});
