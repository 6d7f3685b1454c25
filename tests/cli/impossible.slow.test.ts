import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
/** Days the clock runs on, so that a season that cannot be served ends soon. */
const SOON = 'calls.clockClosing=5';

function compare(settings: readonly string[], file = small) {
  const set = settings.flatMap((setting) => ['--set', setting]);
  return inProcess(['compare', file, ...set, '--replications', '1', '--quiet', '--json', ...ONE_THREAD]);
}

/** One line each that says what is wrong, nothing on stdout. */
async function refusal(settings: readonly string[], file = small): Promise<string> {
  const { status, stdout, stderr } = await compare(settings, file);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.join('\n')).not.toMatch(/^\s+at |NaN|undefined|Infinity/mu);
  return stderr.join('\n');
}

describe('a scenario that cannot be is refused before it is run', () => {
  test.each([
    [
      'a cargo above what the works can make',
      ['works.openingStock=0', 'works.exportOutput=2', 'works.reserve=0'],
      /works\.exportOutput: expected at least [\d.]+ t\/h, .*found 2 t\/h/,
    ],
    [
      'a draught above any tide',
      ['harbour.channelDepth=2'],
      /harbour\.channelDepth: expected at least [\d.]+ m, .*the tide lasts.*found 2 m/,
    ],
    ['a fleet of none', ['fleet.size=0'], /fleet\.size: expected a whole number.*at least 1.*found "0"/],
    [
      'a yard smaller than a cargo',
      ['yard.capacity=4000'],
      /yard\.capacity: expected at least .*largest cargo.*found 4000 t/,
    ],
    [
      'a yard smaller than a cargo and the reserve',
      ['yard.capacity=6000', 'fallback.reserve=1500'],
      /yard\.capacity: expected at least/,
    ],
    [
      'a curfew that never lifts',
      [`road.curfewHours=[${Array.from({ length: 24 }, (_, hour) => hour)}]`],
      /road\.curfewHours: expected .*found 24 h/,
    ],
    ['no lane', ['gate.lanes=0'], /gate\.lanes: .*at least 1/],
    ['no berth', ['quay.berths=0'], /quay\.berths: .*at least 1/],
    ['no crane', ['quay.cranesPerCall=0'], /quay\.cranesPerCall: .*at least 1/],
    [
      'no bay with every lot inspected',
      ['customs.inspectionBays=0', 'customs.inspectionProbability=1'],
      /customs\.inspectionBays: .*at least 1/,
    ],
    ['nothing but weather', ['weather.stopShare=1'], /weather\.stopShare: .*at most 0\.9/],
    [
      'ice all the year',
      ['weather.model=byKind', 'weather.iceDays=365', 'weather.iceStops=[pilotage]'],
      /weather\.iceDays: expected at most the most of any month.* 0\.95, found/,
    ],
    [
      'hours that never open',
      ['shifts.quayOpens=8', 'shifts.quayCloses=8'],
      /shifts\.quayCloses: expected above shifts\.quayOpens/,
    ],
    ['crews that only change over', ['shifts.changeoverTime=12'], /shifts\.changeoverTime: expected below/],
    [
      'an office that never opens',
      ['customs.officeOpens=17', 'customs.officeCloses=9'],
      /customs\.officeCloses: expected above/,
    ],
    [
      'trucks that are sent at no hour',
      ['fleet.workFrom=20', 'fleet.workTo=6'],
      /fleet\.workTo: expected above fleet\.workFrom/,
    ],
    [
      'works that are maintained all the time',
      ['works.maintenanceEvery=1', 'works.maintenanceTime=24'],
      /works\.maintenanceTime: expected below/,
    ],
    [
      'a truck that no hopper can take',
      ['quay.gear=hoppers', 'quay.hopperCapacity=20'],
      /quay\.hopperCapacity: expected at least/,
    ],
    [
      'a warehouse that no truck can be loaded from',
      ['fleet.payload=200', 'works.warehouseCapacity=150'],
      /works\.warehouseCapacity: expected at least/,
    ],
    [
      'staging that begins before the clock',
      ['yard.stagingLead=30'],
      /yard\.stagingLead: expected at most calls\.clockOpening/,
    ],
    ['loads that might weigh nothing', ['fleet.payload=1', 'fleet.payloadSd=1'], /fleet\.payloadSd: expected below/],
    [
      'a million machines that fail every hour',
      ['quay.berths=1000', 'quay.cranesPerCall=100', 'breakdowns.craneMtbf=1'],
      /at most 5,?000,?000/,
    ],
  ] as const)('%s', async (_, settings, line) => {
    expect(await refusal(settings)).toMatch(line);
  });
});

describe('a scenario that turns out not to work tells who waits for what since when', () => {
  const days = Array.from({ length: 31 }, (_, day) => `2024-01-${String(day + 1).padStart(2, '0')}`);
  const holidays = folder.file(
    'holidays.yaml',
    `${smallText()}  shifts:
    holidays: { value: [${days}, 2024-02-01, 2024-02-02, 2024-02-03, 2024-02-04, 2024-02-05], standing: assumed }
    makeUpDays: { value: [], standing: assumed }
`,
  );
  const since = / since 20\d\d-\d\d-\d\d \d\d:\d\d/u;

  test.each([
    ['all days holidays, and the quay rests', ['shifts.holidayRest=[quay]', SOON], /her cargo to be aboard/, holidays],
    [
      'all days holidays, and the office rests',
      ['customs.officeDays=exceptHolidays', SOON],
      /released cargo|customs' release|work under way/,
      holidays,
    ],
    ['a berth that others never leave', ['traffic.arrivals=24', 'traffic.stay=1000', SOON], /for a berth/, small],
    [
      'a road that takes months',
      ['road.distance=5000', 'road.speedLoaded=1', SOON],
      /work under way|fewer trucks under way|a free truck/,
      small,
    ],
    [
      'a crane that pours a tonne an hour',
      ['quay.craneRate=1', 'quay.cranesPerCall=1', SOON],
      /her cargo to be aboard|room at the ship's side/,
      small,
    ],
    [
      'inspections of six weeks',
      ['customs.inspectionProbability=1', 'customs.inspectionTime=1000', SOON],
      /customs' release|released cargo|work under way/,
      small,
    ],
    [
      'a fleet that is always at the pump',
      ['fleet.size=1', 'fleet.refuelEvery=1', 'fleet.refuelTime=1440', SOON],
      /a free truck/,
      small,
    ],
    [
      'works that run out',
      ['works.openingStock=1000', 'works.exportOutput=8.7', 'works.reserve=0', 'calls.clockClosing=1'],
      /slag in the works' warehouse/,
      small,
    ],
    [
      'incidents that never end',
      ['road.incidentRate=8760', 'road.incidentTime=1000', 'road.incidentsClose=true', SOON],
      /work under way|a free truck|fewer trucks under way/,
      small,
    ],
    [
      'a laboratory of three months that holds the cargo',
      [
        'customs.inspectionProbability=1',
        'customs.sampledShare=1',
        'customs.laboratoryTime=2000',
        'customs.laboratoryHolds=true',
        SOON,
      ],
      /customs' release|released cargo|work under way/,
      small,
    ],
  ] as const)('%s', async (_, settings, waits, file) => {
    const line = await refusal(settings, file);
    expect(line.split('\n').filter((one) => one.startsWith('The scenario cannot be served: '))).toHaveLength(1);
    expect(line).toMatch(/\d of 3 ships had not sailed when the clock closed at 2024-0\d-\d\d \d\d:\d\d/u);
    expect(line).toMatch(waits);
    expect(line).toMatch(since);
  });
});

describe('what cannot happen at all is nothing, and no number that is none', () => {
  test.each([
    [
      'no weather, no failures, no inspections',
      ['weather.stopShare=0', 'breakdowns.craneMtbf=1000000000', 'customs.inspectionProbability=0'],
    ],
    [
      'every price nought',
      ['handling.packagePrice=0', 'haulage.truckPrice=0', 'handling.secondHaulPrice=0', 'contract.cnyPerUsd=0.001'],
    ],
    [
      'services without spread that take no time',
      ['service.timeCv=0', 'gate.serviceTime=0', 'works.weighingTime=0', 'vessel.surveyTime=0'],
    ],
    ['a yard that loses half', ['yard.cycleLoss=0.5', 'yard.capacity=20000']],
    [
      'every spread as wide as can be',
      [
        'service.timeCv=10',
        'road.timeCv=10',
        'customs.reviewCv=10',
        'weather.stopCv=10',
        'breakdowns.repairCv=10',
        'calls.clockClosing=400',
      ],
    ],
  ] as const)('%s', async (_, settings) => {
    const { status, stdout, stderr } = await compare(settings);
    expect(stderr.filter((line) => !line.includes('warning'))).toEqual([]);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/NaN|Infinity|undefined/u);
    const { measures, massBalance } = JSON.parse(stdout);
    for (const mode of ['staged', 'direct'] as const) {
      expect(measures['vessel.portHours'][mode].mean).toBeGreaterThan(0);
      expect(massBalance[mode].residual).toBe(0);
    }
  });
});
