/** A JSON array of one line an item, piece by piece. */
export function* arrayPieces(items: Iterable<object>): Generator<string> {
  let before = '[\n';
  for (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]' : '\n]';
}
