import { expect, test } from 'vitest';
import type { Draw } from '../../../src/report/html/draw.ts';
import { Markup } from '../../../src/report/html/markup.ts';
import { drawnOnce, type Page } from '../../../src/report/html/page.ts';

test('a chart whose words alone differ is drawn for one language, and put in the words of the other', () => {
  const drawings: string[] = [];
  const draw: Draw = (name, option, width, height) => {
    const { text } = option as { readonly text: string };
    drawings.push(`${width} × ${height}`);
    return new Markup(`<svg id="${name}-0"><text>${text}</text></svg>`);
  };
  const drawn = new Map<string, Markup>();
  const made = (['zh', 'en'] as const).map((language) => {
    const words = language === 'zh' ? ['直装', '集港'] : ['R&D', 'staged'];
    const option = ([one, two]: readonly string[]) => ({ text: `${two}/${one}` });
    return drawnOnce({ draw, drawn, language } as Page, words, 'berths0', option, [760, 120]).text;
  });
  expect(made).toEqual([
    '<svg id="berths0-zh-0"><text>集港/直装</text></svg>',
    '<svg id="berths0-en-0"><text>staged/R&amp;D</text></svg>',
  ]);
  expect(drawings).toEqual(['760 × 120']);
});
