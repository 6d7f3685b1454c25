import { expect, test } from 'vitest';
import { Simulation } from '../../src/engine/index.ts';
import { Fleet } from '../../src/port/fleet.ts';
import { calmInputs } from './base-inputs.ts';

function fleetOf(trucks: number): { sim: Simulation; fleet: Fleet; taken: number[]; take: () => void } {
  const sim = new Simulation();
  const fleet = new Fleet(sim, { ...calmInputs.fleet, trucks });
  const taken: number[] = [];
  const take = () => {
    sim.spawn(
      'load',
      (function* () {
        taken.push(yield* fleet.take());
      })(),
      { background: true },
    );
  };
  return { sim, fleet, taken, take };
}

test('trucks go in order of their return, and loads wait for one in order', () => {
  const { sim, fleet, taken, take } = fleetOf(2);
  for (let i = 0; i < 4; i++) take();
  sim.schedule(1, () => fleet.giveBack(1));
  sim.schedule(2, () => fleet.giveBack(0));
  sim.run();
  expect(taken).toEqual([0, 1, 1, 0]);
});

test('trucks on hire have numbers of their own and cost from hire to dismissal, on the road or not', () => {
  const { sim, fleet, taken, take } = fleetOf(1);
  let hours = 0;
  sim.schedule(10, () => {
    const hired = fleet.hire(2);
    expect(hired).toEqual([1, 2]);
    for (let i = 0; i < 2; i++) take();
    sim.schedule(5, () => (hours = fleet.dismiss(hired)));
  });
  sim.run();
  expect(taken).toEqual([0, 1]);
  expect(hours).toBe(10);
});

test('a dismissed truck that comes back costs nobody his place in the line', () => {
  const { sim, fleet, take, taken } = fleetOf(1);
  const hired = fleet.hire(1);
  const turns: string[] = [];
  const wait = (name: string) =>
    sim.spawn(
      name,
      (function* () {
        yield* fleet.take();
        turns.push(name);
      })(),
    );
  take();
  take();
  sim.schedule(1, () => wait('first'));
  sim.schedule(2, () => wait('second'));
  sim.schedule(3, () => fleet.dismiss(hired));
  sim.schedule(4, () => fleet.giveBack(1));
  sim.schedule(5, () => fleet.giveBack(0));
  sim.schedule(6, () => fleet.giveBack(0));
  sim.run();
  expect(taken).toEqual([0, 1]);
  expect(turns).toEqual(['first', 'second']);
});

test('a dismissed truck gets no load, whether it stands in the works or comes back later', () => {
  const { sim, fleet, taken, take } = fleetOf(1);
  const hired = fleet.hire(2);
  take();
  take(); // trucks 0 and 1 go, 2 stands
  sim.schedule(1, () => fleet.dismiss(hired));
  sim.schedule(2, () => fleet.giveBack(1));
  sim.schedule(3, () => {
    take();
    take();
  });
  sim.schedule(4, () => fleet.giveBack(0));
  sim.schedule(5, () => fleet.giveBack(0));
  sim.run();
  expect(taken).toEqual([0, 1, 0, 0]);
});
