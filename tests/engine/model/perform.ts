import { StalledError } from '../../../src/engine/index.ts';
import { Play } from './play.ts';
import type { Program } from './program.ts';
import type { Stage } from './stage.ts';
import { told } from './told.ts';
import type { World, WorldOptions, WorldProcess } from './world.ts';

/**
 * Runs a program to its end; gives the log of what happened, and after it how everything stands.
 *
 * @param watch called whenever something has happened
 */
export function perform(
  program: Program,
  makeWorld: (options: WorldOptions) => World,
  watch: (stage: Stage) => void = () => {},
): string[] {
  const play = new Play(program, makeWorld({ cycles: program.cycles }), watch);
  const { sim } = play.stage.world;
  const { drive } = program;
  if (drive === 'steps') goOn(play, () => !sim.step());
  if (drive === 'until the first ends') {
    goOn(play, () => {
      const ended = sim.runUntil(play.stage.processes[0] as WorldProcess);
      play.stage.say('run', `${ended ? 'has come to the end of p0' : 'has not'}, next ${sim.peek}`);
      return !play.stopped;
    });
  }
  for (const hour of [...(typeof drive === 'string' ? [] : drive), Number.POSITIVE_INFINITY]) runUpTo(play, hour);
  return [...play.stage.log, ...endState(play.stage)];
}

function runUpTo(play: Play, hour: number): void {
  const { stage } = play;
  const { sim } = stage.world;
  goOn(play, () => {
    sim.run(hour);
    stage.say('run', `${play.stopped ? 'stops' : 'ends'}, next ${sim.peek}`);
    return !play.stopped;
  });
  stage.log.push(...whoWaits(stage));
}

/** Runs on after stops and the errors of engine and model, until it is done or the run has stalled. */
function goOn(play: Play, run: () => boolean): void {
  for (let done = false; !done; ) {
    play.stopped = false;
    try {
      done = run();
    } catch (error) {
      if (error instanceof TypeError || error instanceof RangeError) throw error;
      play.stage.say('run', `throws ${told(error)}`);
      done = error instanceof StalledError;
    }
  }
}

/** In whatever order the engine lists them. */
function whoWaits({ world }: Stage): string[] {
  return world.sim
    .waiting()
    .map(({ process, what, since, heldBy }) => {
      const holders = heldBy.map(({ name }) => name).sort();
      return `${process.name} waits for ${what} since ${since}, held by ${holders}`;
    })
    .sort();
}

function endState(stage: Stage): string[] {
  const { world, resources, container, store, signal, processes, events } = stage;
  const { now } = world.sim;
  const lines = [
    ...resources.map(({ line }) => line),
    container.getLine,
    container.putLine,
    store.getLine,
    store.putLine,
  ];
  return [
    ...whoWaits(stage),
    ...resources.map((one) => `${one.inUse} in use, ${one.usage.area(now)}, ${one.queueLength} in line`),
    `container ${container.level}, ${container.stock.area(now)}, ${container.gettersWaiting} ${container.puttersWaiting}`,
    `store ${store.list()}, ${store.stock.area(now)}, ${store.gettersWaiting} ${store.puttersWaiting}`,
    `signal ${signal.waiting}`,
    `lines ${lines.map((line) => line.area(now))}`,
    ...processes.map(({ name, started, alive }) => `${name} ${started ? 'begun' : 'new'} ${alive ? 'alive' : 'ended'}`),
    ...events.map(({ triggered }) => `event ${triggered ? 'has happened' : 'pending'}`),
  ];
}
