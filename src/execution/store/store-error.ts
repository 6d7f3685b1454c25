/**
 * Why a store can't be used: another process has it open, it is no store of results, it is of another format, it can't
 * be read, or there is no room to write on.
 */
export type StoreFault = 'locked' | 'foreign' | 'otherFormat' | 'damaged' | 'noFile' | 'noSpace' | 'unwritable';

/** A store can't be used. What it held stays as it was. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;
  readonly path: string;
  /** What the system said; the process that has the store open, if it is locked and known. */
  readonly detail: string;

  constructor(fault: StoreFault, path: string, detail: string) {
    super(`The store ${path} can't be used (${fault}): ${detail}`);
    this.fault = fault;
    this.path = path;
    this.detail = detail;
  }
}

/**
 * What DuckDB said, as a store's fault.
 *
 * @throws the error itself, if it is not about the file: then it is the program's own fault
 */
export function storeError(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const said = error instanceof Error ? error.message : String(error);
  const fault = faultIn(said);
  if (fault === null) throw error;
  return new StoreError(fault, path, detailIn(said));
}

function faultIn(said: string): StoreFault | null {
  if (/could not set lock|being used by another process/iu.test(said)) return 'locked';
  if (/no space left|disk quota|out of space|file too large|ENOSPC/iu.test(said)) return 'noSpace';
  if (/permission denied|read-only file system|cannot open file/iu.test(said)) return 'unwritable';
  return /^(?:IO|Serialization|Corruption|FATAL|INTERNAL|TransactionContext|Catalog) Error|checksum|corrupt/iu.test(
    said,
  )
    ? 'damaged'
    : null;
}

/** The process in the way, or the first line. */
function detailIn(said: string): string {
  return /PID (\d+)/u.exec(said)?.[1] ?? said.split('\n')[0] ?? said;
}
