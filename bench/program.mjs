import { readFileSync } from 'node:fs';

/** A layer of the compiled program. @param {string} name */
const layer = (name) => import(new URL(`../dist/${name}/index.js`, import.meta.url).href);

export const { makeWorld, simulateSeason } = await layer('port');
export const { readScenario, toPortInputs, withPriors } = await layer('scenario');
export const { prepare } = await layer('study');
export const { inProcess, onThreads } = await layer('execution');

/** The two modes that are compared. */
export const MODES = ['staged', 'direct'];

const file = new URL('../scenarios/bayuquan-2024.yaml', import.meta.url);

/** The published season, at its priors: a scenario with fitted hours is simulated twice a replication. */
export const scenario = withPriors(readScenario(readFileSync(file), 'bayuquan-2024.yaml').scenario);
