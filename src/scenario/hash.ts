import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { PARAMETER_KEYS } from './catalogue.ts';
import type { Scenario } from './scenario.ts';

/** What determines the simulated numbers: the period, the cargoes, the value of every parameter. */
export type Determining = Pick<Scenario, 'period' | 'cargoes' | 'parameters'>;

/** Changes whenever the canonical form below does. */
const FORM = 'zhizhuang/scenario-hash@1';

/**
 * Sixteen hexadecimal digits of SHA-256 over the canonical form of what determines the numbers. The order of
 * keys, units as written, comments, wording, provenance, ranges, published facts and the name have no part in it.
 */
export function hashOf(scenario: Determining): string {
  const values = PARAMETER_KEYS.toSorted().map((key) => {
    const { value, law } = scenario.parameters[key];
    return law === null ? [key, value] : [key, value, law];
  });
  const cargoes = scenario.cargoes.map(({ tonnes, laycan, mode }) => [tonnes, laycan, mode]);
  const canonical = JSON.stringify([FORM, scenario.period.start, scenario.period.end, cargoes, values]);
  return bytesToHex(sha256(utf8ToBytes(canonical))).slice(0, 16);
}
