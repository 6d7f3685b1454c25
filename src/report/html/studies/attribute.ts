import type { AttributeJson } from '../../attribute-json.ts';
import { percent } from '../../figures.ts';
import { html } from '../markup.ts';
import type { Section } from '../page.ts';
import { mechanismSteps, type Step, waterfallChart } from '../sections/saving.ts';
import type { StudyPage } from './study-json.ts';

/** What a saving comes from, by mechanism and by item of the ledger. */
export function attributeSections(page: StudyPage<AttributeJson>): Section[] {
  const { json, messages, words } = page;
  const { items, confidence } = json.study;
  const sum: Step = { word: words.net, pointer: '/study/saving/mean' };
  const range = messages.columns.meanInterval(percent(confidence));
  const byMechanism = mechanismSteps(page, json.study, '/study');
  const byItem = items.map(
    ({ item }, i): Step => ({ word: messages.items[item], pointer: `/study/items/${i}/saving/mean` }),
  );
  const chart = (name: string, title: string, steps: readonly Step[], first: string) =>
    waterfallChart(page, name, title, steps, sum, [first, words.saved, range], [2]);
  return [
    {
      id: 'mechanisms',
      heading: messages.attribute.mechanismsHeading,
      body: html`${chart('mechanisms', words.mechanismsTitle, byMechanism, words.mechanism)}`,
    },
    {
      id: 'items',
      heading: messages.attribute.itemsHeading,
      body: chart('items', words.itemsTitle, byItem, words.item),
    },
  ];
}
