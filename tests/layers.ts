import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/**
 * The layers of the house, top to bottom, and which others each may import: those above it, less what it must not
 * know (docs/decisions/0002-layers.md). biome.json says the same, and layers.test.ts compares the two.
 */
export const layers = {
  engine: [],
  random: [],
  stats: ['random'],
  port: ['engine', 'random', 'stats'],
  settlement: ['stats', 'port'],
  scenario: ['random', 'stats', 'port', 'settlement'],
  history: ['random', 'stats', 'scenario'],
  study: ['engine', 'random', 'stats', 'port', 'settlement', 'scenario', 'history'],
  execution: ['random', 'stats', 'scenario', 'history', 'study'],
  report: ['stats', 'settlement', 'scenario', 'history', 'study'],
  page: ['engine', 'random', 'stats', 'port', 'settlement', 'scenario', 'history', 'study'],
  cli: [
    'engine',
    'random',
    'stats',
    'port',
    'settlement',
    'scenario',
    'history',
    'study',
    'execution',
    'report',
    'page',
  ],
  testing: ['scenario', 'study'],
} as const satisfies Record<string, readonly string[]>;

export type Layer = keyof typeof layers;

/** These give the same numbers in Node and in a browser's worker, on every machine. */
export const portableLayers: readonly Layer[] = [
  'engine',
  'random',
  'stats',
  'port',
  'settlement',
  'scenario',
  'history',
  'study',
];

/** What a layer shows to others: its index.ts; the report also has an entry that is safe in a browser. */
const browserEntry = 'report/browser.ts';

/** What layers show besides to those that print, so that a short command need not load all of them. */
export const lightEntries = [
  'scenario/nearest.ts',
  'scenario/problem.ts',
  'study/preview.ts',
  'study/standings.ts',
  'report/json.ts',
  'report/layout.ts',
  'report/typed-command.ts',
  'report/validate.ts',
] as const;

/** The further entries that a layer may import. */
export function furtherEntriesOf(layer: Layer): string[] {
  if (layer === 'page') return [browserEntry];
  if (layer !== 'report' && layer !== 'cli') return [];
  return lightEntries.filter((entry) => (layers[layer] as readonly string[]).includes(layerOf(entry) ?? ''));
}

/**
 * The ways in which a source file breaks the rules of its layer, as sentences; none if it keeps them.
 *
 * @param path the file, relative to src/, with forward slashes
 * @param source its text
 */
export function violations(path: string, source: string): string[] {
  const code = withoutComments(source);
  const layer = layerOf(path);
  const portable = layer !== undefined && portableLayers.includes(layer);
  return [
    ...importsIn(code).flatMap((specifier) => importViolations(path, specifier)),
    ...(portable ? unportableUses(code) : []),
  ].map((what) => `${path} ${what}`);
}

function importViolations(path: string, specifier: string): string[] {
  const from = layerOf(path);
  if (!specifier.startsWith('.')) {
    const noNode = from === 'page' || (from !== undefined && portableLayers.includes(from));
    return noNode && isBuiltin(specifier) ? [`imports ${specifier}`] : [];
  }
  const target = posix.join(posix.dirname(path), specifier);
  const to = layerOf(target);
  if (to === from) return [];
  if (from !== undefined && furtherEntriesOf(from).includes(target)) return [];
  // The library's public face, src/index.ts, shows every layer but the two programs and the kit for tests.
  const allowed: readonly string[] = from === undefined ? Object.keys(layers).slice(0, -3) : layers[from];
  if (to === undefined || !allowed.includes(to)) return [`imports ${target}, which its layer may not know`];
  return target === `${to}/index.ts` ? [] : [`imports ${target} past the index.ts of its layer`];
}

const exactMath = 'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|[A-Z][A-Z0-9_]*';

/** IEEE 754 fixes `sqrt` to the last bit; the other functions of Math are each engine's own. */
const unportable: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\bMath\\b(?!\\.(?:${exactMath})\\b)(?:\\??\\.\\w+)?`, 'g'), "Math's inexact functions"],
  [/\*\*=?/g, 'the power operator'],
  [/\bnew Date\b|\bDate(?:\.now\b|\()/g, "the machine's clock"],
  [/\bconsole\b/g, 'the console'],
];

function unportableUses(code: string): string[] {
  return unportable.flatMap(([pattern, what]) =>
    [...code.matchAll(pattern)].map(([found]) => `uses ${found}: ${what} may not stand in a portable layer`),
  );
}

/** Every `import … from`, `export … from`, bare `import`, `import()` (of values or types) and `require()`. */
function importsIn(code: string): string[] {
  const pattern = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*(['"`])([^'"`\n]+)\1/g;
  return [...code.matchAll(pattern)].map((match) => match[2]!);
}

/** Comments go, strings stay: they may hold `//`, and import specifiers are strings. */
function withoutComments(source: string): string {
  const stringOrComment = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|\/\/.*|\/\*[\s\S]*?\*\//g;
  return source.replace(stringOrComment, (_, string?: string) => string ?? ' ');
}

function layerOf(path: string): Layer | undefined {
  const folder = path.split('/')[0] ?? '';
  return folder in layers ? (folder as Layer) : undefined;
}
