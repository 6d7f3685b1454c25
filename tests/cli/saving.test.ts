import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const good = folder.file('good.yaml', smallText());

async function refusal(args: readonly string[]): Promise<readonly string[]> {
  const { status, stdout, stderr } = await inProcess([...args, ...ONE_THREAD]);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  return stderr;
}

describe('what is refused in one line', () => {
  test.each([
    ['an unknown law', ['uncertainty', good, '--law', 'normal'], /^--law:1:1: .*triangular, uniform, found "normal"/],
    ['an unknown design', ['uncertainty', good, '--design', 'sobel'], /^--design:1:1: .*did you mean sobol\?$/],
    ['one point', ['uncertainty', good, '--samples', '1'], /^--samples:1:1: .*at least 2/],
    ['another measure', ['uncertainty', good, '--measure', 'saving.total'], /^--measure:1:1: expected one of/],
    ['an unknown parameter', ['uncertainty', good, '--vary', 'fleet.sise'], /did you mean fleet\.size\?$/],
    [
      'a list and all but policies',
      ['uncertainty', good, '--hold-policies', '--vary', 'fleet.size'],
      /^--hold-policies:1:1: expected --vary or --hold-policies, found both/,
    ],
    ['staging against itself', ['attribute', good, '--mode', 'staged'], /^--mode:1:1: expected one of direct, hybrid/],
    ['both forms', ['attribute', good, '--json', '--csv'], /^--csv:1:1: expected --csv or --json, found both$/],
    [
      'more points than memory',
      ['uncertainty', good, '--samples', '100000', '--replications', '10'],
      /^--vary:1:1: expected at most \d+ points times replications, found 1000030;/,
    ],
  ])('%s', async (_, args, line) => {
    const lines = await refusal(args);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('all of it at once, in Chinese too', async () => {
    const args = ['uncertainty', good, '--law', 'x', '--samples', '0', '--vary', 'fleet.size=9..3', '--lang', 'zh'];
    const lines = await refusal(args);
    expect(lines.map((line) => line.split(':')[0])).toEqual(['--law', '--samples', '--vary']);
    expect(lines.join('\n')).not.toMatch(/expected|found/);
  });
});
