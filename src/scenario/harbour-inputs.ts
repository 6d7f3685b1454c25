import type { PortInputs } from '../port/index.ts';
import { numberIn, numberOf, type Scenario, switchOf } from './scenario.ts';

type Parameters = Pick<Scenario, 'parameters'>;

/** Pilots, tugs and channel. */
export function harbourInputs(scenario: Parameters): PortInputs['harbour'] {
  return {
    pilots: numberOf(scenario, 'harbour.pilots'),
    tugs: numberOf(scenario, 'harbour.tugs'),
    tugsPerMove: numberOf(scenario, 'harbour.tugsPerMove'),
    largeShipTonnes: numberOf(scenario, 'harbour.largeShip'),
    tugsPerLargeMove: numberOf(scenario, 'harbour.tugsPerLargeMove'),
    oneWayChannel: switchOf(scenario, 'harbour.oneWayChannel'),
    passageHours: numberOf(scenario, 'harbour.passageTime'),
    channelDepthM: numberOf(scenario, 'harbour.channelDepth'),
    underKeelM: numberOf(scenario, 'harbour.underKeel'),
  };
}

/** The tide by hours of the clock. */
export function tideInputs(scenario: Parameters): PortInputs['tide'] {
  return {
    springRangeM: numberOf(scenario, 'tide.springRange'),
    neapRangeM: numberOf(scenario, 'tide.neapRange'),
    springHighWaterHour: numberIn(scenario, 'calls.clockOpening', 'h') + numberOf(scenario, 'tide.springHighWater'),
  };
}

/** How large a ship is for her cargo. */
export function shipSizeInputs(scenario: Parameters) {
  return {
    deadweightPerCargo: numberOf(scenario, 'vessel.dwtPerCargo'),
    draughtFactor: numberOf(scenario, 'vessel.draughtFactor'),
    ballastShare: numberOf(scenario, 'vessel.ballastShare'),
  };
}

/** Which ships the berths take. */
export function berthInputs(scenario: Parameters): PortInputs['berths'] {
  const small = numberOf(scenario, 'berths.small');
  const first = scenario.parameters['berths.first'].value;
  return {
    small: Math.min(small, numberOf(scenario, 'quay.berths') - 1),
    smallTonnes: numberOf(scenario, 'berths.smallSize'),
    first: first === 'slag' || first === 'other' ? first : null,
  };
}
