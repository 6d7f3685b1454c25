/** Starts processes for loads and asks them to run. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

/** A fresh process that has run nothing yet. */
export class Child {
  #process;

  /** @param {readonly string[]} nodeOptions */
  constructor(nodeOptions = ['--expose-gc']) {
    this.#process = fork(CHILD, { execArgv: [...nodeOptions] });
  }

  /**
   * Runs a load there.
   *
   * @param {import('./child.mjs').Request} request
   * @returns {Promise<any>} what it found
   */
  ask(request) {
    const child = this.#process;
    return new Promise((resolve, reject) => {
      const died = () => reject(new Error(`the process that ran ${JSON.stringify(request)} has failed`));
      child.once('exit', died);
      child.once('message', (found) => {
        child.off('exit', died);
        resolve(found);
      });
      child.send(request);
    });
  }

  /** @param {import('./cases.mjs').Case} one @param {number} count @returns {Promise<import('./loads.mjs').Outcome>} */
  run(one, count, mixed = false) {
    return this.ask({ load: one.name, count, mixed });
  }

  /** Ends it; done when it is gone. */
  close() {
    return new Promise((resolve) => {
      this.#process.once('exit', resolve);
      this.#process.disconnect();
    });
  }
}
