import { CATALOGUE, convert, type NumberKey, nearest, PARAMETER_KEYS, type ParameterKey } from '../scenario/index.ts';
import type { Log } from './log.ts';
import { valueIn } from './quantities.ts';

/** A charge of a tariff sheet that is a parameter. */
export interface Charge {
  readonly key: NumberKey;
  /** In the catalogue's unit. */
  readonly value: number;
  readonly unit: string;
  /** As the sheet names it. */
  readonly item: string;
  readonly log: string;
}

/** Charges that are parameters, and those of which none is known. */
export interface TariffRead {
  readonly charges: readonly Charge[];
  /** `unit`: a parameter, but in another unit; `twice`: a charge before it is the same parameter. */
  readonly left: readonly {
    readonly item: string;
    readonly why: 'unknown' | 'unit' | 'twice';
    readonly hint: string | null;
  }[];
}

/** Prices by the words that the catalogue has for them, in either language, and by their keys. */
function pricesByWord(): ReadonlyMap<string, NumberKey> {
  const prices = PARAMETER_KEYS.filter(isPrice);
  return new Map(
    prices.flatMap((key) => [key, CATALOGUE[key].zh[0], CATALOGUE[key].en[0]].map((word) => [plain(word), key])),
  );
}

function isPrice(key: ParameterKey): key is NumberKey {
  return CATALOGUE[key].kind === 'price' && 'unit' in CATALOGUE[key];
}

function plain(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）【】[\]_-]/gu, '');
}

/** Reads a tariff sheet: an item is a parameter if the catalogue calls it so. */
export function readTariff(log: Log): TariffRead {
  const [item, price, unit] = [valueIn(log, 'item'), valueIn(log, 'price'), valueIn(log, 'unit')];
  const words = pricesByWord();
  const charges: Charge[] = [];
  const left: TariffRead['left'][number][] = [];
  for (let row = 0; row < log.kept; row++) {
    const name = log.words[item(row)] ?? '';
    const key = words.get(plain(name)) ?? null;
    if (key === null) {
      const known = nearest(plain(name), [...words.keys()]);
      left.push({ item: name, why: 'unknown', hint: known === null ? null : (words.get(known) ?? null) });
      continue;
    }
    const { unit: wanted } = CATALOGUE[key];
    const written = (log.words[unit(row)] ?? wanted).normalize('NFKC').trim();
    const converted = convert(price(row), written, wanted);
    if (!converted.ok) left.push({ item: name, why: 'unit', hint: wanted });
    else if (charges.some((charge) => charge.key === key)) left.push({ item: name, why: 'twice', hint: key });
    else charges.push({ key, value: converted.value, unit: wanted, item: name, log: log.name });
  }
  return { charges, left };
}
