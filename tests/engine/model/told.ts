import { SimulationError } from '../../../src/engine/index.ts';

/** What an error comes from, in the model's own words; of what the engine says only the kind, its wording is free. */
export function told(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (cause !== undefined) return told(cause);
  return error instanceof SimulationError ? name : message;
}
