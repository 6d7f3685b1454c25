import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder, zhizhuang } from './command.ts';

const folder = ownFolder();
const good = folder.file('good.yaml', smallText());
const BOM = '\ufeff';

async function printed(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await inProcess([...args, ...ONE_THREAD, '--quiet']);
  expect(stderr).toEqual([]);
  expect(status).toBe(0);
  return stdout;
}

const SWEEP = ['sweep', good, '--vary', 'fleet.size=10,20', '--vary', 'dispatch.policy', '--replications', '2'];
const TWO = ['--vary', 'handling.secondHaulPrice', '--vary', 'fleet.size'];

describe('sweep', () => {
  test('prints a wide table with a row for each point', async () => {
    const csv = await printed([...SWEEP, '--csv', '--measures', 'saving.perTonne,direct:vessel.portHours']);
    expect(csv.startsWith(BOM)).toBe(true);
    const lines = csv.slice(1).split('\r\n').slice(0, -1);
    expect(lines).toHaveLength(11);
    const heads = lines[0]!.split(',');
    expect(heads.slice(0, 4)).toEqual(['point', 'fleet.size', 'dispatch.policy', 'saving.perTonne mean']);
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([heads.length]));
  });

  test('prints a long table whose means are the wide one', async () => {
    const rows = (csv: string) =>
      csv
        .slice(1, -2)
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(','));
    const wide = rows(await printed([...SWEEP, '--csv']));
    const long = rows(await printed([...SWEEP, '--csv', '--table', 'long']));
    expect(long).toHaveLength(20);
    for (const [point, , , mean] of wide) {
      const values = long.filter(([of]) => of === point).map((row) => Number(row[6]));
      expect(values).toHaveLength(2);
      expect((values[0]! + values[1]!) / 2).toBeCloseTo(Number(mean), 12);
    }
  });

  test('prints one object, the same on two threads', async () => {
    const json = JSON.parse(await printed([...SWEEP, '--json']));
    expect(Object.keys(json).slice(0, 3)).toEqual(['schema', 'program', 'scenario']);
    expect(json).toMatchObject({ schema: 'zhizhuang/sweep@1', design: 'grid', replications: 2, seed: 1 });
    expect(json.points).toHaveLength(10);
    const { stdout } = zhizhuang([...SWEEP, '--json', '--threads', '2']);
    expect(JSON.parse(stdout)).toEqual(json);
  });

  test('prints a page in both languages, with the command that repeats it', async () => {
    const english = await printed(SWEEP);
    expect(english).toContain('Points: 10; parameters varied: 2');
    const repeat = /repeat: npx zhizhuang (.*)$/m.exec(english)![1]!;
    const again = repeat.split(' ').map((word) => word.replace(/^'|'$/g, ''));
    expect(await printed(again)).toBe(english);
    const chinese = await printed([...SWEEP, '--lang', 'zh']);
    expect(chinese).toContain('共 10 点');
    expect(chinese).toContain('车队规模');
  });

  test('lists the first points of many, and says so', async () => {
    const page = await printed(['sweep', good, '--vary', 'handling.secondHaulPrice=3..8:90', '--replications', '1']);
    expect(page).toContain('The first 60 of 90 points; --csv and --json have all.');
    expect(page).toMatch(/greatest .* at handling\.secondHaulPrice=8; least\s.*\sat\shandling\.secondHaulPrice=3\./);
  });

  test('says which points cannot run, and why the first cannot', async () => {
    const page = await printed(['sweep', good, '--vary', 'yard.stagingLead=5,20', '--replications', '1']);
    expect(page).toContain('Points without a value: 1; they are left out of the figures. The first of them:');
    expect(page).toMatch(
      /values that cannot stand together: parameters\.yard\.stagingLead: expected at most\s+calls\.clockOpening/,
    );
  });
});

describe('sensitivity', () => {
  test.each([
    ['tornado', ['--replications', '2']],
    ['morris', ['--samples', '3']],
    ['sobol', ['--samples', '8', '--second-order', '--resamples', '100']],
  ])('prints %s as a page, an object and a table', async (method, more) => {
    const args = ['sensitivity', good, '--method', method, ...TWO, ...more];
    const json = JSON.parse(await printed([...args, '--json']));
    expect(json).toMatchObject({ schema: 'zhizhuang/sensitivity@1', method, measure: { name: 'saving.perTonne' } });
    expect(JSON.stringify(json)).not.toMatch(/NaN|undefined/);
    const csv = (await printed([...args, '--csv'])).slice(1, -2).split('\r\n');
    expect(csv[0]).toBe('method,measure,unit,name,with,statistic,at,value,low,high');
    for (const line of csv) expect(line.split(',')).toHaveLength(10);
    for (const name of ['handling.secondHaulPrice', 'fleet.size', 'dummy']) {
      expect(csv.some((line) => line.includes(`,${name},`))).toBe(true);
    }
    const english = await printed(args);
    expect(english).toMatch(/handling\.secondHaulPrice .*\d/);
    expect(english).toContain('dummy: luck');
    const repeat = /repeat: npx zhizhuang (.*)$/m.exec(english)![1]!;
    expect(await printed(repeat.split(' '))).toBe(english);
    expect(await printed([...args, '--lang', 'zh'])).toMatch(/倒运费 .*\d/);
  });

  test('turns groups together', async () => {
    const group = ['--group', 'gate=gate.*', '--vary', 'fleet.size'];
    const json = JSON.parse(
      await printed(['sensitivity', good, '--method', 'morris', ...group, '--samples', '2', '--json']),
    );
    const names = json.morris.groups.map(({ name }: { name: string }) => name).sort();
    expect(names).toEqual(['fleet.size', 'gate']);
    const { factors } = json.morris.groups.find(({ name }: { name: string }) => name === 'gate');
    expect(factors).toContain('gate.lanes');
  });
});
