import { expect, test } from 'vitest';
import type { CallFacts, Mode } from '../../src/port/index.ts';
import { carbonOfCall } from '../../src/settlement/index.ts';
import { callOf, calls, calm, season } from '../port/one-season.ts';
import { ROUND_TERMS } from './terms-builder.ts';

const TERMS = {
  ...ROUND_TERMS.carbon,
  craneKwhPerTonne: 0.5,
  shipFuelTonnesPerBerthDay: 2,
  shipFuelTonnesPerAnchorDay: 1,
};

/** 100 loads of 32 t, nothing left to chance, nothing lost: every service takes what the calm inputs say. */
const inputs = calm({ season: calls([3.2e6, 300]), yard: { lossFraction: 0 } });
const LOAD_TONNES = 32;

/**
 * Well-to-wheel kg of each emitter told from machine hours alone: hours of service times what an hour of it moves or
 * drives. A truck's waiting is what its round trips have beyond driving and being served.
 */
function fromHours(call: CallFacts, mode: Mode): number[] {
  const { road, works, gate, yard, quay } = inputs;
  const diesel = TERMS.diesel.wellToWheel;
  const driving = (loads: number, km: number, speed: number) => (loads * km) / speed;
  const truckLoads = call.worksLoaderHours / works.loadingHours.mean;
  const loaded = driving(truckLoads, road.distanceKm, road.loadedKmPerHour);
  const empty = driving(truckLoads, road.distanceKm, road.emptyKmPerHour);
  const unloading = mode === 'direct' ? quay.tipHours.mean : yard.stackingHours.mean + gate.manualCheckHours.mean;
  const served = works.loadingHours.mean + works.weighingHours.mean + gate.serviceHours.mean + unloading;
  const truckIdle = call.trucks.turnHours - loaded - empty - truckLoads * served;
  const shuttleLoads = call.yardLoaderHours / (yard.stackingHours.mean + yard.reclaimHours.mean);
  const oneWay = driving(shuttleLoads, yard.shuttleKm, yard.shuttleKmPerHour);
  const shuttleServed = shuttleLoads * (yard.reclaimHours.mean + quay.tipHours.mean);
  const shuttleIdle = call.shuttles.turnHours - 2 * oneWay - shuttleServed;
  const craneTonnes = (call.cranes.workingHours * quay.craneKgPerHour) / 1000;
  const gasOil = TERMS.marineFuel.wellToWheel * 1000;
  return [
    loaded * road.loadedKmPerHour * TERMS.truckLoadedLitresPerKm * diesel,
    empty * road.emptyKmPerHour * TERMS.truckEmptyLitresPerKm * diesel,
    truckIdle * TERMS.truckIdleLitresPerHour * diesel,
    oneWay * yard.shuttleKmPerHour * TERMS.truckLoadedLitresPerKm * diesel,
    oneWay * yard.shuttleKmPerHour * TERMS.truckEmptyLitresPerKm * diesel,
    shuttleIdle * TERMS.truckIdleLitresPerHour * diesel,
    truckLoads * LOAD_TONNES * TERMS.loaderLitresPerTonne * diesel,
    2 * shuttleLoads * LOAD_TONNES * TERMS.loaderLitresPerTonne * diesel,
    craneTonnes * TERMS.craneKwhPerTonne * TERMS.gridKgPerKwh,
    ((call.sailed - call.alongside) / 24) * TERMS.shipFuelTonnesPerBerthDay * gasOil,
    ((call.alongside - call.arrived) / 24) * TERMS.shipFuelTonnesPerAnchorDay * gasOil,
  ];
}

test.each(['staged', 'direct'] as const)('the carbon of a %s call follows from the hours of its machines', (mode) => {
  const call = callOf(season(inputs, mode));
  const { rows, wellToWheelKg } = carbonOfCall(call, TERMS);
  const expected = fromHours(call, mode);
  for (const [at, row] of rows.entries()) expect(row.wellToWheelKg, row.emitter).toBeCloseTo(expected[at] as number, 6);
  expect(wellToWheelKg).toBeCloseTo(
    expected.reduce((sum, kg) => sum + kg),
    5,
  );
  expect(rows.filter((row) => row.quantity > 0)).toHaveLength(mode === 'staged' ? 11 : 7);
});
