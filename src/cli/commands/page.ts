import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageWith } from '../../page/index.ts';
import { jsonText, wrapped } from '../../report/index.ts';
import type { Asked, ScenarioCommand } from '../command.ts';
import { readOutFile } from '../out-files.ts';
import { readWhole } from '../read-options.ts';
import { readScenarioFile, textIn } from '../scenario-file.ts';

const SHIPPED = fileURLToPath(new URL('../../../scenarios/bayuquan-72kt.yaml', import.meta.url));
/** The built page; from the sources, the build's is taken. */
const BUILT = new URL('../../../dist/page/index.html', import.meta.url);

const FILE = 'zhizhuang.html';
const [REPLICATIONS, MOST_REPLICATIONS] = [30, 1000];

/** Writes the page with a scenario in it; nothing is simulated here. */
export const pageCommand: ScenarioCommand = {
  name: 'page',
  shipped: SHIPPED,
  options: ({ page, describe }) => ({
    out: { describe: page.out, otherwise: FILE },
    force: { flag: true, describe: describe.force },
    seed: { describe: describe.seed, otherwise: '1' },
    replications: { describe: page.replications, otherwise: String(REPLICATIONS) },
  }),
  read(words, errors) {
    const { page } = errors.messages;
    const out = readOutFile('out', words, errors, FILE) ?? FILE;
    const seed = readWhole('seed', words, 1, [0, Number.MAX_SAFE_INTEGER], errors);
    const replications = readWhole('replications', words, REPLICATIONS, [1, MOST_REPLICATIONS], errors);
    return (asked) => ({
      count: 0,
      async run() {
        const { language, settings, scenario, program } = asked;
        const given = { file: basename(asked.path), text: textOf(asked), settings, seed, replications, language };
        const content = pageWith(readFileSync(BUILT, 'utf8'), given);
        const { name, hash } = scenario;
        const json = { schema: 'zhizhuang/page@1', program, scenario: { name, hash, overrides: settings }, file: out };
        const said = `${wrapped(page.written(out)).join('\n')}\n`;
        return { text: asked.json ? jsonText(json) : said, files: [{ path: out, content }] };
      },
    });
  },
};

/** The scenario's own text, which was read before and found right. */
function textOf({ path }: Asked): string {
  const read = readScenarioFile(path);
  if (!read.ok) throw new Error(`${path} was there a moment ago and is ${read.fault} now`);
  return textIn(read.bytes);
}
