/** Variance left over, as a share of the largest there was, below which it is rounding. */
const NEGLIGIBLE = 1e-12;

/**
 * A factor L with L·Lᵀ = the matrix, by Cholesky's method with pivots: as many columns as the matrix has rank, so
 * that sides that move together, or more sides than replications, are no trouble.
 *
 * @param matrix symmetric and positive semidefinite, such as a covariance
 * @returns the rows of L; columns that only rounding would fill are left out
 */
export function semidefiniteFactor(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows: number[][] = matrix.map(() => []);
  const left = matrix.map((row, i) => row[i]!);
  const least = NEGLIGIBLE * Math.max(0, ...left);
  for (let column = 0; column < size; column++) {
    let pivot = 0;
    for (let i = 1; i < size; i++) if (left[i]! > left[pivot]!) pivot = i;
    if (!(left[pivot]! > least)) break;
    const root = Math.sqrt(left[pivot]!);
    const pivotRow = [...rows[pivot]!];
    for (let i = 0; i < size; i++) {
      let rest = matrix[i]![pivot]!;
      for (let k = 0; k < column; k++) rest -= rows[i]![k]! * pivotRow[k]!;
      // A row that was a pivot is used up: what rounding leaves of it is no variance.
      const entry = left[i] === 0 ? 0 : rest / root;
      rows[i]!.push(entry);
      left[i] = i === pivot ? 0 : Math.max(0, left[i]! - entry * entry);
    }
  }
  return rows;
}
