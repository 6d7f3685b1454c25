import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ownFolder, zhizhuang } from './command.ts';

const folder = ownFolder();
const SEASON = fileURLToPath(new URL('../../scenarios/bayuquan-2024.yaml', import.meta.url));

/** Well below what the file takes, parsed: it is never whole in memory. */
const HEAP = { NODE_OPTIONS: '--max-old-space-size=256' };

test('the season, staged, is written within little memory, in order, every tonne poured', async () => {
  const out = join(folder.path, 'season.json');
  const args = ['export', SEASON, '--as', 'ocel', '--mode', 'staged', '--out', out];
  const { status, stderr } = zhizhuang(args, HEAP);
  expect([status, stderr]).toEqual([0, []]);
  let [events, before, kg, disorder] = [0, '', 0, 0];
  for await (const line of createInterface(createReadStream(out))) {
    if (!line.startsWith('{"id":"e')) continue;
    const { time, type, attributes } = JSON.parse(line.replace(/,$/u, ''));
    events++;
    if (time < before) disorder++;
    before = time;
    if (type === 'pouring into hold ended') kg += Math.round(attributes[0].value * 1000);
  }
  expect([disorder, kg]).toEqual([0, 735_000_000]);
  expect(events).toBeGreaterThan(300_000);
});
