import { type Language, MOST_BYTES } from '../scenario/index.ts';

/** What staging is compared with. */
export type Rival = 'direct' | 'hybrid';

/** Everything that decides what the page shows; it stands in the page's address, so that a link brings it back. */
export interface PageState {
  readonly scenario: ScenarioText;
  /** What is set over the scenario, such as `fleet.size=30`, each key once. */
  readonly settings: readonly string[];
  readonly rival: Rival;
  readonly seed: number;
  readonly replications: number;
  readonly language: Language;
}

/** A shipped scenario by its file's name, or one of the reader's own with its text. */
export type ScenarioText =
  | { readonly is: 'shipped'; readonly file: string }
  | { readonly is: 'own'; readonly file: string; readonly text: string };

/** Replications unless they are asked for, as on the command line. */
export const REPLICATIONS = 30;
/** A page with more would be busy for minutes. */
export const MOST_REPLICATIONS = 1000;
/** Settings that a link may hold. */
const MOST_SETTINGS = 500;

/** The state as what stands after # in the page's address. An own scenario's text is packed into it. */
export async function hashOf(state: PageState): Promise<string> {
  const { scenario, settings, rival, seed, replications, language } = state;
  const query = new URLSearchParams([['scenario', scenario.file]]);
  for (const setting of settings) query.append('set', setting);
  if (rival !== 'direct') query.append('with', rival);
  if (seed !== 1) query.append('seed', String(seed));
  if (replications !== REPLICATIONS) query.append('n', String(replications));
  query.append('lang', language);
  if (scenario.is === 'own') query.append('text', await packed(scenario.text));
  return `#${query}`;
}

/**
 * What an address says of the state; whatever it does not say, or says wrongly, is left out. Settings are not looked at
 * here: their errors are told as on the command line.
 */
export async function stateOf(hash: string): Promise<Partial<PageState>> {
  const query = new URLSearchParams(hash.replace(/^#/u, ''));
  const file = query.get('scenario');
  const text = query.has('text') ? await unpacked(query.get('text') ?? '') : null;
  const scenario = text !== null ? { is: 'own', file: file ?? 'scenario.yaml', text } : { is: 'shipped', file };
  const seed = wholeIn(query.get('seed'), 0, Number.MAX_SAFE_INTEGER);
  const replications = wholeIn(query.get('n'), 1, MOST_REPLICATIONS);
  const language = query.get('lang');
  return {
    ...(file !== null || text !== null ? { scenario: scenario as ScenarioText } : {}),
    settings: query.getAll('set').slice(0, MOST_SETTINGS),
    ...(query.get('with') === 'hybrid' ? { rival: 'hybrid' as const } : {}),
    ...(seed === null ? {} : { seed }),
    ...(replications === null ? {} : { replications }),
    ...(language === 'zh' || language === 'en' ? { language } : {}),
  };
}

/** A whole number between two others; null where a text is none. */
export function wholeIn(text: string | null, least: number, most: number): number | null {
  const value = text !== null && /^\d{1,16}$/u.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** A text deflated, in letters that an address may hold. */
async function packed(text: string): Promise<string> {
  const bytes = await drained(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  const letters = Array.from(bytes ?? [], (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The text again; null if that is none, or is too large. */
async function unpacked(code: string): Promise<string | null> {
  try {
    const letters = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const text = await drained(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
    return text === null ? null : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
  } catch {
    return null;
  }
}

/** All bytes of a stream; null if they are more than a scenario may have. */
async function drained(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(new Uint8Array(read.value));
    length += read.value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
