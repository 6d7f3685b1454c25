import { planOf } from '../../../src/page/player/plan.ts';
import { prepareSide, type Side } from '../../../src/page/player/side.ts';
import { parseScenario, type Scenario } from '../../../src/scenario/index.ts';
import { recordReplication } from '../../../src/study/index.ts';

/** Three small ships, one of whose lots are all inspected, with trucks on hire and weather. */
const SMALL = `schema: zhizhuang/scenario@1
name: small
title: { zh: 小船, en: Small ships }
question: { zh: 看得见吗？, en: Can it be seen? }
period: { start: 2024-03-01, end: 2024-03-20 }
cargoes:
  - { tonnes: 3000 t }
  - { tonnes: 2500 t }
  - { tonnes: 2000 t }
parameters:
  fleet:
    size: { value: 12, standing: assumed }
    hiredTrucks: { value: 6, standing: assumed }
  dispatch:
    trucksUnderWay: { value: 18, standing: assumed }
  customs:
    inspectionProbability: { value: 0.5, standing: assumed }
    lotSize: { value: 800 t, standing: assumed }
`;

export const scenario: Scenario = readSmall();

function readSmall(): Scenario {
  const read = parseScenario(SMALL, 'small.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

const [stagedSeason, directSeason] = recordReplication(scenario, ['staged', 'direct'], 1, 0);
if (stagedSeason === undefined || directSeason === undefined) throw new Error('two modes have two seasons');

export const staged: Side = prepareSide(stagedSeason);
export const direct: Side = prepareSide(directSeason);
export const plan = planOf(stagedSeason.recording.setting, 600, 360);

/** Hours spread over a side's time, never twice the same part of an hour. */
export function hoursOf({ from, to }: Side, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.37)) / count);
}
