import type { PortInputs } from '../port/index.ts';
import { PANAMAX_FROM_DWT, SUPRAMAX_FROM_DWT } from '../settlement/index.ts';
import { duration, kilograms, spread } from './laws.ts';
import { numberIn, numberOf, type Scenario } from './scenario.ts';

/** Berths, the gear that loads a ship, and how it works her hatches. */
export function quayInputs(scenario: Pick<Scenario, 'parameters'>): PortInputs['quay'] {
  const gear = gearInputs(scenario);
  const hatchPlan = hatchPlanInputs(scenario);
  return {
    berths: numberOf(scenario, 'quay.berths'),
    ...gear,
    craneTimeFactor: spread(1, numberOf(scenario, 'service.timeCv')),
    loadsPerCrane: numberOf(scenario, 'quay.loadsPerCrane'),
    ...pauses(scenario, gear.craneKgPerHour),
    hatchPlan: scenario.parameters['quay.hatchPlan'].value === 'inTurn' ? hatchPlan : null,
  };
}

type Gear = Pick<PortInputs['quay'], 'cranesPerCall' | 'craneKgPerHour' | 'tipHours' | 'hopperKg'>;

function gearInputs(scenario: Pick<Scenario, 'parameters'>): Gear {
  const cranes: Gear = {
    cranesPerCall: numberOf(scenario, 'quay.cranesPerCall'),
    craneKgPerHour: numberIn(scenario, 'quay.craneRate', 'kg/h'),
    tipHours: duration(scenario, 'quay.tipTime'),
    hopperKg: null,
  };
  const shiploaders: Gear = {
    cranesPerCall: numberOf(scenario, 'quay.loadersPerCall'),
    craneKgPerHour: numberIn(scenario, 'quay.loaderRate', 'kg/h'),
    tipHours: duration(scenario, 'quay.hopperTipTime'),
    hopperKg: kilograms(numberOf(scenario, 'quay.hopperCapacity')),
  };
  return scenario.parameters['quay.gear'].value === 'hoppers' ? shiploaders : cranes;
}

/** A crane pours one hatch and pauses so long that pauses take the given share of pour and pause together. */
function pauses(
  scenario: Pick<Scenario, 'parameters'>,
  craneKgPerHour: number,
): Pick<PortInputs['quay'], 'hatchKg' | 'hatchChangeHours'> {
  const hatchKg = kilograms(numberOf(scenario, 'quay.hatchPour'));
  const share = numberOf(scenario, 'quay.hatchChangeShare');
  return { hatchKg, hatchChangeHours: ((hatchKg / craneKgPerHour) * share) / (1 - share) };
}

function hatchPlanInputs(scenario: Pick<Scenario, 'parameters'>): NonNullable<PortInputs['quay']['hatchPlan']> {
  const kgPerDwt = 1000 / numberOf(scenario, 'vessel.dwtPerCargo');
  return {
    hatchesBySize: [
      { belowKg: SUPRAMAX_FROM_DWT * kgPerDwt, hatches: numberOf(scenario, 'quay.hatchesHandysize') },
      { belowKg: PANAMAX_FROM_DWT * kgPerDwt, hatches: numberOf(scenario, 'quay.hatchesSupramax') },
      { belowKg: Number.POSITIVE_INFINITY, hatches: numberOf(scenario, 'quay.hatchesPanamax') },
    ],
    firstPassShare: numberOf(scenario, 'quay.firstPassShare'),
    trimPourShare: numberOf(scenario, 'quay.trimPour'),
    surveyHours: numberOf(scenario, 'quay.passSurveyTime'),
    changeHours: numberIn(scenario, 'quay.hatchMoveTime', 'h'),
    trimHours: numberIn(scenario, 'quay.hatchTrimTime', 'h'),
    hatchesBetween: numberOf(scenario, 'quay.hatchesBetween'),
  };
}
