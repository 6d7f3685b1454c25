/** Where two logs first differ: what each says there, and what both said before. Null if they never do. */
export function disagreement(engine: readonly string[], reference: readonly string[]) {
  const place = Array.from({ length: Math.max(engine.length, reference.length) }, (_, i) => i).find(
    (i) => engine[i] !== reference[i],
  );
  if (place === undefined) return null;
  return { before: engine.slice(0, place), engine: engine[place], reference: reference[place] };
}
