import { describe, expect, test } from 'vitest';
import { measure, quantitiesOf, summarise } from '../../src/history/index.ts';
import { cutNormal, type Distribution, erlang, exponential, lognormal, RandomStreams } from '../../src/random/index.ts';
import { instantText, parseInstant } from '../../src/scenario/index.ts';
import { scenarioOf, shippedText } from '../scenario/example.ts';
import { logOf } from './read.ts';

const scenario = scenarioOf(shippedText('bayuquan-2024'));
const START = parseInstant('2024-03-01T00:00') ?? 0;

/** An instant to the second. */
function at(hours: number): string {
  const minutes = Math.floor(hours * 60 + 1e-7);
  return `${instantText(minutes / 60)}:${String(Math.floor((hours * 60 - minutes) * 60 + 1e-5)).padStart(2, '0')}`;
}

function draws(cause: string) {
  const stream = new RandomStreams(4711, 0).stream(cause);
  return (law: Distribution) => law.quantile(stream.next());
}

/** A parameter as the texts measure it. */
function measured(key: string, ...texts: readonly string[]) {
  const found = measure(quantitiesOf(texts.map((text) => logOf(text))), scenario).find((one) => one.key === key);
  if (found === undefined) throw new Error(`${key} is not measured`);
  return found;
}

describe('what made a log is found again', () => {
  const TRUCKS = 4000;
  // Two lanes, served in order: what a truck spends at the gate holds its queueing.
  const draw = draws('gate');
  let [now, gate] = [START, ''];
  const free = [START, START];
  for (let truck = 0; truck < TRUCKS; truck++) {
    now += draw(exponential(40 / 3600));
    const lane = (free[0] as number) <= (free[1] as number) ? 0 : 1;
    const passed = Math.max(now, free[lane] as number) + draw(lognormal(45 / 3600, 0.3));
    free[lane] = passed;
    gate += `辽H${truck % 60},${at(now)},${at(passed)},${at(passed + draw(lognormal(0.4, 0.5)))}\n`;
  }
  const gateLog = `车牌号,到闸时间,进港时间,出港时间\n${gate}`;

  test('the time in a gate lane, without the queue', () => {
    // 13.5 s over √(about 2,000 free lanes' worth) is 0.3 s, and cells are cut to whole seconds: 6 standard errors are 2 s.
    const { value, low, high } = measured('gate.serviceTime', gateLog);
    expect(Math.abs(value - 45)).toBeLessThan(2);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });

  test('the law of the stay in port is the best by AIC, and close', () => {
    const stay = quantitiesOf([logOf(gateLog)]).find(({ id }) => id === 'port.stay');
    if (stay === undefined) throw new Error('no stay');
    const { laws, mean } = summarise(stay, 1);
    // 0.2 h over √4000 is 0.0032 h; 6 of them.
    expect(Math.abs(mean - 0.4)).toBeLessThan(0.02);
    expect(laws[0]?.name).toBe('lognormal');
    expect(laws[0]?.verdict).not.toBe('poor');
    // The cv's standard error is about 0.5/√(2·4000)·1.2 = 0.007; 6 of them.
    expect(Math.abs((laws[0]?.parameters.cv ?? 0) - 0.5)).toBeLessThan(0.042);
  });

  test('payload and its spread, from gross and tare', () => {
    const load = draws('payload');
    const rows = Array.from({ length: 3000 }, (_, i) => {
      const tare = 15_500 + (i % 7) * 100;
      const net = Math.round(load(cutNormal(31_400, 600)));
      return `辽H${i},${at(START + i / 20)},${tare + net},${tare},${net}`;
    });
    const text = `车牌号;过磅时间;毛重(kg);皮重(kg);净重(kg)\n${rows.join('\n').replaceAll(',', ';')}\n`;
    // 600 kg over √3000 is 11 kg, of the standard deviation 8 kg; 6 of them, in tonnes.
    expect(Math.abs(measured('fleet.payload', text).value - 31.4)).toBeLessThan(0.066);
    expect(Math.abs(measured('fleet.payloadSd', text).value - 0.6)).toBeLessThan(0.048);
  });

  test('speeds, peak factor and spread, by plates over two logs', () => {
    const drive = draws('road');
    const peak = (hours: number) => [7, 8, 17, 18].includes(Math.floor(hours) % 24);
    const [works, port]: [string[], string[]] = [[], []];
    for (let trip = 0; trip < 3000; trip++) {
      const plate = `A${trip % 50}`;
      const out = START + Math.floor(trip / 50) * 4 + (trip % 50) * 0.07;
      const there = out + (8 / 32) * (peak(out) ? 1.3 : 1) * drive(lognormal(1, 0.25));
      const left = there + 0.5;
      const back = left + (8 / 40) * drive(lognormal(1, 0.25));
      // One log writes plates small.
      works.push(`${plate.toLowerCase()},,${at(out)}`, `${plate},${at(back)},`);
      port.push(`${plate},${at(there)},${at(left)}`);
    }
    const texts = [`车牌号,进厂时间,出厂时间\n${works.join('\n')}\n`, `车牌号,进港时间,出港时间\n${port.join('\n')}\n`];
    // 25 % over √2500 free-flow drives is 0.5 %, over √500 peak ones 1.1 %; 6 of them.
    expect(Math.abs(measured('road.speedLoaded', ...texts).value / 32 - 1)).toBeLessThan(0.03);
    expect(Math.abs(measured('road.speedEmpty', ...texts).value / 40 - 1)).toBeLessThan(0.03);
    expect(Math.abs(measured('road.peakFactor', ...texts).value / 1.3 - 1)).toBeLessThan(0.073);
    expect(Math.abs(measured('road.timeCv', ...texts).value - 0.25)).toBeLessThan(0.03);
  });

  test('arrival deviation, regularity of laycans and berthing, from a list of calls', () => {
    const ship = draws('ships');
    let laycan = START;
    const rows = Array.from({ length: 2000 }, () => {
      laycan += ship(erlang(3, 100));
      const arrived = laycan + ship(cutNormal(4, 18));
      const pilot = arrived + 30;
      const berthed = pilot + ship(lognormal(2.5, 0.2));
      return `海丰,${at(laycan)},${at(arrived)},${at(pilot)},${at(berthed)},${at(berthed + 1)},${at(berthed + 41)},${at(berthed + 43)},24000,3`;
    });
    const text = `船名,受载期,抵锚时间,引航员登轮时间,靠泊时间,开装时间,完船时间,离泊时间,吨数,门机台数\n${rows.join('\n')}\n`;
    // 18 h over √4000 is 0.28 h; 6 of them.
    expect(Math.abs(measured('calls.arrivalDeviationSd', text).value - 18)).toBeLessThan(1.7);
    expect(measured('calls.laycanShape', text).value).toBe(3);
    expect(Math.abs(measured('vessel.berthingTime', text).value - 2.5)).toBeLessThan(0.07);
    // 24,000 t in 40 h with 3 cranes, over the nine tenths of the time that they are not changing hatches.
    expect(measured('quay.craneRate', text)).toMatchObject({ value: 222.2, reservation: 'bound' });
  });

  test('the road, from positions every half minute', () => {
    const fixes: string[] = [];
    for (let trip = 0; trip < 12; trip++) {
      for (let step = 0; step <= 60; step++) {
        const way = trip % 2 === 0 ? step : 60 - step;
        const [east, north] = [122.1 + way * 0.0015, 40.2 + way * 0.0005];
        fixes.push(`A,${at(START + trip + step / 120)},${east.toFixed(5)},${north.toFixed(5)}`);
      }
    }
    const log = logOf(`车牌,定位时间,经度,纬度\n${fixes.join('\n')}\n`);
    const place = (way: number) => ({ latitude: 40.2 + way * 0.0005, longitude: 122.1 + way * 0.0015, radiusKm: 0.3 });
    const found = measure(quantitiesOf([log], { works: place(0), port: place(60) }), scenario);
    const value = (key: string) => found.find((one) => one.key === key)?.value ?? Number.NaN;
    // 0.09° east at 40.2° north are 7.64 km, 0.03° north 3.34 km: 8.34 km, less two radii at each end's rim.
    expect(value('road.distance')).toBeGreaterThan(7.5);
    expect(value('road.distance')).toBeLessThan(8.4);
    expect(found.find(({ key }) => key === 'road.speedLoaded')?.reservation).toBe('few');
  });
});

test('what is too coarse or too little is said, and what does not differ has no law', () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `A${i},2024-03-05 ${10 + i}:00,2024-03-05 ${10 + i}:01,2024-03-05 ${10 + i}:31`,
  );
  const text = `车牌号,到闸时间,进港时间,出港时间\n${rows.join('\n')}\n`;
  expect(measured('gate.serviceTime', text).reservation).toBe('coarse');
  expect(measured('gate.serviceTime', text.split('\n').slice(0, 6).join('\n')).reservation).toBe('few');
  const [stay] = quantitiesOf([logOf(text)]).filter(({ id }) => id === 'port.stay');
  expect(stay && summarise(stay, 1).laws).toEqual([]);
});
