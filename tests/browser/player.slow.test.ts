import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFrame, frameAt } from '../../src/page/player/frame.ts';
import { planOf } from '../../src/page/player/plan.ts';
import { prepareSide } from '../../src/page/player/side.ts';
import { clockInstant, parseScenario, type Scenario } from '../../src/scenario/index.ts';
import { shipperCostYuan } from '../../src/settlement/index.ts';
import {
  fillingAt,
  fillingsOf,
  levelAt,
  type RecordedOutcome,
  recordReplication,
  trucksAtPlaces,
} from '../../src/study/index.ts';
import { describeNeeding } from '../needs.ts';
import { accessibilityFaults, inChromium, keepPicture } from './browser.ts';
import { buildPlayerPage, type PlayerPage } from './player-page.ts';

const TEXT = `schema: zhizhuang/scenario@1
name: played
title: { zh: 演示, en: Played }
question: { zh: 看得见吗？, en: Can it be seen? }
period: { start: 2024-03-01, end: 2024-03-08 }
cargoes:
  - { tonnes: 6000 t }
`;

function played(): { scenario: Scenario; seasons: readonly RecordedOutcome[] } {
  const read = parseScenario(TEXT, 'played.yaml');
  if (!read.ok) throw new Error('bad scenario');
  return { scenario: read.scenario, seasons: recordReplication(read.scenario, ['staged', 'direct'], 1, 0) };
}

describeNeeding('chromium', 'the player', () => {
  const { scenario, seasons } = played();
  const [staged, direct] = seasons as readonly [RecordedOutcome, RecordedOutcome];
  const openPage = inChromium();
  let built: PlayerPage;
  beforeAll(async () => {
    built = await buildPlayerPage();
  }, 120_000);
  afterAll(() => built.remove());

  async function open(use: (page: Page) => Promise<void>, language = 'en', settings: string[] = []): Promise<void> {
    const { page, faults } = await openPage(built.address);
    await page.evaluate(`openPlayer(${JSON.stringify(TEXT)}, ${JSON.stringify(settings)}, '${language}')`);
    await use(page);
    expect(faults).toEqual([]);
    await page.close();
  }

  const at = (page: Page) => page.evaluate('player.hour') as Promise<number>;
  const shown = (page: Page) => page.locator('.moment').textContent();
  const told = (page: Page, side: number) => page.locator('canvas[role=img]').nth(side).getAttribute('aria-label');

  test('scrubbed to a moment it shows what was recorded, on both sides, again and again', async () => {
    await open(async (page) => {
      const [call] = direct.facts.calls;
      const middle = ((call?.loadingStarted ?? 0) + (call?.loadingCompleted ?? 0)) / 2;
      for (const hour of [middle, (call?.arrived ?? 0) - 30, middle]) {
        await page.locator('#player-moment').fill(String(hour));
        expect(await at(page)).toBeCloseTo(hour, 6);
        expect(await shown(page)).toBe(clockInstant(scenario, hour));
        for (const [side, { recording }] of [staged, direct].entries()) {
          const road = trucksAtPlaces(recording, ['roadLoaded', 'roadEmpty', 'roadOut', 'roadBack']);
          const text = await told(page, side);
          expect(text).toContain(`: ${levelAt(road, hour)} trucks on the road`);
          expect(text).toContain(`${Math.round(levelAt(recording.stocks.yard, hour) / 1000)} t in the yard`);
          const inPort = hour >= (call?.arrived ?? 0);
          const aboard = inPort ? fillingAt(fillingsOf(recording.pours, 1)[0] ?? [], hour) : 0;
          expect(text).toContain(`, ${Math.round(aboard / 1000)} of ${inPort ? 6000 : 0} t aboard`);
        }
      }
    });
  });

  test('the same moment is the same picture, whatever was shown before', async () => {
    await open(async (page) => {
      const picture = () =>
        page.evaluate("[...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join()");
      const hour = (direct.facts.calls[0]?.ready ?? 0) + 3;
      await page.evaluate(`player.seek(${hour})`);
      const first = await picture();
      await page.evaluate(`player.seek(${hour + 2}); player.seek(${hour - 40})`);
      expect(await picture()).not.toBe(first);
      await page.evaluate(`player.seek(${hour})`);
      expect(await picture()).toBe(first);
    });
  });

  test('goes from event to event, by button and by key, and says what each is', async () => {
    await open(async (page) => {
      await page.evaluate(`player.seek(${(staged.facts.calls[0]?.arrived ?? 0) - 0.01})`);
      expect(await page.locator('.next').textContent()).toContain('Both: ship 1 reaches the anchorage');
      await page.getByRole('button', { name: 'Next event' }).click();
      expect(await at(page)).toBe(staged.facts.calls[0]?.arrived);
      expect(await page.locator('.last').textContent()).toContain('reaches the anchorage');
      await page.keyboard.press('n');
      const later = await at(page);
      expect(later).toBeGreaterThan(staged.facts.calls[0]?.arrived ?? 0);
      await page.keyboard.press('p');
      expect(await at(page)).toBe(staged.facts.calls[0]?.arrived);
      await page.keyboard.press('ArrowRight');
      expect(await at(page)).toBeCloseTo((staged.facts.calls[0]?.arrived ?? 0) + 1 / 6, 9);
      await page.keyboard.press('End');
      expect(await page.locator('.next').textContent()).toBe('Nothing more happens');
      const cost = await page.locator('.scores tbody tr').first().locator('td').allTextContents();
      const totals = seasons.map(({ settlement }) =>
        Math.round(shipperCostYuan(settlement.lines)).toLocaleString('en-GB'),
      );
      expect(cost.slice(0, 2)).toEqual(totals);
      expect(await page.locator('.finished').textContent()).toMatch(/^Sailed on both sides, 1 of 1: (saved|cost) /u);
    });
  });

  test('plays and pauses by key and button, faster and slower', async () => {
    await open(async (page) => {
      const before = await at(page);
      await page.locator('.season-player .play').focus();
      await page.keyboard.press('Space');
      await page.waitForFunction(`player.hour > ${before + 0.2}`);
      await page.locator('.season-player .play').click();
      const paused = await at(page);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      expect(await at(page)).toBe(paused);
      expect(await page.locator('.season-player .play').textContent()).toBe('Play');
      await page.keyboard.press('+');
      expect(await page.locator('#player-speed').inputValue()).toBe('h3');
    });
  });

  test('follows a truck that is chosen from the list, clicked in the picture or asked for by key', async () => {
    await open(async (page) => {
      const { trips } = direct.recording;
      const hour = ((trips.sent[0] ?? 0) + (trips.back[0] ?? 0)) / 2;
      await page.evaluate(`player.seek(${hour})`);
      await page
        .locator('#player-follow')
        .selectOption({ label: `Direct loading · truck ${(trips.truck[0] ?? 0) + 1}` });
      expect(await page.locator('.trip').textContent()).toMatch(/^Trip 1: .* t for ship 1$/u);
      expect(await page.locator('.follow li[aria-current]').count()).toBe(1);
      await page.locator('#player-follow').selectOption('');
      expect(await page.locator('.follow li').count()).toBe(0);
      // The picture is a function of the hour: what it has where is known without looking.
      const { width, height } = (await page.locator('canvas[role=img]').nth(1).boundingBox()) ?? {
        width: 0,
        height: 0,
      };
      const side = prepareSide(direct);
      const frame = frameAt(side, planOf(direct.recording.setting, width, height), hour, emptyFrame(side));
      const [x = 0, y = 0, timeline] = [frame.x[0], frame.y[0], frame.timeline[0]];
      await page.locator('canvas[role=img]').nth(1).click({ position: { x, y } });
      expect(await page.locator('#player-follow').inputValue()).toBe(`1 ${timeline}`);
      await page.locator('#player-moment').focus();
      await page.keyboard.press('f');
      expect(await page.locator('#player-follow').inputValue()).toMatch(/^1 \d+$/u);
    });
  });

  test('speaks the other language at once, and no serious fault of access is in it', async () => {
    await open(async (page) => {
      const hour = (direct.facts.calls[0]?.ready ?? 0) + 2;
      await page.evaluate(`player.seek(${hour})`);
      expect(await page.locator('.next').textContent()).toMatch(/^下一事件：/u);
      expect(await told(page, 0)).toMatch(/^传统集港：公路上 \d+ 辆/u);
      await keepPicture(page, 'player-zh');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.evaluate("player.setLanguage('en')");
      await keepPicture(page, 'player-en');
      expect(await page.locator('.next').textContent()).toMatch(/^Next: /u);
      expect(await at(page)).toBe(hour);
      await page.evaluate('player.destroy()');
      expect(await page.locator('.player').innerHTML()).toBe('');
    }, 'zh');
  });
});
