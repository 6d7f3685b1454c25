import { readFileSync } from 'node:fs';

/** Something that an index.ts exports, with its documentation. */
export interface Documented {
  readonly name: string;
  /** Where it is declared, beside the index. */
  readonly file: string;
  readonly kind: 'class' | 'function' | 'const' | 'interface' | 'type';
  /** Text of its doc block without the stars; empty when it has none. */
  readonly text: string;
}

/** An `@example` of a file. */
export interface Example {
  /** Declaration that it stands before. */
  readonly of: string;
  readonly file: string;
  readonly code: string;
}

/** Everything that an index.ts exports by name, in order. */
export function documentedExports(index: URL): Documented[] {
  const statements = readFileSync(index, 'utf8').matchAll(/^export (?:type )?\{([^}]*)\} from '\.\/(.*)';$/gm);
  return [...statements].flatMap(([, names, file]) => {
    const source = readFileSync(new URL(file!, index), 'utf8');
    const each = names!.split(',').map((name) => name.replace(/\btype\b/, '').trim());
    return each.filter((name) => name !== '').map((name) => documented(source, file!, name));
  });
}

function documented(source: string, file: string, name: string): Documented {
  const declaration = new RegExp(`^export (?:abstract )?(class|function|const|interface|type)\\*? ${name}\\b`, 'm');
  const found = declaration.exec(source);
  if (found === null) throw new Error(`${file} does not declare ${name}`);
  const before = source.slice(0, found.index);
  const text = before.endsWith(' */\n') ? withoutStars(before.slice(before.lastIndexOf('/**'))) : '';
  return { name, file, kind: found[1] as Documented['kind'], text };
}

/** Every `@example` in the doc blocks of a file, of exports and of their members. */
export function examplesIn(folder: URL, file: string): Example[] {
  const source = readFileSync(new URL(file, folder), 'utf8');
  return [...source.matchAll(/^ *\/\*\*[\s\S]*?\*\/\n(.*)/gm)].flatMap(([block, next]) =>
    withoutStars(block!.slice(0, -next!.length))
      .split(/^@/m)
      .filter((part) => part.startsWith('example'))
      .map((part) => ({ of: nameIn(next!), file, code: part.slice('example'.length).trim() })),
  );
}

function withoutStars(block: string): string {
  return block
    .replace(/^ *\/\*\*|\*\/\s*$/g, '')
    .replace(/^ *\* ?/gm, '')
    .trim();
}

/** The name in the first line of a declaration. */
function nameIn(line: string): string {
  const words = line.replace(/^\s*(?:export|abstract|readonly|static|class|function|const|get|set|async|\*|\s)+/, '');
  return /^[\w$#]+/.exec(words)?.[0] ?? line.trim();
}
