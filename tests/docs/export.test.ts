import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ocelPieces, seasonLog } from '../../src/report/index.ts';
import { parseScenario } from '../../src/scenario/index.ts';
import { type RecordedOutcome, recordReplication } from '../../src/study/index.ts';
import { ROOT, UPDATING } from './run-shown.ts';

const PAGE = join(ROOT, 'docs/reference/export.md');
const SCENARIO = join(ROOT, 'scenarios/bayuquan-72kt.yaml');
const EXCERPT = /(?<=<!-- excerpt -->\n```json\n)[\s\S]*?(?=```)/u;

/** As the page's command writes it: the first event of a trip, of a lot, and of a pour. */
function excerpt(): string {
  const read = parseScenario(readFileSync(SCENARIO, 'utf8'), 'scenario.yaml');
  if (!read.ok) throw new Error('bad scenario');
  const [season] = recordReplication(read.scenario, ['direct'], 1, 0) as [RecordedOutcome];
  const lines = [...ocelPieces(seasonLog(read.scenario, season, 'en'))].map((piece) => piece.replace(/^[[,]\n/u, ''));
  const first = (type: string) => lines.find((line) => line.includes(`"type":"${type}"`)) ?? '';
  return ['declaration lodged', 'truck sent', 'pouring into hold began'].map((type) => `${first(type)}\n`).join('');
}

test('the page shows events as they are written', () => {
  const page = readFileSync(PAGE, 'utf8');
  const written = excerpt();
  if (UPDATING) writeFileSync(PAGE, page.replace(EXCERPT, written));
  else expect(EXCERPT.exec(page)?.[0]).toBe(written);
});
