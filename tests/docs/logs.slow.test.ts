import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ownFolder } from '../cli/command.ts';

const logs = fileURLToPath(new URL('../../docs/examples/logs/', import.meta.url));
const { path } = ownFolder();

/** Where the model's numbers have moved: `node docs/examples/logs/make.mjs`, and the pages anew. */
test('the sample logs are what their script makes', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(logs, 'make.mjs'), path], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  for (const name of ['gate.csv', 'calls.csv', 'tariff.csv']) {
    expect(readFileSync(join(path, name), 'utf8'), name).toBe(readFileSync(join(logs, name), 'utf8'));
  }
});
