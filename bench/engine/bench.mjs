/**
 * The engine against a hand-written event loop in C and against simjs, in the same run, in turn:
 *
 * - `npm run -s bench:engine`: tables of rates, memory and bounds, in five minutes; `-- --json` the same as JSON;
 * - `-- --rounds 15`: more rounds, for a noisy machine;
 * - `-- --profile mm1Process`: where the time of one load goes;
 * - `-- --quick`: a hundredth of every load once, to see that the bench works; its rates mean nothing.
 */
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { caseNamed, cases } from './cases.mjs';
import { makeVeteran, measure, measureBytes } from './measure.mjs';
import { profileTable } from './profile.mjs';
import { Reference } from './reference.mjs';
import { asJson, asTable } from './report.mjs';
import { installedVersion } from './simjs.mjs';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    rounds: { type: 'string' },
    profile: { type: 'string' },
  },
});
const effort = options.quick ? { rounds: 1, part: 0.01 } : { rounds: Number(options.rounds ?? 5), part: 1 };

if (options.profile !== undefined) {
  console.log(await profileTable(caseNamed(options.profile), effort.part));
} else {
  const figures = await measureAll();
  console.log(options.json ? JSON.stringify(asJson(figures)) : asTable(figures));
}

/** @returns {Promise<import('./report.mjs').Figures>} */
async function measureAll() {
  const reference = new Reference();
  const veteran = await makeVeteran(cases, effort);
  const rows = [];
  for (const one of cases) rows.push(/** @type {const} */ ([one, await measure(one, reference, veteran, effort)]));
  await veteran.close();
  reference.close();
  return {
    machine: { node: process.version, cpu: `${cpus()[0]?.model}`, cores: availableParallelism() },
    part: effort.part,
    rows,
    bytes: await measureBytes(),
    simjs: installedVersion(),
  };
}
