import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { reportStudy } from '../../../src/execution/index.ts';
import { reportHtml, reportJson } from '../../../src/report/index.ts';
import { applyOverrides, PARAMETER_KEYS } from '../../../src/scenario/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from '../small-study.ts';
import { fault, shownFigures } from './shown-figures.ts';
import { dataIn, smallReport, smallReportJson } from './small-report.ts';

const SECTIONS =
  'verdict published saving parties spreads hours berths flows utilisation laytime parameters provenance';

describe('a report', () => {
  test('has its sections in the order of the issue, in both languages', async () => {
    const page = await smallReport();
    for (const language of ['zh', 'en']) {
      const ids = [...page.matchAll(new RegExp(`<section [^>]*id="(\\w+)-${language}"`, 'gu'))].map(([, id]) => id);
      expect(ids.join(' ')).toBe(SECTIONS);
    }
  });

  test('opens in the language asked for', async () => {
    expect(await smallReport('zh')).toContain('<html lang="zh">');
    expect(await smallReport('en')).toContain('<title>Small season – Direct loading against port staging</title>');
  });

  test('has the same bytes each time it is made', async () => {
    expect(await reportHtml(await smallReportJson(), smallScenario(true), 'en', COMMANDS)).toBe(await smallReport());
  });

  test('shows no figure but those of its data, rounded', async () => {
    const page = await smallReport();
    const data = dataIn(page);
    expect(data).toEqual(JSON.parse(JSON.stringify(await smallReportJson())));
    const figures = shownFigures(page);
    expect(figures.length).toBeGreaterThan(1000);
    expect(figures.flatMap((shown) => fault(shown, data) ?? [])).toEqual([]);
  });

  test('tells the law of a time that was given one, from its data', async () => {
    const set = applyOverrides(smallScenario(true), ['gate.serviceTime=lognormal: {mean: 45 s/truck, cv: 0.3}']);
    if (!set.ok) throw new Error('not set');
    const page = await reportHtml(await smallReportJson(set.scenario), set.scenario, 'en', COMMANDS);
    expect(page).toContain('45 s/truck, lognormal: mean 45 s/truck, cv 0.3<');
    expect(shownFigures(page).flatMap((shown) => fault(shown, dataIn(page)) ?? [])).toEqual([]);
  });

  test('says of every cell of figures where they stand in its data', async () => {
    const page = await smallReport();
    const cells = [...page.matchAll(/<td class="n">([^<]*)</gu)].map(([, text = '']) => text);
    // Instants of the clock and the laytime sheet's hours and minutes are told by hours in the data, its shares that count by numbers.
    const others = cells.filter(
      (text) => !/^(?:\d\d-\d\d )?\u2212?\d\d+:\d\d$|^\d+(?:\.\d+)?(?:%| days| 天)$|^$/u.test(text),
    );
    expect(others).toEqual([]);
  });

  test('fetches nothing, and lets no script run but its own', async () => {
    const page = await smallReport();
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/u.exec(page) ?? [];
    const [, script = ''] = /<script>(.*?)<\/script>/su.exec(page) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(page.replaceAll(/xmlns="[^"]*"/gu, '').match(/(?:src|href)="(?!#)[^"]*"|url\((?!#)|@import/gu)).toBeNull();
  });

  test('has each id once, and every link and clip leads somewhere', async () => {
    const page = await smallReport();
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const used = [...page.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)|labelledby="([^"]+)"/gu)];
    expect(used.length).toBeGreaterThan(24);
    for (const [, link, clip, label] of used) expect(ids).toContain(link ?? clip ?? label);
  });

  test('has a row for every parameter, measured ones too', async () => {
    const plain = smallScenario(true);
    const fleet = { ...plain.parameters['fleet.size'], standing: 'measured' } as const;
    const scenario = { ...plain, parameters: { ...plain.parameters, 'fleet.size': fleet } };
    const page = await reportHtml(await smallReportJson(scenario), scenario, 'en', COMMANDS);
    expect(page).toContain('<span class="standing measured">measured</span>');
    for (const key of PARAMETER_KEYS) expect(page).toContain(`<small>${key}</small>`);
  });

  test('draws no figure that is no number', async () => {
    const drawings = (await smallReport()).match(/<svg[\s\S]*?<\/svg>/gu) ?? [];
    expect(drawings.length).toBeGreaterThan(30);
    for (const drawing of drawings) expect(drawing).not.toMatch(/NaN|Infinity|undefined/u);
  });

  test('says of every chart in words what it shows', async () => {
    const charts = [...(await smallReport()).matchAll(/<div class="chart" role="img"[^>]* aria-label="([^"]*)"/gu)];
    expect(charts.length).toBeGreaterThan(30);
    for (const [, alternative = ''] of charts) expect(alternative).toMatch(/^[^:：]+[:：].*\d/u);
  });

  test('of one replication has no intervals, and says so', async () => {
    const study = await reportStudy(smallScenario(), { seed: 1, replications: 1 });
    const page = await reportHtml(reportJson(study, smallScenario(), PROGRAM), smallScenario(), 'en', COMMANDS);
    expect(page).toContain('too few replications give no interval');
    expect(page).toContain('ask for more with --replications');
    expect(page).toContain(`${COMMANDS.repeat} --attribute`);
    const data = dataIn(page);
    expect(shownFigures(page).flatMap((shown) => fault(shown, data) ?? [])).toEqual([]);
  });
});

describe('names that would do harm', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const closing = '</script><script>alert(2)</script>';

  test('stay text', async () => {
    const plain = smallScenario(true);
    const key = 'fleet.size';
    const parameters = { ...plain.parameters, [key]: { ...plain.parameters[key], source: closing, note: hostile } };
    const title = { zh: hostile, en: hostile };
    const published = plain.published.map((fact) => ({ ...fact, source: hostile }));
    const scenario = {
      ...plain,
      name: hostile,
      title,
      question: { zh: closing, en: `"'&${closing}` },
      parameters,
      published,
    };
    const commands = { repeat: `npx zhizhuang report '${closing}'`, validate: hostile };
    const page = await reportHtml(await smallReportJson(scenario), scenario, 'zh', commands);
    expect(page).not.toMatch(/<img|<script>alert/u);
    expect(page.match(/<script/gu)).toHaveLength(2);
    expect(page).toContain('<h1>&lt;img src=x onerror=alert(1)&gt;</h1>');
    expect(dataIn(page)).toMatchObject({ title, question: scenario.question });
  });
});
