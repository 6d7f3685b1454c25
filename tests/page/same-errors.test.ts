import { readdirSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { lines, opened, withSettings } from '../../src/page/opened.ts';
import { formatProblem, type Language, type Problem, readScenario } from '../../src/scenario/index.ts';
import { inProcess, ownFolder } from '../cli/command.ts';
import { shippedText } from '../scenario/example.ts';
import { TYPO_KINDS, typo } from '../scenario/typo.ts';

const folder = ownFolder();
/** The season writes out every parameter: one reading takes as long as ten of the others. */
const SHIPPED = readdirSync(new URL('../../scenarios/', import.meta.url))
  .map((file) => file.replace(/\.yaml$/u, ''))
  .filter((name) => name !== 'bayuquan-2024');

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const language = fc.constantFrom<Language>('en', 'zh');

/** What the page tells of a file that was dropped on it and of settings over it: what is wrong, else what is doubtful. */
function toldByPage(text: string, settings: readonly string[], spoken: Language): string[] {
  const read = opened({ is: 'own', file: 'own.yaml' }, new TextEncoder().encode(text));
  if (!('scenario' in read)) return lines(read, spoken);
  const set = withSettings(read, settings);
  return lines(set.ok ? [...read.warnings, ...set.warnings] : set.problems, spoken);
}

/** What a command line tells, and whether it went on. */
async function toldByCommand(text: string, settings: readonly string[], spoken: Language) {
  const path = folder.file('own.yaml', text);
  const set = settings.flatMap((setting) => ['--set', setting]);
  const { status, stderr } = await inProcess(['validate', path, ...set, '--lang', spoken]);
  return { status, stderr: stderr.map((line) => line.replace(`${folder.path}/`, '')) };
}

property.prop([fc.constantFrom(...SHIPPED), fc.constantFrom(...TYPO_KINDS), share, share, share, language], {
  seed: 12,
  numRuns: 40,
})(
  'page, library and command line tell the same lines of a file with a slip',
  async (name, kind, at, where, what, spoken) => {
    const slip = typo(shippedText(name), kind, at, where, what);
    if (slip === null) return;
    const { status, stderr } = await toldByCommand(slip.text, [], spoken);
    expect(toldByPage(slip.text, [], spoken)).toEqual(stderr);
    const read = readScenario(new TextEncoder().encode(slip.text), 'own.yaml');
    const problems: readonly Problem[] = read.ok ? read.warnings : read.problems;
    expect(problems.map((problem) => formatProblem(problem, spoken))).toEqual(stderr);
    expect(status).toBe(read.ok ? 0 : 2);
  },
);

test.each([
  ['a key that is none', ['fleet.sise=30']],
  ['a unit that does not fit', ['road.distance=8 t']],
  ['a value beyond what is possible', ['fleet.size=-1', 'customs.inspectionProbability=1.5']],
  ['values that cannot stand together', ['fleet.stagingTrucks=100', 'yard.capacity=10000']],
  ['a value that is doubtful', ['road.distance=400']],
])('the same of settings: %s', async (_, settings) => {
  for (const spoken of ['en', 'zh'] as const) {
    const { stderr } = await toldByCommand(shippedText('bayuquan-72kt'), settings, spoken);
    expect(stderr.length).toBeGreaterThan(0);
    expect(toldByPage(shippedText('bayuquan-72kt'), settings, spoken)).toEqual(stderr);
  }
});
