import { expect, test } from 'vitest';
import { describeNeeding, verdictOn } from './needs.ts';

const node = { proof: 'node', packages: ['nodejs'], neededBy: 'every test' };
const absent = { proof: '/no/such/crane', packages: ['crane', 'fonts-crane'], neededBy: 'this test' };

test('tests whose part is present run, in CI and elsewhere', () => {
  expect(verdictOn('node', node, false)).toEqual({ act: 'run' });
  expect(verdictOn('node', node, true)).toEqual({ act: 'run' });
});

test('tests whose part is absent are skipped with the line that installs it', () => {
  const why = 'needs crane: apt-get install -y crane fonts-crane';
  expect(verdictOn('crane', absent, false)).toEqual({ act: 'skip', why });
});

test('in CI an absent part is a failure', () => {
  expect(verdictOn('crane', absent, true)).toMatchObject({ act: 'fail' });
});

test('a part that nobody listed is an error, not a skip', () => {
  expect(() => describeNeeding('no-such-part', 'never', () => {})).toThrow('not listed');
});
