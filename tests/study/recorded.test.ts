import { expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/index.ts';
import { shipperCostYuan } from '../../src/settlement/index.ts';
import { prepare, recordReplication } from '../../src/study/index.ts';

const SMALL = `schema: zhizhuang/scenario@1
name: small
title: { zh: 小船, en: Small ship }
question: { zh: 录得全吗？, en: Is all of it recorded? }
period: { start: 2024-03-01, end: 2024-03-08 }
cargoes:
  - { tonnes: 2000 t }
`;

test('a recorded replication is the same as in any study, its money and its measures', () => {
  const read = parseScenario(SMALL, 'small.yaml');
  if (!read.ok) throw new Error('bad scenario');
  const modes = ['staged', 'direct'] as const;
  const recorded = recordReplication(read.scenario, modes, 7, 2);
  const outcome = prepare(read.scenario)(modes, 7, 2);
  expect(recorded.map(({ mode }) => mode)).toEqual(modes);
  expect(recorded.map(({ settlement }) => shipperCostYuan(settlement.lines))).toEqual(
    outcome.modes.map((one) => one.shipperCostYuan),
  );
  expect(recorded.map(({ facts }) => facts.mass)).toEqual(outcome.modes.map(({ mass }) => mass));
  // It can be sent to another thread and back as it is.
  expect(structuredClone(recorded)).toEqual(recorded);
});
