/** The checks of `verify` that take long: each holds but for chance, with a false-alarm rate of 1e-7. */
import { test } from 'vitest';
import { expectAgreement, SLOW_CHECKS } from './some-checks.ts';

test.each(SLOW_CHECKS)('%s', (_, check) => expectAgreement(check));
