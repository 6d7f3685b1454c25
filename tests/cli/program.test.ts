import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { languageOf } from '../../src/cli/language.ts';
import { messagesOf } from '../../src/cli/messages.ts';
import { runProgram } from '../../src/cli/program.ts';
import { Progress } from '../../src/cli/progress.ts';
import { unwritableLine } from '../../src/cli/unwritable.ts';
import { widthOf } from '../../src/report/layout.ts';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder, started } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());

/** All that comes out of a stream. */
async function textOf(stream: Readable | null): Promise<string> {
  let text = '';
  for await (const piece of stream ?? []) text += piece;
  return text;
}

describe('help', () => {
  test('lists the commands', async () => {
    const { status, stdout, stderr } = await inProcess(['--help']);
    expect([status, stderr]).toEqual([0, []]);
    for (const word of ['compare', 'run', 'validate', '--set', '--json', 'Exit status']) expect(stdout).toContain(word);
  });

  test.each(['compare', 'run', 'report', 'validate', 'page', 'export'])('of %s speaks Chinese', async (command) => {
    const { status, stdout } = await inProcess([command, '--help', '--lang', 'zh']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/参数：\n {2}scenario +情景文件[\s\S]*选项/);
    const mine =
      /--\S+|zhizhuang\.html|zhizhuang|Redis|line|json|<scenario>|scenario|YAML|JSON|CSV|UTF-8|none|report\.html|HTML|A4|path=value|fleet\.size|saving\.perTonne|vessel\.portHours|compare|run|report|validate|page|export|ocel|csv|parquet|xlsx|stress-des\.md|stress-des|STRESS-DES|Markdown|html/g;
    // The example is a command line, whatever the language.
    const words = stdout
      .replace(/^示例：.*$/mu, '')
      .replaceAll(mine, '')
      .replaceAll(/\b(zh|en|staged|direct|hybrid)\b/g, '');
    expect(words).not.toMatch(/[A-Za-z]/);
  });

  test.each(COMMANDS.map(({ name }) => name))(
    'of %s fits a page, its words whole and no line beginning with what closes another',
    async (command) => {
      for (const language of ['en', 'zh']) {
        const { stdout } = await inProcess([command, '--help', '--lang', language]);
        const lines = stdout.split('\n');
        for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(100);
        // With the line feed that ends the last.
        expect(lines.length).toBeLessThanOrEqual(41);
        expect(stdout).toMatch(/^(?:Example: |示例：)npx zhizhuang /mu);
        expect(lines.filter((line) => /^ *[、，。；：）”]/u.test(line))).toEqual([]);
        // A key broken in two would end a line on the dot or begin the next with it.
        expect(stdout).not.toMatch(/fleet\n|fleet\.\w?\n|\n *(?:ize|\.size|\.policy)/);
      }
    },
  );

  test('the version is that of the package', async () => {
    expect((await inProcess(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a page', () => {
  test('ends with the command that repeats it, which does', async () => {
    const args = ['compare', small, '--replications', '1', '--seed', '5', '--set', 'fleet.size=30'];
    const first = (await inProcess([...args, ...ONE_THREAD])).stdout;
    const [, command = ''] = /^repeat: npx zhizhuang (.*)$/m.exec(first) ?? [];
    expect((await inProcess([...command.split(' '), ...ONE_THREAD])).stdout).toBe(first);
  });

  test('of a laytime sheet ends so too, in both languages and as JSON', async () => {
    const args = ['run', small, '--mode', 'direct', '--seed', '5', '--laytime', '2', '--set', 'fleet.size=30'];
    for (const lang of ['en', 'zh']) {
      const first = (await inProcess([...args, '--lang', lang])).stdout;
      const [, command = ''] = /^(?:repeat: |复现命令：)npx zhizhuang (.*)$/m.exec(first) ?? [];
      expect(command).toContain('--laytime 2');
      expect((await inProcess([...command.split(' '), '--lang', lang])).stdout).toBe(first);
    }
    const json = JSON.parse((await inProcess([...args, '--json'])).stdout);
    expect(json).toMatchObject({ schema: 'zhizhuang/laytime@1', call: 2, calls: 3, mode: 'direct', seed: 5 });
    expect(json.rows.at(-1).balanceHours).toBeCloseTo(json.balanceHours, 9);
  });

  test('with the hours and the calls is repeated with them', async () => {
    const args = ['run', small, '--mode', 'direct', '--seed', '1', '--replications', '1', '--hours', '--calls'];
    const first = (await inProcess([...args, ...ONE_THREAD])).stdout;
    expect(first).toContain('\nWhere the hours go (direct)\n');
    expect(first).toContain('\nCalls of the first replication (direct)\n');
    const [, command = ''] = /^repeat: npx zhizhuang (.*)$/m.exec(first) ?? [];
    expect(command.split(' ')).toEqual(args);
  });

  test('is in the language of the environment', async () => {
    const args = ['validate', small];
    expect((await inProcess(args, { LC_ALL: 'zh_CN.UTF-8' })).stdout).toContain('情景有效');
    expect((await inProcess(args, { LANG: 'C' })).stdout).toContain('The scenario is valid');
  });

  test('whoever stops reading, as head does, is not told of a fault', async () => {
    const child = started(['validate', small, '--json']);
    child.stdout?.destroy();
    const complaint = textOf(child.stderr);
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(await complaint).toBe('');
  });

  test('that does not fit on the disk is told in one line', async () => {
    const full = openSync('/dev/full', 'w');
    const child = started(['validate', small, '--lang', 'zh'], full);
    closeSync(full);
    const complaint = textOf(child.stderr);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(await complaint).toBe('无法写出结果：空间不足\n');
  });

  test('that cannot be written for another reason is told with its code', () => {
    const error = Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' });
    expect(unwritableLine(error, 'en')).toBe('cannot write the output: EIO\n');
    expect(unwritableLine(new Error('gone'), 'en')).toBe('cannot write the output: gone\n');
  });

  test('no progress and no warnings where nobody looks', async () => {
    const args = ['compare', small, '--replications', '1', '--set', 'fleet.size=90', ...ONE_THREAD];
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

test('Ctrl-C ends with status 130, and says that the same command goes on', async () => {
  const store = `${folder.path}/interrupted.duckdb`;
  const more = ['--store', store, '--set', 'fleet.size=90'];
  const child = started(['compare', small, '--replications', '100000', ...ONE_THREAD, ...more]);
  const closed = once(child, 'close');
  // The warning is written just before the first replication.
  await once(child.stderr as Readable, 'data');
  const told = textOf(child.stderr);
  child.kill('SIGINT');
  expect(await closed).toEqual([130, null]);
  expect(await told).toMatch(
    /^Interrupted: \d+ of 100000 done; what is finished is kept in .*interrupted\.duckdb, and/,
  );
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
    const terminal = { isTTY: true, columns, write: (piece: string) => (text += piece) };
    const progress = new Progress(terminal, 'line', 40, messagesOf('en'), () => now);
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
