import { expect, test } from 'vitest';
import { commandIn, takeApart } from '../../src/cli/command-line.ts';
import { messagesOf } from '../../src/cli/messages.ts';

const messages = messagesOf('en');

async function apart(...args: string[]) {
  const command = await commandIn(args, messages);
  const { positionals, options } = takeApart(args, command, messages);
  return { command: command?.name ?? null, positionals, options: Object.fromEntries(options) };
}

test('texts stay as they were given, and an option may be repeated', async () => {
  expect(await apart('compare', 'a.yaml', '--seed', '1e3', '--set', 'a.b=1', '--set=c=-2', '--quiet')).toEqual({
    command: 'compare',
    positionals: ['compare', 'a.yaml'],
    options: { seed: ['1e3'], set: ['a.b=1', 'c=-2'], quiet: ['true'] },
  });
});

test('an option of the command takes no word that is not its own, wherever it stands', async () => {
  const { positionals, options } = await apart('compare', '--hours', 'a.yaml');
  expect([positionals, options]).toEqual([['compare', 'a.yaml'], { hours: ['true'] }]);
  expect((await apart('--json', 'compare', 'a.yaml')).positionals).toEqual(['compare', 'a.yaml']);
  expect((await apart('--hours', 'a.yaml', 'compare')).positionals).toEqual(['compare', 'a.yaml']);
});

test('names that every object has are noted as options', async () => {
  expect((await apart('compare', '--constructor', '--toString=1')).options).toEqual({ constructor: [], toString: [] });
});

test('help may be a last word, but not behind two dashes, where shells put what is to be completed', async () => {
  expect((await apart('compare', 'help')).options).toEqual({ help: ['true'] });
  expect(await apart('completion', 'words', '--', 'compare', '--hours', 'help')).toEqual({
    command: 'completion',
    positionals: ['completion', 'words', 'compare', '--hours', 'help'],
    options: {},
  });
});
