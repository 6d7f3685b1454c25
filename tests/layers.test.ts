import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import biome from '../biome.json' with { type: 'json' };
import { furtherEntriesOf, type Layer, layers, portableLayers, violations } from './layers.ts';

const src = new URL('../src/', import.meta.url);
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));

test('every source file keeps the rules of its layer', () => {
  expect(sources).toContain('cli/main.ts');
  expect(sources.flatMap((path) => violations(path, readFileSync(new URL(path, src), 'utf8')))).toEqual([]);
});

test('every folder of src/ is a layer', () => {
  const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(Object.keys(layers)).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
});

describe('a planted violation is found:', () => {
  test.each([
    ['a layer below', 'port/quay.ts', "import { cost } from '../settlement/index.ts';"],
    ['a layer above that is barred', 'stats/mean.ts', "import type { Sim } from '../engine/index.ts';"],
    ['the clock in the settlement', 'settlement/laytime.ts', "export { now } from '../engine/index.ts';"],
    ["another layer's inside", 'port/quay.ts', "import { Heap } from '../engine/heap.ts';"],
    ['what loads little, from below', 'study/sweep.ts', "import { nearest } from '../scenario/nearest.ts';"],
    ['from a deeper folder', 'port/chains/direct.ts', "import '../../cli/main.ts';"],
    ['over several lines', 'engine/heap.ts', "import {\n  mean,\n} from '../stats/index.ts';"],
    ['in a dynamic import', 'study/sweep.ts', "const { run } = await import('../execution/index.ts');"],
    ['in a type', 'engine/heap.ts', "let ship: import('../port/index.ts').Ship;"],
    ['a program in the public face', 'index.ts', "export * from './cli/index.ts';"],
    ['Node in a portable layer', 'scenario/read.ts', "import { readFileSync } from 'node:fs';"],
    ['Node by its old name', 'page/form.ts', "import fs from 'fs';"],
    ['Node inside the page', 'page/form.ts', "import { csv } from '../report/index.ts';"],
    ['an inexact function', 'random/gamma.ts', 'export const y = Math.exp(x);'],
    ['after a string that looks like a comment', 'random/gamma.ts', "const s = '//' + Math.log(x);"],
    ['an inexact function taken apart', 'stats/mean.ts', 'const { pow } = Math;'],
    ['an inexact function by key', 'stats/mean.ts', "Math['pow'](2, x);"],
    ['a power', 'stats/mean.ts', 'const square = x ** 2;'],
    ['a power assigned', 'stats/mean.ts', 'x **= 2;'],
    ['chance', 'port/works.ts', 'const u = Math.random();'],
    ['the clock', 'study/plan.ts', 'const t = Date.now();'],
    ['the calendar', 'scenario/season.ts', 'const d = new Date(2024, 3);'],
    ['the console', 'engine/heap.ts', "console.log('here');"],
  ])('%s', (_, path, source) => {
    expect(violations(path, source)).toHaveLength(1);
  });
});

describe('what is allowed passes:', () => {
  test.each([
    ['the index of a layer above', 'port/works.ts', "import { Stream } from '../random/index.ts';"],
    ['its own layer', 'port/chains/direct.ts', "import { quay } from '../quay.ts';"],
    ['what loads little, for the command line', 'cli/common.ts', "import { nearest } from '../scenario/nearest.ts';"],
    ["the report's browser entry", 'page/charts.ts', "import { chart } from '../report/browser.ts';"],
    ['the public face', 'index.ts', "export * from './report/index.ts';"],
    ['a package', 'random/stream.ts', "import seedrandom from 'seedrandom';"],
    ['exact functions and constants', 'port/works.ts', 'Math.max(Math.sqrt(x), Math.LN2, Date.UTC(2024, 3))'],
    ['comments', 'port/works.ts', '/** Math.exp(x), x ** 2 */ // console.log(new Date())'],
    ['Node and the console below the study', 'cli/main.ts', "import 'node:fs'; console.log(Math.random(), 2 ** 3);"],
  ])('%s', (_, path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});

describe('Biome', () => {
  test.each(Object.keys(layers) as Layer[])('holds the same imports for %s', (layer) => {
    const override = biome.overrides.find(({ includes }) => includes[0] === `src/${layer}/**`);
    const group = override?.linter.rules.style?.noRestrictedImports.options.patterns[0]?.group;
    const entries = [...layers[layer].map((above) => `${above}/index.ts`), ...furtherEntriesOf(layer)];
    expect(group).toEqual([`../**/{${Object.keys(layers)}}/**`, ...entries.map((entry) => `!../**/${entry}`)]);
  });

  test('reports a planted violation in every portable layer', () => {
    const house = mkdtempSync(join(tmpdir(), 'zhizhuang-layers-'));
    try {
      cpSync('src/portable.grit', join(house, 'src/portable.grit'));
      writeFileSync(join(house, 'biome.json'), JSON.stringify({ ...biome, vcs: { enabled: false } }));
      for (const layer of portableLayers) {
        mkdirSync(join(house, 'src', layer));
        writeFileSync(join(house, 'src', layer, 'planted.ts'), planted);
      }
      const biomeBin = join(process.cwd(), 'node_modules/.bin/biome');
      const args = ['lint', '--reporter=json', '--max-diagnostics=none'];
      const { status, stdout } = spawnSync(biomeBin, args, { cwd: house, encoding: 'utf8' });
      expect(status).toBe(1);
      for (const layer of portableLayers) expect(rulesBroken(stdout, layer)).toEqual(plantedRules);
    } finally {
      rmSync(house, { recursive: true });
    }
  });
});

const planted = `import '../cli/index.ts';
import 'node:fs';
console.log(Math.exp(1), Math.max(1, 2));
export const values = [2 ** 3, Date.now(), new Date(0), Math.random()];
`;
const plantedRules = [
  'lint/correctness/noNodejsModules',
  'lint/style/noRestrictedImports',
  'lint/suspicious/noConsole',
  ...Array(5).fill('plugin'),
];

function rulesBroken(report: string, layer: Layer): string[] {
  const { diagnostics } = JSON.parse(report) as { diagnostics: { category: string; location: { path: string } }[] };
  const inLayer = diagnostics.filter(({ location }) => location.path.includes(`src/${layer}/`));
  return inLayer.map(({ category }) => category).sort();
}
