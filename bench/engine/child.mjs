/**
 * A process in which loads are run, so that what the compiler learnt from one load neither helps nor hampers the
 * next. children.mjs starts it and asks; each request is answered by one message.
 */
import { bytesEach } from './bytes.mjs';
import { caseNamed } from './cases.mjs';
import * as simjs from './simjs.mjs';

/**
 * @typedef {object} Request
 * @property {string} [load] name of a case
 * @property {import('./cases.mjs').RivalLoad} [simjs] the same in simjs
 * @property {import('./bytes.mjs').Kind} [bytes] what waiting costs in memory, in place of a rate
 * @property {boolean} [mixed] with processes of several types alive
 * @property {number} count
 */

/** @param {Request} request */
function answer({ load, simjs: rival, bytes, mixed = false, count }) {
  if (load !== undefined) return caseNamed(load).run(count, mixed);
  if (rival === 'hold') return simjs.hold(1000, count);
  if (rival !== undefined) return simjs.mm1(count, rival === 'mm1Entities');
  if (bytes !== undefined) return bytesEach(bytes, count);
  throw new Error('a request for nothing');
}

process.on('message', (request) => {
  process.send?.(answer(/** @type {Request} */ (request)));
});
