import { readFileSync } from 'node:fs';

/** A layer of the compiled program. @param {string} name */
const layer = (name) => import(new URL(`../dist/${name}/index.js`, import.meta.url).href);

export const { Simulation } = await layer('engine');
export const { makeWorld, simulateSeason } = await layer('port');
export const { applyOverrides, readScenario, toPortInputs, withPriors } = await layer('scenario');
export const { prepare } = await layer('study');

/** The two modes that are compared. */
export const MODES = ['staged', 'direct'];

const file = new URL('../scenarios/bayuquan-2024.yaml', import.meta.url);

/** The published season, at its priors: a scenario with fitted hours is simulated twice a replication. */
export const scenario = withPriors(readScenario(readFileSync(file), 'bayuquan-2024.yaml').scenario);

/** The same with everything on that costs events or look-ups. */
const EVERYTHING = [
  'weather.model=byKind',
  'breakdowns.worksLoaderMtbf=200',
  'breakdowns.weighbridgeMtbf=200',
  'breakdowns.gateLaneMtbf=200',
  'breakdowns.stackerMtbf=200',
  'breakdowns.reclaimerMtbf=200',
  'shifts.mealHours=[12, 18]',
  'fleet.restRule=true',
  'fleet.refuelEvery=400',
  'road.incidentRate=20',
  'gate.weighbridges=2',
  'gate.outLanes=2',
  'customs.inspectionProbability=0.2',
  'customs.returnedShare=0.05',
  'yard.pushUpTime=1',
  'yard.stackingMachines=4',
  'harbour.pilots=2',
  'harbour.tugs=4',
  'traffic.arrivals=0.05',
  'works.maintenanceTime=8',
];

/** The published season with all of it. */
export const fullScenario = applyOverrides(scenario, EVERYTHING).scenario;
