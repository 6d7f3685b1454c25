import type { Language, Scenario } from '../../scenario/index.ts';
import type { Commands } from '../frame.ts';
import { inputs } from './inputs.ts';
import { CHECKLIST, type ItemId, markdownTable, plain, type SectionId, type StressItem } from './item.ts';
import { logic } from './logic.ts';
import { objectives } from './objectives.ts';
import { experimentation, implementation } from './runs.ts';
import type { StressJson } from './stress-json.ts';
import { type Told, toldIn } from './told.ts';

/**
 * A comparison as a STRESS-DES report for a paper's appendix, in Markdown: every item of the checklist, and what its
 * author still has to fill in.
 *
 * @param json from `stressJson`
 * @param scenario what was compared
 * @returns the text, the same for the same scenario, seed and version, and how many places are left to its author
 * @example writeFileSync('stress.md', stressMarkdown(json, scenario, 'en', commands).text);
 */
export function stressMarkdown(
  json: StressJson,
  scenario: Scenario,
  language: Language,
  commands: Commands,
): { readonly text: string; readonly open: number } {
  const told = toldIn(json, scenario, language);
  const { words } = told;
  const items = [
    ...objectives(told),
    ...logic(told),
    ...inputs(told),
    ...experimentation(told),
    ...implementation(told),
  ];
  const sections = Object.entries(CHECKLIST).flatMap(([section, ids]) => [
    `## ${section} ${words.sections[Number(section) as SectionId]}`,
    ...ids.flatMap((id) => itemBlocks(told, answerTo(id, items))),
  ]);
  const program = `${json.program.name} ${json.program.version}`;
  const blocks = [
    `# ${words.heading(plain(json.title[language]))}`,
    ...words.preface(program, commands.repeat),
    checklistOf(told, items),
    ...sections,
  ];
  return {
    text: `${blocks.join('\n\n')}\n`,
    open: items.reduce((sum, { open }) => sum + open.length, 0),
  };
}

function answerTo(id: ItemId, items: readonly StressItem[]): StressItem {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`nothing answers ${id} of the checklist`);
  return item;
}

function itemBlocks({ words }: Told, { id, blocks, open }: StressItem): string[] {
  return [`### ${id} ${words.items[id]}`, ...blocks, ...open.map(words.byAuthor)];
}

/** All items, and which of them are not whole yet. */
function checklistOf({ words }: Told, items: readonly StressItem[]): string {
  const { head, filled, open } = words.checklist;
  const rows = items.map((item) => {
    return [item.id, words.items[item.id], item.open.length === 0 ? filled : open(String(item.open.length))];
  });
  return markdownTable([head, ...rows]);
}
