import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Words } from '../../src/cli/command-line.ts';
import { messagesOf } from '../../src/cli/messages.ts';
import { UsageErrors } from '../../src/cli/usage-errors.ts';
import { readVariants } from '../../src/cli/variants.ts';

function read(...typed: string[]) {
  const errors = new UsageErrors(messagesOf('en'));
  const words: Words = { positionals: [], options: new Map([['variant', typed]]) };
  return { variants: readVariants(words, errors), lines: errors.lines };
}

describe('a variant', () => {
  test('has a name and settings, whose lists keep their commas', () => {
    const { variants, lines } = read('大车队:fleet.size=60,shifts.startHours=0,8,16, quay.craneRate = 450 t/h');
    expect(lines).toEqual([]);
    expect(variants).toEqual([
      {
        name: '大车队',
        settings: ['fleet.size=60', 'shifts.startHours=0,8,16', ' quay.craneRate = 450 t/h'],
        occurrence: 1,
        columns: [5, 19, 44],
      },
    ]);
  });

  test('has a name of its own', () => {
    const { variants, lines } = read('a:x=1', 'b:x=1', 'a:y=1');
    expect(variants.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(lines).toEqual(['--variant:3:1: expected each name once, found "a" twice']);
  });

  const part = fc.oneof(fc.string(), fc.constantFrom('a:', 'fleet.size=60', ',', '=', ':', 'direct:', '名', '[0, 8]'));

  propertyTest.prop([fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))], { numRuns: 1000 })(
    'is refused in one line, or read to the last character',
    (typed) => {
      const { variants, lines } = read(typed);
      expect(variants.length + lines.length).toBe(1);
      for (const { settings, columns } of variants) {
        expect(typed.endsWith(`:${settings.join(',')}`)).toBe(true);
        for (const [i, setting] of settings.entries()) expect(typed.startsWith(setting, columns[i]! - 1)).toBe(true);
      }
    },
  );
});
