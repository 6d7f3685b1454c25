import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/index.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const text = `# 小样 kept
${smallText(true).replace(
  'low: 2.99 yuan/t, high: 3.13 yuan/t, reading: interval',
  'low: 4.5 yuan/t, high: 4.9 yuan/t, reading: fitted',
)}`;
const good = folder.file('good.yaml', text);
const written = join(folder.path, 'fitted.yaml');

const ask = (args: readonly string[]) => inProcess(['calibrate', ...args, ...ONE_THREAD, '--quiet']);

describe('a fit of the price, which needs no season simulated twice', { timeout: 120_000 }, () => {
  const four = [good, '--replications', '4'];

  test('reaches the published saving, writes the file, and says so in both languages', async () => {
    const { status, stdout, stderr } = await ask([...four, '--write', written]);
    expect([status, stderr]).toEqual([0, []]);
    expect(stdout).toContain("Shipper's saving per tonne: wanted 4.50 to 4.90 yuan/t");
    expect(stdout).toContain('Every target is reached. Fitted to, not confirmed');
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => !line.startsWith('repeat'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(100);
    const after = readFileSync(written, 'utf8');
    const read = parseScenario(after, 'fitted.yaml');
    const price = read.ok ? read.scenario.parameters['handling.secondHaulPrice'] : null;
    expect(price).toMatchObject({ standing: 'fitted', prior: 5, fittedTo: 'saving.perTonne' });
    expect(price?.fittedBy).toMatch(/^zhizhuang calibrate: nelder-mead, seed 1, 4 replications/);
    expect(after.startsWith('# 小样 kept\n')).toBe(true);
    // From the fitted file the same fit finds the same: it begins at the prior.
    const again = await ask([written, '--replications', '4', '--write', join(folder.path, 'again.yaml')]);
    expect(again.status).toBe(0);
    expect(readFileSync(join(folder.path, 'again.yaml'), 'utf8')).toBe(after);
    const chinese = await ask([...four, '--lang', 'zh']);
    expect(chinese.stdout).toContain('货主每吨节省：目标 4.50 至 4.90 元/吨');
    expect(chinese.stdout).not.toMatch(/[a-z]+ed to/);
  });

  test('prints one object, and a table with a row for each point', async () => {
    const json = JSON.parse((await ask([...four, '--json'])).stdout);
    expect(json).toMatchObject({
      schema: 'zhizhuang/calibrate@1',
      reached: true,
      method: 'nelder-mead',
      replications: 4,
    });
    const rows = (await ask([...four, '--csv'])).stdout
      .slice(1, -2)
      .split('\r\n')
      .map((line) => line.split(','));
    expect(rows).toHaveLength(json.points.length + 4);
    expect(rows[0]).toEqual([
      'point',
      'of',
      'handling.secondHaulPrice',
      'saving.perTonne mean',
      'saving.perTonne sd',
      'loss',
      'failure',
    ]);
    expect(Number(rows.at(-2)?.[2])).toBe(json.parameters[0].value);
  });

  test('that cannot reach its target ends with 3 and writes nothing but by force', async () => {
    const out = join(folder.path, 'missed.yaml');
    const args = [...four, '--target', 'saving.perTonne=20..21', '--write', out];
    const { status, stdout, stderr } = await ask(args);
    expect(status).toBe(3);
    expect(stdout).toContain('At an end of its range, so that better may lie beyond: handling.secondHaulPrice.');
    expect(stderr).toEqual([`Not written: the targets are not reached; --force writes ${out} all the same.`]);
    expect(existsSync(out)).toBe(false);
    expect((await ask([...args, '--force'])).status).toBe(3);
    expect(readFileSync(out, 'utf8')).toContain('not reached, came to');
  });
});
