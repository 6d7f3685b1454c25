/** Every number in a result, however deep. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** Factors by which a report writes a number: as it is, as a percentage, in thousands, in 万, in millions. */
const FACTORS = [1, 100, 1e-3, 1e-4, 1e-6];

/**
 * Numbers of a text that no number of a result rounds to, sign apart (a loss of 7 h is told as 7).
 *
 * @param text lines of a report without identifiers and dates
 */
export function strayNumbers(text: string, known: readonly number[]): string[] {
  const written = text.match(/(?<![\w.,#@])\d[\d,]*(?:\.\d+)?(?![\d])/g) ?? [];
  return written.filter((token) => {
    const digits = token.replaceAll(',', '');
    const decimals = digits.split('.')[1]?.length ?? 0;
    return !known.some((number) => FACTORS.some((factor) => Math.abs(number * factor).toFixed(decimals) === digits));
  });
}
