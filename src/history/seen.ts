const FIRST = 1 << 12;

/**
 * Remembers which rows were seen by a 52-bit digest of their text, sixteen bytes a row or less. Among a million different
 * rows two are taken for one with a chance of 1 in 9,000.
 */
export class Seen {
  /** Open addressing; 0 marks a free place. */
  #digests = new Float64Array(FIRST);
  #count = 0;

  /** Whether a row was seen before; from now on it was. */
  sawBefore(cells: readonly string[]): boolean {
    const digest = digestOf(cells);
    if (2 * this.#count >= this.#digests.length) this.#grow();
    const at = placeOf(digest, this.#digests);
    if (this.#digests[at] === digest) return true;
    this.#digests[at] = digest;
    this.#count++;
    return false;
  }

  #grow(): void {
    const grown = new Float64Array(this.#digests.length * 2);
    for (const digest of this.#digests) if (digest !== 0) grown[placeOf(digest, grown)] = digest;
    this.#digests = grown;
  }
}

function placeOf(digest: number, digests: Float64Array): number {
  const mask = digests.length - 1;
  let at = digest % digests.length;
  while (digests[at] !== 0 && digests[at] !== digest) at = (at + 1) & mask;
  return at;
}

/** Two FNV-like hashes of 26 bits each, over the characters and the ends of the cells. */
function digestOf(cells: readonly string[]): number {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (const cell of cells) {
    for (let i = 0; i < cell.length; i++) {
      const code = cell.charCodeAt(i);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 13);
    }
    one = Math.imul(one ^ 0x1f, 0x01000193);
    other = Math.imul(other ^ 0x1f, 0xc2b2ae35);
  }
  one ^= one >>> 15;
  other ^= other >>> 16;
  return (one >>> 6) * 0x4000000 + (other >>> 6) + 1;
}
