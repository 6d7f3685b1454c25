/** The bench's figures as a table and as JSON. */
import { LEAST_FACTOR, MOST_BYTES } from './cases.mjs';

/**
 * @typedef {object} Figures
 * @property {{ node: string, cpu: string, cores: number }} machine
 * @property {number} part the share of each load that was run
 * @property {readonly (readonly [one: import('./cases.mjs').Case, rates: import('./measure.mjs').Measured])[]} rows
 * @property {{ process: number, queued: number, event: number }} bytes
 * @property {string | null} simjs its version, null when it is not installed
 */
/**
 * @typedef {object} Verdict
 * @property {string} what
 * @property {number} found
 * @property {number} bound
 * @property {number | null} stretch
 * @property {boolean} met
 * @property {boolean} stretchMet
 */

/** @param {import('./measure.mjs').Measured} rates */
const ratioOf = ({ warm, reference }) => (reference === null ? null : warm / reference);
/** @param {import('./measure.mjs').Measured} rates */
const bestRatioOf = ({ best, bestReference }) => (bestReference === null ? null : best / bestReference);
/** The first of its ways is the one that does the same work. @param {import('./measure.mjs').Measured} rates */
const simjsOf = ({ simjs }) => Object.values(simjs)[0] ?? null;
/** @param {import('./measure.mjs').Measured} rates */
const factorOf = (rates) => {
  const simjs = simjsOf(rates);
  return simjs === null ? null : rates.warm / simjs;
};

/** @param {string} what @param {number} found @param {import('./cases.mjs').Bound} bound @returns {Verdict} */
function atLeast(what, found, [bound, stretch]) {
  return {
    what,
    found: Number(found.toFixed(3)),
    bound,
    stretch,
    met: found >= bound,
    stretchMet: stretch !== null && found >= stretch,
  };
}

/** @param {string} what @param {number} found @returns {Verdict} */
function atMost(what, found) {
  return {
    what,
    found: Math.round(found),
    bound: MOST_BYTES,
    stretch: null,
    met: found <= MOST_BYTES,
    stretchMet: false,
  };
}

/** Each bound and whether it is met. @param {Figures} figures @returns {Verdict[]} */
export function verdicts({ rows, bytes }) {
  const found = rows.flatMap(([{ name, ratio, rate }, rates]) => {
    const overC = ratioOf(rates);
    return [
      ...(ratio === null || overC === null ? [] : [atLeast(`${name}, of C`, overC, ratio)]),
      ...(rate === null ? [] : [atLeast(`${name}, millions a second`, rates.warm / 1e6, [rate[0] / 1e6, null])]),
      ...Object.entries(rates.simjs).map(([how, simjs]) =>
        atLeast(`${name}, times simjs, ${how}`, rates.warm / simjs, [LEAST_FACTOR, null]),
      ),
    ];
  });
  return [...found, atMost('bytes a process on hold', bytes.process), atMost('bytes a queued process', bytes.queued)];
}

/** @param {Figures} figures */
export function asJson(figures) {
  const { machine, rows, bytes, simjs } = figures;
  /** @param {(rates: import('./measure.mjs').Measured) => number | null} pick @param {number} digits */
  const byName = (pick, digits) =>
    Object.fromEntries(
      rows.flatMap(([{ name }, rates]) => {
        const value = pick(rates);
        return value === null ? [] : [[name, Number(value.toFixed(digits))]];
      }),
    );
  const warm = byName((rates) => rates.warm, 0);
  return {
    hold: { 1000: warm['hold 1000'], 100000: warm['hold 100000'], 1000000: warm['hold 1000000'] },
    mm1Callback: warm.mm1Callback,
    mm1Process: warm.mm1Process,
    mm3Process: warm.mm3Process,
    cancel: warm.cancel,
    warm,
    cold: byName((rates) => rates.cold, 0),
    mixed: byName((rates) => rates.mixed, 0),
    afterOthers: byName((rates) => rates.after, 0),
    inlined: byName((rates) => rates.inlined, 0),
    reference: byName((rates) => rates.reference, 0),
    ratios: byName(ratioOf, 3),
    bestRatios: byName(bestRatioOf, 3),
    simjs: { version: simjs, rates: byName(simjsOf, 0), factors: byName(factorOf, 2) },
    bytes: { process: Math.round(bytes.process), queued: Math.round(bytes.queued), event: Math.round(bytes.event) },
    verdicts: verdicts(figures),
    machine,
  };
}

/** @param {Figures} figures */
export function asTable(figures) {
  const { machine, part, rows, bytes, simjs } = figures;
  const none = 'simjs is not installed: nothing is compared with it (npm install --no-save simjs@2.0.3)';
  return [
    `Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores${part < 1 ? '; too short a run to mean anything' : ''}`,
    '',
    ...rateLines(rows),
    '',
    byteLine(bytes),
    simjs === null ? none : `simjs ${simjs}`,
    '',
    ...verdictLines(verdicts(figures)),
  ].join('\n');
}

/** @param {Figures['rows']} rows */
function rateLines(rows) {
  const titles = ['warm', 'C', 'of C', 'best', 'cold', 'several', 'after', 'inlined', 'simjs', 'times'];
  const header = `${'millions a second'.padEnd(20)}${titles.map(column).join('')}`;
  const lines = rows.map(([{ name }, rates]) => {
    const { warm, reference, cold, mixed, after, inlined } = rates;
    const overC = [millions(warm), millions(reference), digits(ratioOf(rates)), digits(bestRatioOf(rates))];
    const others = [
      millions(cold),
      millions(mixed),
      millions(after),
      millions(inlined),
      millions(simjsOf(rates)),
      digits(factorOf(rates)),
    ];
    return `${name.padEnd(20)}${[...overC, ...others].map(column).join('')}`;
  });
  const legend =
    'warm: median of the rounds, in a process of its own; best: ratio of the best rounds of both; cold: its first run;\n' +
    'several: warm, with processes of six other types alive; after: warm, in a process that has run all the loads;\n' +
    'inlined: warm, where V8 may put more than thrice as much bytecode in place of calls as it does by itself;\n' +
    'table: with draws from a table, on both sides; the other queues draw as they run, C by the logarithm of its library';
  return [header, ...lines, legend];
}

/** @param {string} cell */
const column = (cell) => cell.padStart(9);
/** @param {number | null} value */
const digits = (value) => (value === null ? '' : value.toFixed(2));
/** @param {number | null} value */
const millions = (value) => digits(value === null ? null : value / 1e6);

/** @param {readonly Verdict[]} all */
function verdictLines(all) {
  const header = `${'bounds'.padEnd(54)}${['found', 'bound', 'stretch'].map(column).join('')}`;
  const lines = all.map(({ what, found, bound, stretch, met, stretchMet }) => {
    const verdict = stretchMet ? 'met, and the stretch' : met ? 'met' : 'NOT MET';
    return `${what.padEnd(54)}${[found, bound, stretch].map(digits).map(column).join('')}   ${verdict}`;
  });
  return [header, ...lines];
}

/** @param {Figures['bytes']} bytes */
function byteLine({ process: onHold, queued, event }) {
  const [a, b, c] = [onHold, queued, event].map((each) => each.toFixed(0));
  return `bytes: ${a} a process on hold, ${b} a process queued at a resource, ${c} a pending event`;
}
