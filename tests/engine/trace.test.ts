import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  Container,
  ParallelLines,
  PreemptiveResource,
  type ProcessBody,
  Resource,
  Simulation,
  Store,
  type TraceEntry,
  type Wait,
} from '../../src/engine/index.ts';
import { everything } from './one-of-each.ts';
import { build, listening, plots, stepThrough, throughErrors, traceOf } from './traced-model.ts';

const EVERYTHING = [
  '0 spawn bulker 0',
  '0 spawn barge 0',
  '0 bulker: go on',
  '0 bulker: seize berth 1',
  '0 bulker: hold 2',
  '0 barge: go on',
  '0 barge: hold 1',
  '1 barge: go on',
  '1 barge: wait resource "berth"',
  '1.5 call storm',
  '1.5 interrupt barge "storm"',
  '1.5 barge: go on',
  '1.5 barge: hold 0',
  '1.5 barge: go on',
  '1.5 barge: end',
  '2 bulker: go on',
  '2 bulker: loaded quay 3 500',
  '2 bulker: release berth 1',
  '2 bulker: spawn pilot 0.5',
  '2 bulker: wait event "tide"',
  '2.5 pilot: go on',
  '2.5 pilot: hold 0',
  '2.5 pilot: go on',
  '2.5 pilot: fail "process \\"pilot\\", hour 2.5: fog"',
  '3 call flood',
  '3 bulker: go on',
  '3 bulker: end',
  'process "pilot", hour 2.5: fog',
];

/** A berth, and ships that use it for an hour. */
function busyBerth(sim: Simulation) {
  const berth = new Resource(sim, { name: 'berth', capacity: 1 });
  function* uses(): ProcessBody {
    yield* berth.seize();
    yield* sim.hold(1);
    berth.release();
  }
  return { berth, uses };
}

describe('a trace', () => {
  test('has every kind of happening, in order, each once', () => {
    expect(traceOf(everything).slice(0, -1)).toEqual(EVERYTHING);
  });

  test('is the same whatever drives a random model: run, steps, pieces, a condition', () => {
    fc.assert(
      fc.property(plots, fc.array(fc.constantFrom(0, 0.1, 0.25, 0.4, 1), { maxLength: 8 }), (plot, pieces) => {
        const story = (drive: (sim: Simulation) => void) => traceOf((sim) => build(sim, plot), drive).slice(0, -1);
        const whole = story((sim) => sim.run());
        expect(story(stepThrough)).toEqual(whole);
        expect(story((sim) => inPieces(sim, pieces))).toEqual(whole);
        expect(story(byConditions)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('changes nothing, nor does a drive by which every hold suspends: processes tell the same of themselves', () => {
    fc.assert(
      fc.property(plots, (plot) => {
        const outcome = (sim: Simulation, drive: (sim: Simulation) => void) => {
          const done = build(sim, plot);
          return [throughErrors(() => drive(sim)), done, sim.now, sim.processed, sim.describeWaiting()];
        };
        const untraced = outcome(new Simulation(), (sim) => sim.run());
        expect(outcome(new Simulation(listening()), (sim) => sim.run())).toEqual(untraced);
        expect(outcome(new Simulation(), stepThrough)).toEqual(untraced);
      }),
      { numRuns: 500 },
    );
  });

  test('is told of units by the name of whom they go to and come from, not of who lets them go', () => {
    const { trace, entries } = listening();
    const sim = new Simulation({ trace });
    const { berth, uses } = busyBerth(sim);
    sim.spawn('first', uses());
    sim.spawn('second', uses());
    sim.run();
    expect(at(berth.name, entries)).toEqual(['0 first seize', '1 first release', '1 second seize', '2 second release']);
  });

  test.each<[string, (sim: Simulation) => TakeAndGive, string[]]>([
    ['container', containerOf, ['1  put', '1 taker get']],
    ['store', storeOf, ['1  put', '1 taker get']],
    ['preemptive resource', preemptiveOf, ['0  seize', '1  release', '1 taker seize']],
    ['lines', linesOf, ['0  seize', '1  release', '1 taker seize']],
  ])('is told so of a %s, too', (_, make, expected) => {
    const { trace, entries } = listening();
    const sim = new Simulation({ trace });
    const [takes, gives] = make(sim);
    function* taker(): ProcessBody {
      yield* takes();
    }
    sim.spawn('taker', taker());
    sim.schedule(1, gives);
    sim.run();
    expect(at('it', entries)).toEqual(expected);
  });

  test('tells of an interrupt before what it brings about: units granted but not taken go on to the next', () => {
    const { trace, entries } = listening();
    const sim = new Simulation({ trace });
    const { uses } = busyBerth(sim);
    const [, victim] = ['first', 'victim', 'third'].map((name) => sim.spawn(name, uses()));
    sim.schedule(0, () => sim.schedule(1, () => victim?.interrupt('storm')));
    throughErrors(() => sim.run(2));
    expect(entries.filter(({ time }) => time === 1).map(({ who, what }) => `${who} ${what}`)).toEqual([
      'first go on',
      'first release',
      'victim seize',
      'first end',
      ' call',
      ' interrupt',
      'victim release',
      'third seize',
      'third go on',
      'third hold',
      'victim go on',
      'victim fail',
    ]);
  });

  test('is told what the model notes outside processes and before a run', () => {
    const { trace, entries } = listening();
    const sim = new Simulation({ trace });
    sim.note('weather', 'bar', { wind: 7 });
    expect(entries).toEqual([{ time: 0, who: '', what: 'weather', where: 'bar', value: { wind: 7 } }]);
  });
});

/** What is taken, and what lets the taker have it. */
type TakeAndGive = [() => Wait<unknown>, () => void];

function containerOf(sim: Simulation): TakeAndGive {
  const it = new Container(sim, { name: 'it', capacity: 9 });
  return [() => it.get(2), () => it.fill(2)];
}

function storeOf(sim: Simulation): TakeAndGive {
  const it = new Store<number>(sim, 'it');
  return [() => it.get(), () => it.add(7)];
}

function preemptiveOf(sim: Simulation): TakeAndGive {
  const it = new PreemptiveResource(sim, { name: 'it', capacity: 1 });
  it.trySeize();
  return [() => it.seize(), () => it.release()];
}

function linesOf(sim: Simulation): TakeAndGive {
  const it = new ParallelLines(sim, { name: 'it', lines: 1 });
  it.request();
  return [() => it.seize(), () => it.release(0)];
}

function at(where: string, entries: readonly TraceEntry[]): string[] {
  return entries.filter((one) => one.where === where).map(({ time, who, what }) => `${time} ${who} ${what}`);
}

function inPieces(sim: Simulation, hours: readonly number[]): void {
  for (const piece of hours) sim.run(sim.now + piece);
  sim.run();
}

function byConditions(sim: Simulation): void {
  for (let events = 3; sim.peek < Number.POSITIVE_INFINITY; events += 3) sim.runUntil(() => sim.processed >= events);
  sim.run();
}

test('without a trace the engine never makes an entry', () => {
  const sim = new Simulation();
  const note = vi.spyOn(sim, 'note');
  everything(sim);
  throughErrors(() => sim.run());
  expect(note.mock.calls).toEqual([['loaded', 'quay 3', 500]]);
});
