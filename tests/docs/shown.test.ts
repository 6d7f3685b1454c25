import { expect, test } from 'vitest';
import { renewed, shownIn, withLines } from './shown.ts';

const page = `# Page

\`\`\`
$ npx zhizhuang compare a.yaml \\
    --hours
Ships
a  1
...
Trucks
b  2
c  3

...
\`\`\`

\`\`\`
not a command
\`\`\`
`;

const [shown] = shownIn(page);
const printed = ['', 'Ships', 'a  10', 'x  9', '', 'Trucks', 'b  20', 'new  0', 'c  30', '', 'more', ''];

test('a block that begins with a command is shown, its command on one line', () => {
  expect(shownIn(page)).toHaveLength(1);
  expect(shown?.command).toBe('compare a.yaml --hours');
});

test('the parts between dots are found by their words and have the figures of now', () => {
  const lines = renewed(shown?.lines ?? [], printed);
  expect(lines).toEqual(['Ships', 'a  10', '...', 'Trucks', 'b  20', 'new  0', 'c  30', '', '...']);
  const after = withLines(page, shown === undefined ? [] : [{ shown, lines }]);
  expect(after).toBe(page.replace('a  1', 'a  10').replace('b  2\nc  3', 'b  20\nnew  0\nc  30'));
  expect(renewed(lines, printed)).toEqual(lines);
});

test('a whole output is taken as a whole, and what is gone is told', () => {
  expect(renewed(['Ships', 'a  1'], printed)).toEqual(printed.slice(1, -1));
  expect(() => renewed(['...', 'Cranes'], printed)).toThrow('nothing printed is like "Cranes"');
});
