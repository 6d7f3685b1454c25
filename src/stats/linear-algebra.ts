import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** A square matrix by rows. */
export type Rows = readonly (readonly number[])[];

/** Eigenvalues, the largest first, and their vectors of length 1. */
export interface Eigen {
  readonly values: readonly number[];
  /** One vector a value; its component of largest size is positive. */
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Values and vectors of a symmetric matrix, by ml-matrix.
 *
 * @example
 * symmetricEigen([[2, 1], [1, 2]]).values.map(Math.round); // [3, 1]
 */
export function symmetricEigen(matrix: Rows): Eigen {
  const found = new EigenvalueDecomposition(toMatrix(matrix), { assumeSymmetric: true });
  const order = found.realEigenvalues
    .map((_, i) => i)
    .sort((i, j) => at(found.realEigenvalues, j) - at(found.realEigenvalues, i));
  return {
    values: order.map((i) => at(found.realEigenvalues, i)),
    vectors: order.map((i) => pointed(found.eigenvectorMatrix.getColumn(i))),
  };
}

/** Gives a vector the sign by which its largest component, the first of equals, is positive. */
function pointed(vector: readonly number[]): number[] {
  const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) + 1e-12 ? x : best), 0);
  return vector.map((x) => (largest < 0 ? 0 - x : x));
}

/** The lower triangle L with L·Lᵀ the matrix; null if it is not positive definite. */
export function cholesky(matrix: Rows): number[][] | null {
  const decomposed = new CholeskyDecomposition(toMatrix(matrix));
  return decomposed.isPositiveDefinite() ? decomposed.lowerTriangularMatrix.to2DArray() : null;
}

/** Solves L·x = b, L a lower triangle. */
export function solveLower(lower: Rows, b: readonly number[]): number[] {
  const x: number[] = [];
  for (const [i, row] of lower.entries()) {
    let rest = at(b, i);
    for (let j = 0; j < i; j++) rest -= at(row, j) * at(x, j);
    x.push(rest / at(row, i));
  }
  return x;
}

/** Solves Lᵀ·x = b, L a lower triangle. */
export function solveUpper(lower: Rows, b: readonly number[]): number[] {
  const x = [...b];
  for (let i = lower.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < lower.length; j++) x[i] = at(x, i) - at(lower[j] as readonly number[], i) * at(x, j);
    x[i] = at(x, i) / at(lower[i] as readonly number[], i);
  }
  return x;
}

/** The sum of products. */
export function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (const [i, x] of one.entries()) sum += x * at(other, i);
  return sum;
}

function toMatrix(rows: Rows): Matrix {
  return new Matrix(rows.map((row) => [...row]));
}

function at(values: readonly number[], i: number): number {
  return values[i] as number;
}
