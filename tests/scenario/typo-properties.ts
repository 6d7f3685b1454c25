import { readdirSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { formatProblem, type Problem, parseScenario } from '../../src/scenario/index.ts';
import { shippedText } from './example.ts';
import { TYPO_KINDS, tellingLines, typo } from './typo.ts';

const SHIPPED = readdirSync(new URL('../../scenarios/', import.meta.url)).map((file) => file.replace(/\.yaml$/u, ''));
/** The season writes out every parameter: one reading takes as long as ten of the others. */
const SEASON = 'bayuquan-2024';
const PATIENCE = 600_000;

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyTypo = fc.tuple(fc.constantFrom(...TYPO_KINDS), share, share, share);

/** Holds shipped scenarios to it that a slip is told where it was made; so many slips in the season, and in all others. */
export function typosAreTold({ season, others }: { readonly season: number; readonly others: number }): void {
  for (const [names, numRuns] of [
    [[SEASON], season],
    [SHIPPED.filter((name) => name !== SEASON), others],
  ] as const) {
    property.prop([fc.constantFrom(...names), anyTypo], { seed: 8, numRuns })(
      `any single slip in ${names.length === 1 ? SEASON : 'the other scenarios'} is told at its line, or is none`,
      (name, [kind, at, where, what]) => {
        const text = shippedText(name);
        const slip = typo(text, kind, at, where, what);
        if (slip === null) return;
        const read = parseScenario(slip.text, name);
        if (read.ok) return;
        const telling = new Set([...tellingLines(text, slip.lines), ...tellingLines(slip.text, slip.lines)]);
        const told = read.problems.some((problem) => telling.has(problem.line) || isSum(problem, text, slip.lines));
        const line = slip.text.split('\n')[(slip.lines[0] ?? 0) - 1];
        const lines = read.problems.map((problem) => formatProblem(problem, 'en')).join('\n');
        expect(told, `${slip.lines[0]}: ${line}\n${lines}`).toBe(true);
      },
      PATIENCE,
    );
  }
}

/** A cargo that is a number like any other is told by the key it breaks: the stated total, or what must hold the largest. */
function isSum({ key, expected }: Problem, text: string, lines: readonly number[]): boolean {
  const isCargo = lines.some((line) => /^ *- .*(?:tonnes|calls):/u.test(text.split('\n')[line - 1] ?? ''));
  return isCargo && (key.startsWith('totals.') || expected.is === 'relation' || expected.is === 'supply');
}

/** So many scenarios with several slips each, none of which may crash the reader or keep it from ending. */
export function damageIsTold(count: number): void {
  property.prop(
    [fc.constantFrom(...SHIPPED.filter((name) => name !== SEASON)), fc.array(anyTypo, { minLength: 1, maxLength: 8 })],
    {
      seed: 9,
      numRuns: count,
    },
  )(
    'a damaged scenario is read or refused in sentences',
    (name, slips) => {
      const damaged = slips.reduce((text, slip) => typo(text, ...slip)?.text ?? text, shippedText(name));
      const read = parseScenario(damaged, name);
      const problems = read.ok ? read.warnings : read.problems;
      expect(read.ok || problems.length > 0).toBe(true);
      for (const problem of problems) {
        expect(formatProblem(problem, 'en')).not.toMatch(/undefined|NaN|\[object|\p{Cc}/u);
        expect(formatProblem(problem, 'zh')).not.toMatch(/undefined|NaN|\[object|\p{Cc}/u);
        expect(problem.line).toBeGreaterThan(0);
      }
    },
    PATIENCE,
  );
}
