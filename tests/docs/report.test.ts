import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareScenario } from '../../src/execution/index.ts';
import { stressJson, stressMarkdown } from '../../src/report/index.ts';
import { parseScenario } from '../../src/scenario/index.ts';
import { ROOT, UPDATING } from './run-shown.ts';

const PAGE = join(ROOT, 'docs/reference/report.md');
const SCENARIO = join(ROOT, 'scenarios/bayuquan-2024.yaml');
const EXCERPT = /(?<=<!-- excerpt -->\n```markdown\n)[\s\S]*?(?=```)/u;
const SHOWN = ['2.3', '4.1', '4.2'];

/** Items of the page's report that no replication moves. */
async function excerpt(): Promise<string> {
  const read = parseScenario(readFileSync(SCENARIO, 'utf8'), 'scenario.yaml');
  if (!read.ok) throw new Error('bad scenario');
  const { scenario } = read;
  const comparison = await compareScenario(scenario, { seed: 1, replications: 1 });
  const json = stressJson(comparison, null, scenario, { name: 'zhizhuang', version: '0.1.0' });
  const { text } = stressMarkdown(json, scenario, 'en', { repeat: '', validate: '' });
  const items = text.split(/^(?=##)/mu);
  return SHOWN.flatMap((id) => items.filter((item) => item.startsWith(`### ${id} `))).join('');
}

test('the page shows the appendix as it is written', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const written = await excerpt();
  expect(written.match(/^### /gmu)).toHaveLength(SHOWN.length);
  if (UPDATING)
    writeFileSync(
      PAGE,
      page.replace(EXCERPT, () => written),
    );
  else expect(EXCERPT.exec(page)?.[0]).toBe(written);
});
