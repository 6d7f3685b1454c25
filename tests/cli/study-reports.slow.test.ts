import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fault, shownFigures } from '../report/html/shown-figures.ts';
import { dataIn } from '../report/html/small-report.ts';
import { oneShipText } from '../report/one-ship.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const ship = folder.file('ship.yaml', oneShipText());
const small = folder.file('small.yaml', smallText(true));

test.each([
  [
    'sweep',
    [
      'sweep',
      ship,
      '--vary',
      'fleet.size=20,30,40',
      '--measures',
      'saving.perTonne,direct:vessel.portHours',
      '--replications',
      '3',
    ],
  ],
  [
    'hypercube',
    [
      'sweep',
      ship,
      '--vary',
      'fleet.size=20..40',
      '--vary',
      'dispatch.policy=pull,headway',
      '--design',
      'lhs',
      '--samples',
      '4',
      '--replications',
      '2',
    ],
  ],
  ['tornado', ['sensitivity', ship, '--vary', 'fleet.size', '--vary', 'road.distance', '--replications', '3']],
  [
    'morris',
    [
      'sensitivity',
      ship,
      '--method',
      'morris',
      '--vary',
      'fleet.size',
      '--vary',
      'road.distance',
      '--samples',
      '3',
      '--resamples',
      '100',
    ],
  ],
  [
    'sobol',
    [
      'sensitivity',
      ship,
      '--method',
      'sobol',
      '--vary',
      'fleet.size',
      '--vary',
      'road.distance',
      '--samples',
      '8',
      '--resamples',
      '100',
    ],
  ],
  [
    'uncertainty',
    [
      'uncertainty',
      ship,
      '--vary',
      'handling.secondHaulPrice',
      '--vary',
      'fleet.size',
      '--samples',
      '12',
      '--replications',
      '2',
      '--resamples',
      '100',
    ],
  ],
  ['attribute', ['attribute', ship, '--replications', '3']],
  [
    'frontier',
    ['frontier', ship, '--x', 'fleet.size=20,40', '--y', 'handling.secondHaulPrice=-0..8', '--replications', '3'],
  ],
  [
    'calibrate',
    ['calibrate', small, '--budget', '20', '--replications', '3', '--force', '--target', 'saving.perTonne=2.99..3.13'],
  ],
  ['plan', ['plan', ship, '--choose', 'mode=direct,staged', '--budget', '40']],
  [
    'variants',
    [
      'compare',
      ship,
      '--modes',
      'staged,direct,hybrid',
      '--variant',
      'few:fleet.size=15',
      '--pairs',
      '--replications',
      '3',
    ],
  ],
  ['one replication of variants', ['compare', ship, '--variant', 'few:fleet.size=15', '--replications', '1']],
])(
  '%s --report writes a page of its own figures, and prints what it prints without',
  { timeout: 300_000 },
  async (name, line) => {
    const path = join(folder.path, `${name}.html`);
    const args = [...line, ...ONE_THREAD, '--json', ...(line[0] === 'plan' ? [] : ['--store', 'none'])];
    const { status, stdout, stderr } = await inProcess([...args, '--report', path]);
    expect([0, 3], stderr.join()).toContain(status);
    const page = readFileSync(path, 'utf8');
    const data = dataIn(page) as { study: unknown };
    expect(data.study).toEqual(JSON.parse(stdout));
    const figures = shownFigures(page);
    expect(figures.length).toBeGreaterThan(200);
    expect(figures.flatMap((shown) => fault(shown, data) ?? [])).toEqual([]);
    expect(page).not.toMatch(/NaN|undefined|\[object/u);
    expect(page.match(/<svg/gu)?.length ?? 0).toBeGreaterThanOrEqual(
      ['calibrate', 'hypercube', 'one replication of variants'].includes(name) ? 0 : 2,
    );
  },
);
