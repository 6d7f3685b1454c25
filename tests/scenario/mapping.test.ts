import { describe, expect, test } from 'vitest';
import { applyOverrides, PARAMETER_KEYS, type Scenario, toPortInputs, toTerms } from '../../src/scenario/index.ts';
import { scenarioOf, shippedText } from './example.ts';

const season = scenarioOf(shippedText('bayuquan-2024'));
const single = scenarioOf(shippedText('bayuquan-72kt'));

function set(scenario: Scenario, ...settings: string[]): Scenario {
  const read = applyOverrides(scenario, settings);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

describe('the port model gets', () => {
  const inputs = toPortInputs(season);

  test('the season in hours and whole kilograms', () => {
    expect(inputs.season).toMatchObject({
      openingHours: 384,
      periodHours: 5112,
      closingHours: 1440,
      laycansHours: null,
    });
    expect(inputs.season.cargoesKg).toHaveLength(32);
    expect(inputs.season.cargoesKg.reduce((sum, kg) => sum + kg, 0)).toBe(735_000_000);
  });

  test('given laycans as hours after the first hour of the period', () => {
    expect(toPortInputs(single).season).toMatchObject({ laycansHours: [14 * 24 + 8], cargoesKg: [72_000_000] });
  });

  test('the means by hand', () => {
    const by = set(
      season,
      ...[
        'works.exportOutput=150',
        'works.loadingTime=6 min',
        'gate.serviceTime=36',
        'quay.craneRate=300',
        'yard.stagingLead=5',
      ],
    );
    const { works, gate, quay, yard } = toPortInputs(by);
    expect(works.outputKgPerHour).toBe(150_000);
    expect(works.loadingHours.mean).toBe(0.1);
    expect(gate.serviceHours.mean).toBe(0.01);
    expect(quay.craneKgPerHour).toBe(300_000);
    expect(yard.stagingLeadHours).toBe(120);
  });

  test('the tide by hours of the clock, other ships by the hour, and never a last berth that is small', () => {
    const by = set(
      season,
      ...['calls.clockOpening=20 d', 'tide.springHighWater=30', 'traffic.arrivals=12', 'berths.small=5'],
      ...['quay.berths=3', 'berths.first=slag', 'calls.laycanLength=36 h'],
    );
    const { tide, traffic, berths, season: mapped } = toPortInputs(by);
    expect(tide.springHighWaterHour).toBe(510);
    expect(traffic.shipsPerHour).toBe(0.5);
    expect(berths).toMatchObject({ small: 2, first: 'slag' });
    expect(mapped.laycanHours).toBe(36);
    expect(inputs.berths).toMatchObject({ small: 0, first: null });
  });

  test('a pause after each pour that makes a tenth of pour and pause together', () => {
    const { craneKgPerHour, hatchKg, hatchChangeHours } = inputs.quay;
    const pourHours = hatchKg / craneKgPerHour;
    expect(hatchChangeHours).toBeCloseTo(0.79365, 5);
    expect(hatchChangeHours / (pourHours + hatchChangeHours)).toBeCloseTo(0.1, 12);
  });

  test('cranes without hoppers, hatches not told apart and a yard not divided, unless they are chosen', () => {
    expect(inputs.quay).toMatchObject({ hopperKg: null, hatchPlan: null, cranesPerCall: 3, craneKgPerHour: 280_000 });
    expect(inputs.yard).toMatchObject({ pads: 1, rolling: false });
    expect(inputs.yard.pushUpHours.mean).toBe(0);
    expect(inputs.yard.loadersPerPad).toBeGreaterThanOrEqual(inputs.yard.reclaimLoaders);
  });

  test('shiploaders with their own number, rate, tipping time and hopper', () => {
    const { quay } = toPortInputs(set(season, 'quay.gear=hoppers', 'quay.loaderRate=500'));
    expect(quay).toMatchObject({ hopperKg: 60_000, cranesPerCall: 2, craneKgPerHour: 500_000 });
    expect(quay.tipHours.mean).toBe(3 / 60);
  });

  test('hatches by the cargo of the ships that end where a class does', () => {
    const { hatchPlan } = toPortInputs(set(season, 'quay.hatchPlan=inTurn', 'vessel.dwtPerCargo=1.25')).quay;
    expect(hatchPlan?.hatchesBySize).toEqual([
      { belowKg: 32e6, hatches: 5 },
      { belowKg: 52e6, hatches: 5 },
      { belowKg: Number.POSITIVE_INFINITY, hatches: 7 },
    ]);
    expect(hatchPlan?.changeHours).toBeCloseTo(1 / 3, 12);
    expect(hatchPlan?.trimHours).toBe(0.5);
  });

  test('a payload cut at three standard deviations, and times as lognormal by mean and cv', () => {
    const { payloadKg } = inputs.fleet;
    expect(payloadKg.quantile(0.5)).toBeCloseTo(32_000, 6);
    expect(payloadKg.quantile(1e-12)).toBeCloseTo(30_500, 0);
    expect(payloadKg.quantile(1 - 1e-12)).toBeCloseTo(33_500, 0);
    const median = inputs.customs.reviewHours.quantile(0.5);
    expect(median).toBeCloseTo(1.03 / Math.sqrt(1 + 1.5 * 1.5), 12);
  });

  test('constants where nothing varies', () => {
    const fixed = toPortInputs(
      set(season, 'service.timeCv=0', 'road.timeCv=0', 'fleet.payloadSd=0', 'gate.manualCheckTime=0'),
    );
    for (const u of [0.01, 0.99]) {
      expect(fixed.works.loadingHours.quantile(u)).toBe(7 / 60);
      expect(fixed.road.timeFactor.quantile(u)).toBe(1);
      expect(fixed.yard.shuttleTimeFactor.quantile(u)).toBe(1);
      expect(fixed.fleet.payloadKg.quantile(u)).toBe(32_000);
      expect(fixed.gate.manualCheckHours.quantile(u)).toBe(0);
    }
  });

  test('congestion in the peak hours only', () => {
    const { congestionByHour } = inputs.road;
    expect(congestionByHour).toHaveLength(24);
    expect(congestionByHour.flatMap((factor, hour) => (factor === 1.15 ? [hour] : []))).toEqual([7, 8, 17, 18]);
    expect(congestionByHour.filter((factor) => factor === 1)).toHaveLength(20);
  });

  test('nothing that disturbs trucks or works unless it is asked for', () => {
    const never = Number.POSITIVE_INFINITY;
    const { works, fleet, road, breakdowns } = toPortInputs(single);
    expect(works).toMatchObject({ weighIn: false, maintenanceHours: 0 });
    expect(breakdowns.worksLoader.mtbfHours).toBe(never);
    expect(fleet).toMatchObject({ driveLimitHours: never, refuelEveryKm: never, workFromHour: 0, workToHour: 24 });
    expect(road).toMatchObject({ incidentGapHours: never, curfewHours: [], incidentsClose: false });
  });

  test('rests, fuel, maintenance and incidents in hours where they are', () => {
    const { works, fleet, road, breakdowns } = toPortInputs(
      set(
        season,
        ...[
          'breakdowns.worksLoaderMtbf=300',
          'works.maintenanceEvery=20 d',
          'works.maintenanceTime=12',
          'fleet.restRule=true',
        ],
        ...['fleet.refuelEvery=600', 'fleet.refuelTime=15', 'road.incidentRate=12', 'road.incidentCv=0'],
      ),
    );
    expect(breakdowns.worksLoader.mtbfHours).toBe(300);
    expect(works).toMatchObject({ maintenanceEveryHours: 480, maintenanceHours: 12 });
    expect(fleet).toMatchObject({ driveLimitHours: 4, refuelEveryKm: 600, refuelHours: 0.25 });
    expect(fleet.restHours).toBeCloseTo(1 / 3, 12);
    expect(road.incidentGapHours).toBeCloseTo(730, 9);
    expect(road.incidentHours.quantile(0.9)).toBe(2);
  });

  test('an opening stock no larger than the warehouse, staging trucks no more than the fleet, an output no more than the whole', () => {
    const cut = toPortInputs(set(season, 'works.warehouseCapacity=40000', 'fleet.size=12', 'works.exportOutput=274'));
    expect(cut.works.openingStockKg).toBe(40_000_000);
    expect(cut.fleet.stagingTrucks).toBe(12);
    expect(cut.works.wholeOutputKgPerHour).toBe(274_000);
    expect(inputs.works.wholeOutputKgPerHour).toBeCloseTo(228_310.5, 1);
  });
});

describe('the settlement gets', () => {
  const terms = toTerms(season);

  test('prices and terms as they stand, fuel by kilometre, bands in order', () => {
    expect(terms).toMatchObject({ contract: 'FOB', cnyPerUsd: 7.1, interestPerYear: 0.05, fobUsdPerTonne: 9 });
    expect(terms.carbon).toMatchObject({
      truckLoadedLitresPerKm: 0.42,
      truckEmptyLitresPerKm: 0.27,
      diesel: { tankToWheel: 2.66, wellToWheel: 3.2 },
    });
    expect(terms.ship.pilotageYuanPerNt).toEqual([0.45, 0.4, 0.375]);
    expect(terms.ship.tonnageDuesYuanPerNt).toEqual([1.5, 2.9, 3.3, 3.8]);
    expect(terms.laytime.demurrageUsdPerDay).toEqual({ handysize: 12_000, supramax: 16_000, panamax: 15_000 });
    expect(terms.handling.covers).toEqual(['stacking', 'shipLoading']);
  });

  test('what is set of laytime, haulage, storage, dues and carbon', () => {
    const by = set(
      season,
      ...[
        'contract.laytimeAllowance=ratePerCrane',
        'quay.cranesPerCall=2',
        'contract.regime=SHEX-UU',
        'contract.exceptions=[ice, survey]',
        'haulage.basis=hourKm',
        'storage.secondBandLength=5 d',
        'storage.thirdBandPrice=0.4',
        'tariffs.tonnageDuesLicence=90d',
        'carbon.craneElectricity=0.5 kWh/t',
        'carbon.shipFuelAlongside=2 t/d',
      ],
    );
    const { laytime, haulage, storage, ship, carbon } = toTerms(by);
    expect(laytime).toMatchObject({ allowance: 'ratePerCrane', cranes: 2, regime: 'SHEX-UU' });
    // New Year's Day, 16 days after the clock's opening; the settlement knows no day after its closing.
    expect(laytime.holidays[0]).toBe(16);
    expect(laytime.exceptions).toEqual(['survey', 'ice']);
    expect(haulage.basis).toBe('hourKm');
    expect(storage.bands.map(({ days, yuanPerTonneDay }) => [days, yuanPerTonneDay])).toEqual([
      [10, 0.3],
      [5, 0.5],
      [Number.POSITIVE_INFINITY, 0.4],
    ]);
    expect(ship.tonnageDuesLicence).toBe('90d');
    expect(carbon).toMatchObject({ craneKwhPerTonne: 0.5, shipFuelTonnesPerBerthDay: 2 });
  });

  test('the weekday on which the clock opens', () => {
    expect(terms.laytime.openingWeekday).toBe(6); // Saturday 16 December 2023
    expect(toTerms(set(season, 'calls.clockOpening=15')).laytime.openingWeekday).toBe(0);
  });
});

test('every parameter reaches the model or the settlement', () => {
  const seen = new Set<string>();
  const parameters = new Proxy(season.parameters, {
    get: (target, key) => {
      seen.add(String(key));
      return Reflect.get(target, key);
    },
  });
  toPortInputs({ ...season, parameters });
  toTerms({ ...season, parameters });
  expect([...seen].sort()).toEqual([...PARAMETER_KEYS].sort());
});
