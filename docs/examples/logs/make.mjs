// Makes the logs of this folder by simulating a port whose gate, road, trucks and ships are not the catalogue's. They are
// synthetic: no truck or ship in them ever was. Seed 20240301, replication 0, mode direct. After `npm run build`:
//   node docs/examples/logs/make.mjs [folder to write into]
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { applyOverrides, makeWorld, parseScenario, recordSeason, toPortInputs } from '../../../dist/index.js';
import { TRUCK_PLACES } from '../../../dist/port/index.js';

const SEED = 20240301;
/** What is true of the port that the logs are of. */
const TRUTH = [
  'gate.serviceTime={ lognormal: { mean: 52 s, cv: 0.45 } }',
  'road.speedLoaded=24 km/h',
  'road.speedEmpty=31 km/h',
  'road.peakFactor=1.35',
  'fleet.payload=31.2 t',
  'fleet.payloadSd=0.6 t',
  'calls.arrivalDeviationSd=26 h',
];

const folder = new URL('./', import.meta.url);
const [, , given] = process.argv;
const into = given === undefined ? folder : pathToFileURL(`${given}/`);
const read = parseScenario(readFileSync(new URL('own-port.yaml', folder), 'utf8'), 'own-port.yaml');
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const set = applyOverrides(read.scenario, TRUTH);
if (!set.ok) throw new Error(JSON.stringify(set.problems));
const inputs = toPortInputs(set.scenario);
const { facts, recording } = recordSeason(inputs, 'direct', makeWorld(inputs, SEED, 0));
const opening = Date.UTC(2024, 2, 1) - inputs.season.openingHours * 3_600_000;

/** An hour of the clock as the log's clock shows it. */
const at = (/** @type {number} */ hours, seconds = true) => {
  const text = new Date(opening + Math.round(hours * 3600) * 1000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, seconds ? 19 : 16)}`;
};
const NAMES = ['海丰', '昌盛', '永顺', '宏达', '远航', '新港', '盛达', '安泰', '顺和', '鑫海', '德隆', '恒通'];
const ship = (/** @type {number} */ call) => `${NAMES[call % NAMES.length]}${6 + call}`;

/** @type {string[]} */
const trucks = [];
const { trips, stages } = recording;
for (let trip = 0; trip < trips.count; trip++) {
  /**
   * When it came to a place on this trip, or left it for the next.
   *
   * @param {string} place
   * @param {0 | 1} later
   */
  const came = (place, later = 0) => {
    for (let stage = trips.stages[trip] ?? 0; stage < (trips.stages[trip + 1] ?? 0); stage++) {
      if (TRUCK_PLACES[stages.place[stage] ?? -1] === place) return stages.from[stage + later] ?? Number.NaN;
    }
    return Number.NaN;
  };
  const net = Math.round((trips.kg[trip] ?? 0) / 20) * 20;
  const tare = 15_600 + ((trips.truck[trip] ?? 0) % 9) * 60;
  trucks.push(
    [
      `辽H${String(70_000 + (trips.truck[trip] ?? 0) * 137).slice(0, 5)}`,
      ship(trips.call[trip] ?? 0),
      at(trips.sent[trip] ?? 0),
      at(came('roadLoaded')),
      at(came('gateLine') || came('gate')),
      at(came('gate', 1)),
      at(came('roadEmpty')),
      net + tare,
      tare,
    ].join(','),
  );
}
// A log as logs are: a row twice, a time that was typed wrong, a plate alone.
trucks.splice(40, 0, trucks[12] ?? '');
trucks.splice(
  90,
  0,
  (trucks[90] ?? '').replace(/[\d-]+ [\d:]+(,\d{5},\d{5})$/u, '2024-03-06 03:05:00$1'),
  '辽H70000,,,,,,,,',
);
writeFileSync(
  new URL('gate.csv', into),
  `车牌号,船名,进厂时间,出厂时间,到闸时间,进港时间,出港时间,毛重,皮重\n${trucks.join('\n')}\n`,
);

const calls = facts.calls.map(
  ({ index, laycan, arrived, alongside, loadingStarted, loadingCompleted, sailed, cargoKg }) =>
    [
      ship(index),
      at(laycan, false),
      at(arrived, false),
      at(alongside, false),
      at(loadingStarted, false),
      at(loadingCompleted, false),
      at(sailed, false),
      '粒化高炉矿渣',
      cargoKg / 1000,
      inputs.quay.cranesPerCall,
    ].join(';'),
);
writeFileSync(
  new URL('calls.csv', into),
  `船名;受载期;抵锚时间;靠泊时间;开装时间;完船时间;离泊时间;货种;吨数;门机台数\n${calls.join('\n')}\n`,
);
writeFileSync(
  new URL('tariff.csv', into),
  '收费项目,单价,计费单位\n倒运费,4.6,元/吨\n报关费,260,元/份\n查验费用,1800,元/次\n清洗费,300,元/次\n',
);
