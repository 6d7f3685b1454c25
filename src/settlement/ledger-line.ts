import type { LedgerItem } from './ledger-items.ts';

/** Who pays or is paid. `ship` is the owner or whoever bears its port costs; `society` bears what nobody is billed. */
export type Party = 'shipper' | 'haulier' | 'port' | 'ship' | 'buyer' | 'state' | 'society';

/** One line of a ledger, of a call or of a season. Quantities and amounts are never negative. */
export interface LedgerLine {
  /** Stable identifier, such as `secondHaul`. */
  readonly item: LedgerItem;
  readonly quantity: number;
  /** Unit of the quantity, such as `t` or `h`. */
  readonly unit: string;
  /** Yuan per unit, the mean where one line has several prices; 0 where the quantity is 0. */
  readonly unitPriceYuan: number;
  readonly yuan: number;
  readonly payer: Party;
  /** Null where nobody is paid because something is used up. */
  readonly payee: Party | null;
  /** `resource`: something is used up; `transfer`: money changes hands. */
  readonly kind: 'resource' | 'transfer';
  /** Where the base price comes from. A scenario that overrides the price overrides this too, in its provenance. */
  readonly source: string;
}

/** What a ledger line says before anything is counted. */
export type LineHead = Pick<LedgerLine, 'item' | 'unit' | 'payer' | 'payee' | 'kind' | 'source'>;

/**
 * A line at one price: yuan = quantity × price.
 *
 * @param head item, unit, parties, kind, source
 * @param quantity in the head's unit
 * @param priceYuan yuan per unit
 * @example lineAtPrice(head, 1000, 9).yuan; // 9000
 */
export function lineAtPrice(head: LineHead, quantity: number, priceYuan: number): LedgerLine {
  return { ...head, quantity, unitPriceYuan: quantity === 0 ? 0 : priceYuan, yuan: quantity * priceYuan };
}

/**
 * A line of several prices: the amount is given, the unit price is its mean.
 *
 * @param head item, unit, parties, kind, source
 * @param quantity in the head's unit
 * @param yuan the whole amount
 * @example lineOfAmount(head, 4, 10).unitPriceYuan; // 2.5
 */
export function lineOfAmount(head: LineHead, quantity: number, yuan: number): LedgerLine {
  return { ...head, quantity, unitPriceYuan: quantity === 0 ? 0 : yuan / quantity, yuan };
}

/**
 * The sum of lines of one item, folded in the order given; the unit price is theirs where they agree, else the mean.
 *
 * @param head item, unit, parties, kind, source
 * @param lines the same item in several calls
 * @example two lines of 10 t and 30 t at 9 yuan/t sum to 40 t, 360 yuan, still at 9 yuan/t
 */
export function sumLines(head: LineHead, lines: readonly LedgerLine[]): LedgerLine {
  let quantity = 0;
  let yuan = 0;
  for (const line of lines) {
    quantity += line.quantity;
    yuan += line.yuan;
  }
  const priced = lines.filter((line) => line.quantity !== 0);
  const price = priced[0]?.unitPriceYuan ?? 0;
  const agreed = priced.every((line) => line.unitPriceYuan === price);
  const sum = lineOfAmount(head, quantity, yuan);
  return agreed ? { ...sum, unitPriceYuan: price } : sum;
}
