import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(house, 'node_modules/typescript/bin/tsc');

/** What the compiler has against some programs, under the settings of the house: a line each, with the name. */
export function typeErrors(programs: ReadonlyMap<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-types-'));
  try {
    for (const [name, code] of programs) writeFileSync(join(folder, `${name}.ts`), `export {};\n${code}`);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    // The programs lie outside the house, and name it by whole paths.
    const compilerOptions = { typeRoots: [join(house, 'node_modules/@types')], rewriteRelativeImportExtensions: false };
    const include = [folder, join(house, 'src/**/*.d.ts')];
    const settings = { extends: join(house, 'tsconfig.json'), compilerOptions, include };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const { stdout, stderr, error } = spawnSync(process.execPath, [tsc, '-p', folder], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    return `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
