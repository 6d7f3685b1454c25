import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/cli/language.ts';
import { messagesOf } from '../../src/cli/messages.ts';
import { runProgram } from '../../src/cli/program.ts';
import { Progress } from '../../src/cli/progress.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ownFolder, started, zhizhuang } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());

describe('help', () => {
  test('lists the commands', () => {
    const { status, stdout, stderr } = zhizhuang(['--help']);
    expect([status, stderr]).toEqual([0, []]);
    for (const word of ['compare', 'run', 'validate', '--set', '--json', 'Exit status']) expect(stdout).toContain(word);
  });

  test.each(['compare', 'run', 'validate'])('of %s speaks Chinese', async (command) => {
    const { status, stdout } = await inProcess([command, '--help', '--lang', 'zh']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/情景文件[\s\S]*选项/);
  });

  test('offers nothing that is not there yet', async () => {
    expect((await inProcess(['compare', '--help'])).stdout).not.toMatch(/--(precision|variant|calls|out)\b/);
  });

  test('the version is that of the package', () => {
    expect(zhizhuang(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a page', () => {
  test('ends with the command that repeats it, which does', async () => {
    const args = ['compare', small, '--replications', '2', '--seed', '5', '--set', 'fleet.size=30'];
    const first = (await inProcess(args)).stdout;
    const [, command = ''] = /^repeat: npx zhizhuang (.*)$/m.exec(first) ?? [];
    expect((await inProcess(command.split(' '))).stdout).toBe(first);
  });

  test('is in the language of the environment', () => {
    const args = ['validate', small];
    expect(zhizhuang(args, { LC_ALL: 'zh_CN.UTF-8' }).stdout).toContain('情景有效');
    expect(zhizhuang(args).stdout).toContain('The scenario is valid');
  });

  test('whoever stops reading, as head does, is not told of a fault', async () => {
    const child = started(['compare', small, '--replications', '1', '--json']);
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(complaint).toBe('');
  });

  test('no progress and no warnings where nobody looks', async () => {
    const args = ['compare', small, '--replications', '2', '--set', 'fleet.size=90'];
    expect((await inProcess(args)).stderr).toEqual([expect.stringMatching(/^--set:1:12: warning: fleet\.size: /)]);
    expect((await inProcess([...args, '--quiet'])).stderr).toEqual([]);
  });
});

describe("the program's own fault", () => {
  async function failing(env: Readonly<Record<string, string>>): Promise<[number, string]> {
    let complaint = '';
    const broken = () => {
      throw new Error('the disk is gone');
    };
    const stderr = { write: (text: string) => (complaint += text) };
    return [await runProgram(['validate', small], { stdout: { write: broken }, stderr, env }), complaint];
  }

  test('ends with status 1 and asks to be reported, without a stack', async () => {
    const [status, complaint] = await failing({});
    expect(status).toBe(1);
    expect(complaint).toMatch(/^zhizhuang failed, and that is its own fault: the disk is gone\nPlease report it/);
    expect(complaint).not.toMatch(/^\s+at /m);
  });

  test('shows where it failed if DEBUG is set', async () => {
    expect((await failing({ DEBUG: '1' }))[1]).toMatch(/^\s+at /m);
  });
});

test('Ctrl-C ends with status 130', async () => {
  const child = started(['compare', small, '--replications', '100000', '--threads', '1']);
  const timer = setTimeout(() => child.kill('SIGINT'), 4000);
  expect(await once(child, 'close')).toEqual([130, null]);
  clearTimeout(timer);
});

test.each([
  [['--lang', 'zh'], {}, 'zh'],
  [['--lang=en'], { LANG: 'zh_CN' }, 'en'],
  [[], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [[], { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' }, 'zh'],
  [[], { LANG: 'zha' }, 'en'],
  [['--lang', 'fr'], { LANG: 'zh' }, 'zh'],
  [[], {}, 'en'],
] as const)('%o with %o speaks %s', (args, env, language) => {
  expect(languageOf(args, env)).toBe(language);
});

describe('progress', () => {
  function shown(columns: number, times: readonly number[]): string {
    let text = '';
    let now = 0;
    const terminal = { columns, write: (piece: string) => (text += piece) };
    const progress = new Progress(terminal, 40, messagesOf('en'), () => now);
    for (const [i, time] of times.entries()) {
      now = time;
      progress.update((i + 1) * 10);
    }
    progress.clear();
    return text;
  }

  test('is one line, rewritten and in the end cleared', () => {
    expect(shown(80, [2000, 4000])).toBe(
      '\r\u001b[K10 of 40 replications, 5.0 per second, 0:06 left' +
        '\r\u001b[K20 of 40 replications, 5.0 per second, 0:04 left\r\u001b[K',
    );
  });

  test('is not rewritten faster than it can be read, nor wider than the terminal', () => {
    expect(shown(12, [2000, 2050])).toBe('\r\u001b[K10 of 40 re\r\u001b[K');
  });
});
