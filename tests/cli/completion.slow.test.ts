import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { PARAMETER_KEYS } from '../../src/scenario/index.ts';
import { OUTPUT_NAMES } from '../../src/study/index.ts';
import { inProcess, MAIN, ownFolder } from './command.ts';

const folder = ownFolder();
folder.file('ours.yaml', '');
folder.file('notes.txt', '');

/** What the last of some words may become. */
async function words(...typed: readonly string[]): Promise<string[]> {
  const { status, stdout, stderr } = await inProcess(['completion', 'words', '--', ...typed]);
  expect([status, stderr]).toEqual([0, []]);
  return stdout.split('\n').slice(0, -1);
}

describe('completion knows', () => {
  test('commands', async () => {
    expect(await words('')).toEqual(COMMANDS.map(({ name }) => name));
    expect(await words('se')).toEqual(['sensitivity']);
    expect(await words('--v')).toEqual(['--version']);
    expect(await words('nonsense', '')).toEqual(COMMANDS.map(({ name }) => name));
  });

  test('options of a command and no others', async () => {
    expect(await words('compare', 'a.yaml', '--va')).toEqual(['--variant', '--variance']);
    expect(await words('init', '--t')).toEqual(['--template', '--tonnes']);
    expect(await words('results', '--s')).not.toContain('--set');
  });

  test('parameters, and the words of one that has some', async () => {
    expect(await words('compare', '--set', '')).toEqual(PARAMETER_KEYS.map((key) => `${key}=`));
    expect(await words('compare', '--set', 'fleet.si')).toEqual(['fleet.size=']);
    expect(await words('compare', '--set=fleet.si')).toEqual(['--set=fleet.size=']);
    expect(await words('compare', '--set', 'dispatch.policy=p')).toEqual(['dispatch.policy=pull']);
    expect(await words('compare', '--set', 'mechanisms.ahead=')).toEqual([
      'mechanisms.ahead=true',
      'mechanisms.ahead=false',
    ]);
    expect(await words('sweep', '--vary', 'road.dist')).toEqual(['road.distance']);
    expect(await words('compare', '--variant', 'big:fleet.size=60,road.dist')).toEqual([
      'big:fleet.size=60,road.distance=',
    ]);
  });

  test('measures, modes, languages, templates', async () => {
    expect(await words('sweep', '--measures', '')).toEqual([...OUTPUT_NAMES]);
    expect(await words('attribute', '--measure', '')).toEqual(['saving.perTonne', 'saving.system.perTonne']);
    expect(await words('compare', '--precision', 'saving.perTonne,direct:vessel.p')).toContain(
      'saving.perTonne,direct:vessel.portHours',
    );
    expect(await words('compare', '--modes', 'staged,')).toEqual(['staged,direct', 'staged,hybrid']);
    expect(await words('run', '--mode', 'h')).toEqual(['hybrid']);
    expect(await words('run', '--lang', '')).toEqual(['zh', 'en']);
    expect(await words('init', '--template', 's')).toEqual(['ship', 'season']);
    expect(await words('run', '--seed', '')).toEqual([]);
  });

  test('scenario files, once', async () => {
    expect(await words('run', `${folder.path}/o`)).toEqual([join(folder.path, 'ours.yaml')]);
    expect(await words('run', `${folder.path}/n`)).toEqual([]);
    expect((await words('run', '')).some((word) => word.endsWith('scenarios/bayuquan-2024.yaml'))).toBe(true);
    expect(await words('run', 'ours.yaml', '')).toEqual([]);
  });

  test('only its shells', async () => {
    expect(await inProcess(['completion'])).toMatchObject({
      status: 2,
      stderr: ['completion:1:1: expected one of bash, zsh, found nothing'],
    });
    expect((await inProcess(['completion', 'bsh'])).stderr[0]).toMatch(/did you mean bash\?$/);
  });
});

describe('bash completes', () => {
  // The command as a word of the PATH, the script as it is printed, and what bash makes of a line.
  const bin = join(folder.path, 'bin');
  mkdirSync(bin);
  chmodSync(folder.file('bin/zhizhuang', `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`), 0o755);
  const completed = (line: string): string[] => {
    const script = `
      eval "$(zhizhuang completion bash)"
      COMP_LINE=${JSON.stringify(line)}; COMP_POINT=\${#COMP_LINE}
      # Words as readline breaks them, at = and : too.
      COMP_WORDS=($(sed -E 's/([=:])/ \\1 /g' <<< "$COMP_LINE")); [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _zhizhuang; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { PATH: `${bin}:${process.env.PATH ?? ''}`, LANG: 'C' };
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env, cwd: folder.path });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((word) => word !== '');
  };

  test.each([
    ['zhizhuang calib', ['calibrate']],
    ['zhizhuang compare ours.yaml --pre', ['--precision']],
    ['zhizhuang compare ours.yaml --set fleet.siz', ['fleet.size=']],
    ['zhizhuang compare ours.yaml --set dispatch.policy=lo', ['look-ahead']],
    ['zhizhuang compare ours.yaml --precision direct:vessel.portHours.', ['vessel.portHours.p90']],
    ['zhizhuang validate ou', ['ours.yaml']],
    ['zhizhuang report ours.yaml --as ', ['html', 'stress-des']],
    ['zhizhuang export ours.yaml --as o', ['ocel']],
    ['zhizhuang import --kind=t', ['tariff']],
    ['zhizhuang init --lang z', ['zh']],
  ])('%s', (line, found) => {
    expect(completed(line)).toEqual(found);
  });

  test('a script that bash can read, and one in the form of zsh', async () => {
    const { stdout } = await inProcess(['completion', 'bash']);
    expect(spawnSync('bash', ['--norc', '-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    const zsh = (await inProcess(['completion', 'zsh'])).stdout;
    expect(zsh).toMatch(/^#compdef zhizhuang\n[\s\S]*\ncompdef _zhizhuang zhizhuang\n$/);
  });
});

test('there is no colour, at a terminal or not, whatever NO_COLOR says', async () => {
  for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) {
    for (const args of [
      ['--help'],
      ['compare', '--help'],
      ['validate', 'scenarios/05-small-fleet.yaml'],
      ['nonsense'],
    ]) {
      const { stdout, stderr } = await inProcess(args, env, '');
      expect(`${stdout}${stderr.join('')}`).not.toContain(String.fromCodePoint(27));
    }
  }
});
