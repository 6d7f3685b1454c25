import { STANDING_WORDS } from '../scenario/index.ts';
import { attributeInEnglish } from './attribute-words.en.ts';
import { calibrateInEnglish } from './calibrate-words.en.ts';
import { designInEnglish } from './design-words.en.ts';
import { hoursInEnglish } from './hours-words.en.ts';
import { laytimeInEnglish } from './laytime-words.en.ts';
import type { Amount, MeasureUnit, Messages, Scale, VerdictClauses } from './messages.ts';
import { precisionInEnglish } from './precision-words.en.ts';
import { uncertaintyInEnglish } from './uncertainty-words.en.ts';
import { unfinishedInEnglish } from './unfinished-words.en.ts';
import { varianceInEnglish } from './variance-words.en.ts';
import { variantsInEnglish } from './variant-words.en.ts';
import { verifyInEnglish } from './verify-words.en.ts';

const one = (unit: string, decimals: number, factor = 1): readonly Scale[] => [{ from: 0, factor, decimals, unit }];

const SCALES: Readonly<Record<MeasureUnit, readonly Scale[]>> = {
  'yuan/t': one('yuan/t', 2),
  yuan: [
    { from: 1e6, factor: 1e-6, decimals: 2, unit: 'million yuan' },
    { from: 1e4, factor: 1e-3, decimals: 1, unit: 'thousand yuan' },
    { from: 0, factor: 1, decimals: 0, unit: 'yuan' },
  ],
  h: [
    { from: 10, factor: 1, decimals: 1, unit: 'h' },
    { from: 0, factor: 1, decimals: 2, unit: 'h' },
  ],
  '1/h': one('trucks/h', 1),
  '1': one('%', 1, 100),
  t: one('t', 0),
  't/h': one('t/h', 0),
  'kg CO2e/t': one('kg CO2e/t', 2),
  calls: one('calls', 0),
};

/** The mean of a saving, its interval after it. */
const saved = (verbs: { readonly gain: string; readonly loss: string }, { side, value, interval }: Amount) =>
  `${verbs[side]} ${value}${side === 'loss' ? ' more' : ''}${interval === null ? '' : ` (${interval})`}`;

const NOW = { gain: 'saves', loss: 'costs' } as const;
const BEFORE = { gain: 'saved', loss: 'cost' } as const;

const VERDICT: VerdictClauses = {
  rivals: { direct: 'Direct loading', hybrid: 'Hybrid loading' },
  saving: (rival, sureness, saving, total) => {
    const sure = 'as far as the simulation goes that is sure: the interval excludes 0';
    const { value, interval } = saving;
    return {
      gain: `${rival} saves the shipper ${value} (${interval}), ${total} in all, and ${sure}`,
      loss: `${rival} costs the shipper ${value} more (${interval}), ${total} in all, and ${sure}`,
      unsure: `Whether ${rival.toLowerCase()} saves the shipper anything is not sure: on average it ${saved(NOW, saving)}, ${total} in all, and the interval includes 0`,
      unknown: `On average ${rival.toLowerCase()} ${saved(NOW, saving)}, ${total} in all, but too few replications give no interval, so nothing is sure`,
    }[sureness];
  },
  fittedElsewhere: (unfitted) =>
    `a parameter in it was fitted on the file without what is set here; unfitted it ${saved(NOW, unfitted)}`,
  fitted: (unfitted) =>
    `that is fitted to the published saving, not confirmed by it; before fitting it ${saved(BEFORE, unfitted)}`,
  hours: (sureness, { side, value, interval }) => {
    const told = `each ship ${side === 'gain' ? 'saves' : 'loses'} ${value} in port`;
    return {
      gain: `${told} (${interval})`,
      loss: `${told} (${interval})`,
      unsure: `whether ships save or lose time in port is not sure: on average ${told} (${interval})`,
      unknown: `on average ${told}`,
    }[sureness];
  },
  lossShare: (rival, share) => `on ${share} of the calls ${rival.toLowerCase()} costs the shipper more`,
  meaning: (confidence, replications) =>
    `in brackets: ${confidence} intervals over ${replications} replications, simulation error only, what unsourced inputs add is not in them`,
  join: (clauses) => `${clauses.join('; ')}.`,
};

/** What reports say in English. */
export const english: Messages = {
  measures: {
    'saving.perTonne': "Shipper's saving per tonne",
    'saving.total': "Shipper's saving in all",
    'saving.portCharges.perTonne': 'Port charges saved per tonne',
    'saving.system.perTonne': 'Resources saved per tonne, all',
    'saving.lossShare': 'Calls on which direct costs more',
    'cost.perTonne': "Shipper's cost per tonne",
    'truck.firstToLoadingHours': 'First truck, works to ship',
    'truck.factoryToLoadingHours': 'All trucks, works to ship',
    'truck.turnHours': 'Truck round trip',
    'truck.waitHours': 'Truck waiting per round trip',
    'truck.peakPerHour': 'Busiest hour at the port gate',
    'cargo.portDwellHours': 'Cargo in port',
    'vessel.portHours': 'Ship in port',
    'vessel.waitHours': 'Ship waiting for berth',
    'vessel.berthHours': 'Ship alongside',
    'vessel.portHours.p90': 'Ship in port, 90th percentile',
    'vessel.missedLaycans': 'Ships that missed their laycan',
    'crane.idleForCargoHours': 'Crane hours short of cargo',
    'berth.occupancy': 'Berth occupancy',
    'demurrage.perCall': 'Demurrage per call (despatch < 0)',
    'demurrage.probability': 'Calls on demurrage',
    'customs.releaseHours': 'Arrival to customs release',
    'yard.peakTonnes': 'Highest stack in the yard',
    'works.fullHours': 'Works stopped, warehouse full, in all',
    'works.turnedAwayTonnes': 'Output lost to a full warehouse',
    'works.shortHours': 'Trucks short of stock, in all',
    'fleet.idleShare': 'Trucks idle at the works',
    'fleet.waitHours': 'Truck hours waited per call',
    'fleet.hiredHours': 'Truck hours hired per call',
    'carbon.perTonne': 'Carbon per tonne, well to wheel',
    'carbon.tankToWheel.perTonne': 'Carbon per tonne, tank to wheel',
  },
  facts: { 'calls.count': 'Calls', 'calls.tonnes': 'Tonnes aboard' },
  unfitted: 'The same, unfitted',
  otherReading: 'The same, as port charges',
  otherReadingVerdict: 'the other reading',
  items: {
    haul: 'truck haul',
    haulHours: 'truck haul by the hour',
    haulKilometres: 'truck haul by the kilometre',
    detention: 'detention',
    detentionUnbilled: 'detention not billed',
    hiredTrucks: 'hired trucks',
    worksLoading: 'loading at the works',
    portPackage: 'port handling package',
    directDiscount: 'discount for direct loading',
    secondHaul: 'second haul and reclaim',
    shuttleHaul: 'hired shuttles',
    shuttleDetention: 'detention of hired shuttles',
    storageFirstBand: 'storage, first band',
    storageSecondBand: 'storage, second band',
    storageThirdBand: 'storage, third band',
    cargoLoss: 'cargo lost',
    capital: 'capital tied up',
    declarations: 'declarations',
    amendments: 'amendments of declarations',
    inspections: 'inspections',
    cargoDues: 'cargo port dues',
    berthage: 'berthage',
    nonProductiveBerthage: 'non-productive berthage',
    anchorage: 'anchorage',
    pilotage: 'pilotage',
    tugs: 'tugs',
    shifting: 'shifting in port',
    tonnageDues: 'tonnage dues',
    demurrage: 'demurrage',
    despatch: 'despatch',
    carbon: 'carbon',
    truckHours: 'truck hours',
    shuttleHours: 'shuttle truck hours',
    worksLoaderHours: "works' loader hours",
    yardLoaderHours: 'yard loader hours',
    craneHours: 'crane hours',
    shipHours: 'ship hours',
  },
  parties: {
    shipper: 'shipper',
    haulier: 'haulier',
    port: 'port',
    ship: 'ship',
    buyer: 'buyer',
    state: 'state',
    society: 'society',
  },
  kinds: { resource: 'resource', transfer: 'transfer' },
  modes: { staged: 'staged', direct: 'direct', hybrid: 'hybrid' },
  verdicts: {
    fitted: 'fitted to, not confirmed',
    agrees: 'agrees',
    above: 'above',
    below: 'below',
    notComparable: 'no verdict',
  },
  boundVerdicts: { atMost: 'not exceeded', atLeast: 'reached' },
  standings: STANDING_WORDS.en,
  scales: SCALES,
  headings: {
    verdict: 'Verdict',
    measures: 'Key measures',
    ledger: 'Ledger by payer, yuan/t',
    parties: 'For whom: what each party pays less what it earns, yuan/t',
    carbon: 'Carbon by machine and fuel, per tonne aboard',
    published: 'Published against simulated',
    checks: 'Checks',
    provenance: 'Provenance',
    unsourced: 'Parameters assumed or recalled',
    preview: 'Preview',
  },
  columns: {
    difference: 'staged-direct',
    interval: (confidence) => `its ${confidence} interval`,
    meanInterval: (confidence) => `${confidence} interval`,
    unit: 'unit',
    mean: 'mean',
    lessVariant: 'base-variant',
    published: 'published',
    simulated: 'simulated',
    verdict: 'verdict',
    value: 'value',
    range: 'range',
    key: 'key',
  },
  verdict: VERDICT,
  notes: {
    sign: 'A difference above 0: direct loading needs less. * its interval excludes 0.',
    ledger: 'Items under 0.005 yuan/t in every column are left out.',
    shipperCost: "shipper's net = cost per tonne",
    earns: (item) => `earns: ${item}`,
    paidTo: (party, kind) => `to ${party}, ${kind}`,
    earnedFrom: (party, kind) => `from ${party}, ${kind}`,
    parties: 'The parties together pay what is used up; what the sum does not save, one party gains from another.',
    system: 'resources, all',
    massClosed: (mode, { opening, produced, loaded, lost, closing, underway }) =>
      `Mass balance, ${mode}, closes: opening ${opening} + produced ${produced} = aboard ${loaded} + lost ${lost} + closing ${closing} + under way ${underway} t.`,
    massOpen: (mode, { residual }) =>
      `Mass balance, ${mode}, does NOT close, by up to ${residual} t: a fault of the program, please report it.`,
    unsourced: (unsourced, count, assumed, recalled) =>
      `${unsourced} of ${count} parameters are assumed (${assumed}) or recalled (${recalled}); what they may change is not in the intervals above.`,
    lookUp: (command) => `Listed by: ${command}`,
    fitted: (list) => `Fitted: ${list.map(({ key, prior, value }) => `${key} ${prior} -> ${value}`).join(', ')}.`,
    season: (calls, tonnes, start, end) =>
      `${calls} ${calls === '1' ? 'call' : 'calls'}, ${tonnes}, ${start} to ${end}`,
    overrides: (list) => `set on the command line: ${list.join(', ')}`,
    about: (heading, what) => `${heading} (${what})`,
    run: (hash, seed, replications, version) =>
      `scenario hash ${hash}, seed ${seed}, ${replications} ${replications === '1' ? 'replication' : 'replications'}, zhizhuang ${version}`,
    repeat: (command) => `repeat: ${command}`,
    base: (name) => `The base is ${name}; differences are base less variant.`,
    identical: (name) => `${name}: every difference from the base is exactly 0.`,
    between: (low, high) => `${low} to ${high}`,
    atMost: (value) => `at most ${value}`,
    atLeast: (value) => `at least ${value}`,
  },
  carbon: {
    columns: ['fuel', '', 'burnt, kg CO2e', 'with its making, kg CO2e'],
    emitters: {
      truckLoaded: 'trucks, loaded',
      truckEmpty: 'trucks, empty',
      truckIdle: 'trucks, waiting',
      shuttleLoaded: 'shuttles, loaded',
      shuttleEmpty: 'shuttles, empty',
      shuttleIdle: 'shuttles, waiting',
      worksLoader: "works' loaders",
      yardLoader: 'yard loaders',
      crane: 'quay cranes',
      shipAlongside: 'ship alongside',
      shipAtAnchor: 'ship at anchor',
    },
    fuels: { diesel: 'diesel', electricity: 'electricity', marineGasOil: 'marine gas oil' },
    fuelUnits: { L: 'L', kWh: 'kWh', t: 't' },
    total: 'all machines',
  },
  preview: {
    largest: 'Largest cargo',
    trips: 'Truck loads from the works',
    worksLoaders: "Works' loaders can load",
    fleet: 'Trucks of one call can carry',
    cranes: 'Cranes of one call',
    direct: 'Direct loading, the least of them',
    atBest: 'at best',
    overDays: 'over days',
    shortest: 'Largest cargo, shortest loading',
    trucks: 'Trucks that serve one call, at most',
    trucksNeeded: 'Trucks its cranes need, at least',
    berthUse: 'Berth use at the rate over days',
    note: "For the largest cargo. At best: everything runs, services take their mean, nothing pauses, stops or waits; the shortest loading, from ready to completed, allows for trucks that stand loaded when she is ready. Over days: with hatch changes, crews' breaks, opening and working hours, curfews, rests, filling up and rush hours, and with breakdowns and weather in the mean. Neither knows of queues, customs, short stock, other ships, tides, holidays and incidents: what is simulated is slower.",
    standings: (list) => `Parameters by standing: ${list.join(', ')}`,
    valid: 'The scenario is valid.',
  },
  unfinished: unfinishedInEnglish,
  laytime: laytimeInEnglish,
  hours: hoursInEnglish,
  design: designInEnglish,
  verify: verifyInEnglish,
  uncertainty: uncertaintyInEnglish,
  attribute: attributeInEnglish,
  variants: variantsInEnglish,
  precision: precisionInEnglish,
  variance: varianceInEnglish,
  calibrate: calibrateInEnglish,
};
