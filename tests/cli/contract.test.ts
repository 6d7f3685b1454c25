import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EMITTERS, LEDGER_ITEMS } from '../../src/settlement/index.ts';
import {
  ACCOUNT_IDS,
  CALL_INSTANTS,
  CRITICAL_RESOURCES,
  HOUR_CAUSES,
  MODE_MEASURES,
  SAVING_MEASURES,
} from '../../src/study/index.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
const fitted = folder.file('fitted.yaml', smallText(true));

const figure = z.number().nullable();
const summary = z.strictObject({ mean: figure, sd: figure, low: figure, high: figure });
const difference = summary.extend({ relative: figure, correlation: figure, varianceReduction: figure });
const party = z.enum(['shipper', 'haulier', 'port', 'ship', 'buyer', 'state', 'society']);
const line = {
  item: z.enum(LEDGER_ITEMS),
  payer: party,
  payee: party.nullable(),
  kind: z.enum(['resource', 'transfer']),
};
const mass = z.strictObject({
  opening: z.number(),
  produced: z.number(),
  loaded: z.number(),
  lost: z.number(),
  closing: z.number(),
  underway: z.number(),
  residual: z.literal(0),
});
const head = {
  program: z.strictObject({ name: z.literal('zhizhuang'), version: z.string() }),
  scenario: z.strictObject({
    name: z.string(),
    hash: z.string().regex(/^[0-9a-f]{16}$/),
    overrides: z.array(z.string()),
  }),
  seed: z.int(),
  replications: z.int(),
  confidence: z.literal(0.95),
  calls: z.strictObject({ count: z.int(), tonnes: z.number() }),
  precision: z.null(),
};
const both = z.strictObject({
  unit: z.string(),
  staged: summary.nullable(),
  direct: summary.nullable(),
  difference: difference.nullable(),
});
const saving = both.extend({ staged: z.null(), direct: z.null(), difference });

/** An object with all of these keys, in their order, and no other. */
function keyed<T extends z.ZodType>(keys: readonly string[], value: T) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, value])));
}

const account = z.strictObject({
  per: z.enum(['call', 'load', 'tonne']),
  whole: summary,
  causes: keyed(HOUR_CAUSES, summary),
});
const accounts = keyed(ACCOUNT_IDS, account.nullable());
const modeHours = z.strictObject({
  accounts,
  critical: keyed(CRITICAL_RESOURCES, z.strictObject({ share: summary, hours: figure })),
});
const hoursDifference = z.strictObject({ accounts, critical: keyed(CRITICAL_RESOURCES, summary) });
const callRow = z.strictObject({
  call: z.int(),
  cargoTonnes: z.number(),
  ...Object.fromEntries(
    CALL_INSTANTS.map((instant) => [instant, z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00$/)]),
  ),
  portHours: z.number(),
  hours: keyed(HOUR_CAUSES, z.number()),
  critical: z.strictObject({
    resource: z.enum(CRITICAL_RESOURCES),
    hours: z.number(),
    truckCause: z.enum(HOUR_CAUSES).nullable(),
  }),
  costPerTonne: z.number(),
});
const callRows = z.record(z.string(), z.array(callRow)).optional();

/** Section 7 of the design, to the letter; after it, the hours, and the calls where they are asked for. */
const compareSchema = z.strictObject({
  ...head,
  schema: z.literal('zhizhuang/compare@1'),
  measures: z.strictObject({
    ...Object.fromEntries(Object.keys(SAVING_MEASURES).map((id) => [id, saving])),
    ...Object.fromEntries(Object.keys(MODE_MEASURES).map((id) => [id, both])),
  }),
  ledger: z.array(z.strictObject({ ...line, staged: z.number(), direct: z.number(), difference: z.number() })),
  massBalance: z.strictObject({ staged: mass, direct: mass }),
  published: z.array(
    z.strictObject({
      id: z.string(),
      published: z.strictObject({ low: figure, high: figure }),
      simulated: z.strictObject({ mean: figure, low: figure, high: figure }),
      verdict: z.enum(['fitted', 'agrees', 'above', 'below', 'notComparable']),
    }),
  ),
  hours: z.strictObject({ staged: modeHours, direct: modeHours, difference: hoursDifference }),
  callRows,
});
const inMode = summary.extend({ unit: z.string() });
const runLedger = z.array(z.strictObject({ ...line, yuanPerTonne: z.number() }));
const modeMeasures = z.strictObject(Object.fromEntries(Object.keys(MODE_MEASURES).map((id) => [id, inMode])));
const runSchema = z.strictObject({
  ...head,
  schema: z.literal('zhizhuang/run@1'),
  mode: z.enum(['staged', 'direct']),
  measures: modeMeasures,
  ledger: runLedger,
  carbon: z.array(
    z.strictObject({
      emitter: z.enum(EMITTERS),
      fuel: z.enum(['diesel', 'electricity', 'marineGasOil']),
      quantityPerTonne: z.number(),
      tankToWheel: z.number(),
      wellToWheel: z.number(),
    }),
  ),
  massBalance: mass,
  hours: modeHours,
  callRows,
});
const alternative = {
  name: z.string(),
  variant: z.string().nullable(),
  mode: z.enum(['staged', 'direct', 'hybrid']),
  copy: z.int(),
  settings: z.array(z.string()),
};
const bounds = z.strictObject({ low: z.number(), high: z.number() });
const openBounds = z.strictObject({ low: figure, high: figure });
const family = z.strictObject({
  unit: z.string(),
  better: z.literal('low').nullable(),
  critical: z.strictObject({ dunnett: z.number(), bonferroni: z.number() }),
  comparisons: z.array(
    z.strictObject({
      variant: z.string(),
      mean: z.number(),
      p: z.number().min(0).max(1),
      pHolm: z.number().min(0).max(1),
      dunnett: bounds,
      bonferroni: bounds,
      relative: z.strictObject({ mean: figure, fieller: openBounds, bootstrap: openBounds }),
    }),
  ),
  pairs: z.array(bounds.extend({ first: z.string(), second: z.string(), mean: z.number() })).nullable(),
  best: z
    .strictObject({
      observed: z.string(),
      possible: z.array(z.string()),
      comparisons: z.array(bounds.extend({ variant: z.string(), possible: z.boolean() })),
    })
    .nullable(),
});
const variantMeasures = z.record(z.string(), difference.extend({ unit: z.string() }));
const variantsSchema = z.strictObject({
  ...head,
  schema: z.literal('zhizhuang/compare-variants@1'),
  streams: z.enum(['common', 'independent']),
  variants: z.array(
    z.strictObject({
      ...alternative,
      hash: head.scenario.shape.hash,
      measures: modeMeasures,
      ledger: runLedger,
      massBalance: mass,
      hours: modeHours,
    }),
  ),
  failures: z.array(z.strictObject({ ...alternative, replication: z.int(), failure: z.unknown() })),
  base: z.string(),
  differences: z.array(z.strictObject({ variant: z.string(), measures: variantMeasures, hours: hoursDifference })),
  savings: z.array(
    z.strictObject({
      variant: z.string().nullable(),
      base: z.string(),
      other: z.string(),
      measures: variantMeasures,
    }),
  ),
  families: keyed(Object.keys(MODE_MEASURES), family.nullable()),
  callRows,
});

const few = ['--replications', '3', '--seed', '7', '--json', ...ONE_THREAD];

/** What a command line prints, which must end well and complain of nothing. */
async function printed(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await inProcess(args);
  expect([status, ...stderr]).toEqual([0]);
  return stdout;
}

async function jsonOf<T>(schema: z.ZodType<T>, args: readonly string[]): Promise<T> {
  return schema.parse(JSON.parse(await printed(args)));
}

describe('compare --json', () => {
  let plain: string;

  beforeAll(async () => {
    plain = await printed(['compare', small, ...few]);
  });

  test('follows the contract, keys in their order', () => {
    const json = compareSchema.parse(JSON.parse(plain));
    expect([json.seed, json.replications, json.calls]).toEqual([7, 3, { count: 3, tonnes: 11_000 }]);
    const order = 'schema program scenario seed replications confidence calls measures ledger massBalance published';
    expect(Object.keys(JSON.parse(plain))).toEqual([...order.split(' '), 'precision', 'hours']);
  });

  test('what the shipper pays less what it earns adds up to cost.perTonne', () => {
    const { ledger, measures } = compareSchema.parse(JSON.parse(plain));
    for (const side of ['staged', 'direct'] as const) {
      let sum = 0;
      for (const entry of ledger) {
        if (entry.payer === 'shipper') sum += entry[side];
        if (entry.payee === 'shipper') sum -= entry[side];
      }
      expect(sum).toBeCloseTo((measures['cost.perTonne'] as z.infer<typeof both>)[side]?.mean ?? Number.NaN, 9);
    }
  });

  test('gives the same bytes on one thread and on two', async () => {
    expect(await printed(['compare', small, ...few.slice(0, -ONE_THREAD.length), '--threads', '2'])).toBe(plain);
  });

  test('is what --modes staged,direct prints', async () => {
    expect(await printed(['compare', small, '--modes', 'staged,direct', ...few])).toBe(plain);
  });

  test('says what was fitted, once more as it was before', async () => {
    const json = await jsonOf(compareSchema, ['compare', fitted, ...few, '--quiet']);
    const verdicts = new Map(json.published.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts.get('saving.perTonne')).toBe('fitted');
    expect(verdicts.get('saving.total')).toBe('fitted');
    expect(verdicts.get('saving.perTonne.unfitted')).toMatch(/^(agrees|above|below|notComparable)$/);
    expect(json.scenario.overrides).toEqual([]);
  });

  test('says what was set, and no more that the result was fitted', async () => {
    const json = await jsonOf(compareSchema, ['compare', fitted, ...few, '--set', 'fleet.size=30', '--quiet']);
    expect(json.published.map(({ verdict }) => verdict)).not.toContain('fitted');
    expect(json.scenario.overrides).toEqual(['fleet.size=30']);
  });

  test('of one replication has no interval but null', async () => {
    const json = await jsonOf(compareSchema, ['compare', small, '--replications', '1', '--json']);
    const { difference: cost } = json.measures['cost.perTonne'] as z.infer<typeof both>;
    expect(cost).toMatchObject({ mean: expect.any(Number), sd: null, low: null, high: null });
  });
});

test('run --json follows its contract', async () => {
  const json = await jsonOf(runSchema, ['run', small, '--mode', 'direct', ...few]);
  expect(json.mode).toBe('direct');
});

describe('--calls', () => {
  test('adds the calls of the first replication, whatever else is run', async () => {
    const json = await jsonOf(compareSchema, ['compare', small, ...few, '--calls']);
    expect(Object.keys(json.callRows ?? {})).toEqual(['staged', 'direct']);
    const alone = await jsonOf(runSchema, [
      ...['run', small, '--mode', 'direct', '--json', '--calls', '--replications', '1', '--seed', '7'],
      ...ONE_THREAD,
    ]);
    expect(alone.callRows).toEqual({ direct: json.callRows?.direct });
    expect(alone.callRows?.direct?.map(({ call }) => call)).toEqual([1, 2, 3]);
    const mean = (alone.callRows?.direct ?? []).reduce((sum, { portHours }) => sum + portHours, 0) / 3;
    expect((alone.measures['vessel.portHours'] as z.infer<typeof inMode>).mean).toBeCloseTo(mean, 9);
  });

  test('names each variant', async () => {
    const json = await jsonOf(variantsSchema, ['compare', small, '--modes', 'direct,direct', ...few, '--calls']);
    expect(json.callRows?.direct).toEqual(json.callRows?.['direct#2']);
    expect(json.callRows?.direct).toHaveLength(3);
  });
});

test('the A/A check differs by exactly 0', async () => {
  const json = await jsonOf(variantsSchema, ['compare', small, '--modes', 'direct,direct', ...few]);
  expect([json.base, json.differences[0]?.variant]).toEqual(['direct', 'direct#2']);
  const means = Object.values(json.differences[0]?.measures ?? {}).map(({ mean }) => mean ?? 0);
  expect(means.every((mean) => mean === 0)).toBe(true);
});

test('the comparison turned round is one of variants', async () => {
  const turned = await jsonOf(variantsSchema, ['compare', small, '--modes', 'direct,staged', ...few]);
  expect(turned.variants.map(({ name }) => name)).toEqual(['direct', 'staged']);
});

describe('variants', () => {
  const setting = 'few:fleet.size=6,handling.secondHaulPrice=4 yuan/t';
  const args = ['compare', small, '--modes', 'direct', '--variant', setting, '--variant', '多:fleet.size=60'];

  test('follow their contract, with the calls of each', async () => {
    const json = await jsonOf(variantsSchema, [...args, '--pairs', '--calls', ...few]);
    expect(json.variants.map(({ name, settings }) => [name, settings])).toEqual([
      ['direct', []],
      ['few:direct', ['fleet.size=6', 'handling.secondHaulPrice=4 yuan/t']],
      ['多:direct', ['fleet.size=60']],
    ]);
    expect(Object.keys(json.callRows ?? {})).toEqual(['direct', 'few:direct', '多:direct']);
    expect(json.callRows?.direct).not.toEqual(json.callRows?.['few:direct']);
    expect(json.families['cost.perTonne']?.pairs).toHaveLength(3);
    expect([json.base, json.savings]).toEqual(['direct', []]);
  });

  test('give a command that gives them again', async () => {
    const text = await printed([...args, '--lang', 'en', ...few.filter((word) => word !== '--json')]);
    expect(text).toContain(
      `--modes direct --variant '${setting}' --variant '多:fleet.size=60' --seed 7 --replications 3`,
    );
  });

  test('of one mode are a table too, with every figure of the object', async () => {
    const args = ['run', small, '--mode', 'staged', '--replications', '3', ...ONE_THREAD];
    const [text, json] = [await printed([...args, '--csv']), JSON.parse(await printed([...args, '--json']))];
    const rows = text
      .slice(1, -2)
      .split('\r\n')
      .map((line) => line.split(','));
    for (const row of rows) expect(row).toHaveLength(10);
    const cost = json.measures['cost.perTonne'];
    expect(rows).toContainEqual(['measure', 'cost.perTonne', 'yuan/t', '', '', '', ...figures(cost)]);
    const { item, payer, payee, kind, yuanPerTonne } = json.ledger[0];
    expect(rows).toContainEqual(['ledger', item, 'yuan/t', payer, payee, kind, String(yuanPerTonne), '', '', '']);
    const { per, causes } = json.hours.accounts.trucks;
    expect(rows).toContainEqual(['hours of trucks', 'queue', `h/${per}`, '', '', '', ...figures(causes.queue)]);
  });

  test('of a laytime sheet are a table of its rows', async () => {
    const args = ['run', small, '--mode', 'direct', '--laytime', '1'];
    const [text, json] = [await printed([...args, '--csv']), JSON.parse(await printed([...args, '--json']))];
    const lines = text.slice(1, -2).split('\r\n');
    expect(lines).toHaveLength(1 + json.rows.length);
    expect(lines.at(-1)?.endsWith(`,${json.rows.at(-1).balanceHours}`)).toBe(true);
  });

  test('of staging and direct loading are a table too', async () => {
    const text = await printed(['compare', small, '--csv', '--replications', '2', ...ONE_THREAD]);
    expect(text.split('\r\n')[1]).toMatch(/^cost\.perTonne,yuan\/t,staged,,staged,/);
  });
});

function figures({ mean, sd, low, high }: Record<string, number>): string[] {
  return [mean, sd, low, high].map(String);
}
