/** A cell with figures, as the page shows it, and where they stand in its data. */
export interface ShownFigures {
  readonly text: string;
  readonly pointers: readonly string[];
}

/** Every cell that says where its figures come from. */
export function shownFigures(page: string): ShownFigures[] {
  const cells = [...page.matchAll(/ data-of="([^"]+)">([^<]*)</gu)];
  return cells.map(([, of = '', text = '']) => ({ text, pointers: of.split(' ') }));
}

/** What is changed between the data's units and those of the reader: nothing, per cent, thousands, 万, millions. */
const FACTORS = [1, 100, 1e-3, 1e-4, 1e-6];

/**
 * What is wrong with a cell: a figure in it that is none of its data's, rounded to the decimals it is shown with; null
 * where all are. A bound of a share may be cut off at 0 and at 100 %.
 */
export function fault({ text, pointers }: ShownFigures, data: unknown): string | null {
  const values = pointers.map((pointer) => resolve(data, pointer));
  const numbers = values.filter((value) => typeof value === 'number');
  const shown = text.replaceAll('\u2212', '-').match(/-?\d[\d,]*(?:\.\d+)?/gu) ?? [];
  const strange = shown.filter(
    (one) => !numbers.some((value) => isShownAs(value, one)) && !values.some((value) => says(value, one)),
  );
  if (values.includes(undefined)) return `${pointers.join(' ')} leads nowhere`;
  return strange.length === 0 ? null : `"${text}" shows ${strange.join()}, the data has ${JSON.stringify(values)}`;
}

function isShownAs(value: number, text: string): boolean {
  const decimals = text.split('.')[1]?.length ?? 0;
  const shown = Number(text.replaceAll(',', ''));
  const cut = shown === 0 || shown === 100;
  return FACTORS.some((factor) => {
    const written = Math.abs(Number((value * factor).toFixed(decimals)));
    const outside = factor === 100 && (value < 0 || value > 1);
    return written === Math.abs(shown) || (cut && outside);
  });
}

/** A value that is a text, a switch, a list or a group, as it stands; of a list also how many there are. */
function says(value: unknown, text: string): boolean {
  if (typeof value === 'number') return isShownAs(value, text);
  if (typeof value !== 'object' || value === null) return String(value).includes(text);
  const parts = Object.values(value);
  return parts.some((one) => says(one, text)) || (Array.isArray(value) && String(value.length) === text);
}

function resolve(data: unknown, pointer: string): unknown {
  const [, ...keys] = pointer.split('/');
  let value: unknown = data;
  for (const key of keys) {
    // Below what is not there nothing stands; the figure is a dash.
    if (value === null) return null;
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  }
  return value;
}
