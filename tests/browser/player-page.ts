import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const source = (path: string) => JSON.stringify(fileURLToPath(new URL(`../../src/${path}`, import.meta.url)));

/** Plays one ship in either mode; the player and what it plays stand in `window`. */
const MAIN = `
import ${source('page/page.css')};
import { mountPlayer } from ${source('page/player/player.ts')};
import { applyOverrides, parseScenario } from ${source('scenario/index.ts')};
import { recordReplication } from ${source('study/index.ts')};
window.openPlayer = (text, settings, language) => {
  const { scenario } = applyOverrides(parseScenario(text, 'played.yaml').scenario, settings);
  const seasons = recordReplication(scenario, ['staged', 'direct'], 1, 0);
  const element = document.querySelector('section');
  window.seasons = seasons;
  window.player = mountPlayer(element, { seasons, scenario, language });
};
`;

/** A page with nothing but a player, as a file that opens from disk. */
export interface PlayerPage {
  readonly address: string;
  remove(): void;
}

export async function buildPlayerPage(): Promise<PlayerPage> {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-player-'));
  const main = join(folder, 'main.ts');
  writeFileSync(main, MAIN);
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'built'),
      target: 'es2022',
      modulePreload: false,
      minify: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: main,
        output: { format: 'iife', entryFileNames: 'main.js', assetFileNames: 'main[extname]' },
      },
    },
  });
  const file = join(folder, 'built', 'index.html');
  // As in the page itself the style stands in the file: axe-core cannot read one beside it.
  const style = readFileSync(join(folder, 'built', 'main.css'), 'utf8');
  const head = `<meta charset="utf-8"><title>player</title><link rel="icon" href="data:,"><style>${style}</style>`;
  const body = '<main><h1>Player</h1><section class="player"></section></main><script src="main.js"></script>';
  writeFileSync(file, `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
  return { address: pathToFileURL(file).href, remove: () => rmSync(folder, { recursive: true }) };
}
