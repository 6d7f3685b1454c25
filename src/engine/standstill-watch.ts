import { ZeroTimeLoopError } from './errors.ts';

/** Far more than honest models let happen at one instant. */
const TURNS = 10_000_000;
/** Beyond the limit, so many more turns are watched for whose they are. */
const WATCHED = 1000;
const MOST_NAMES = 10;

/** Counts the turns at one instant, and finds the run whose clock stands still for ever. */
export class StandstillWatch {
  private readonly _most: number;
  private readonly _names = new Set<string>();
  private _turns = 0;

  /** @param most turns at one instant; 10 million when absent */
  constructor(most = TURNS) {
    this._most = most;
  }

  /** The clock moves. */
  over(): void {
    this._turns = 0;
  }

  /** Another turn at the same instant; true when there have been too many. */
  turn(): boolean {
    return ++this._turns > this._most;
  }

  /**
   * Notes whose turn it is.
   *
   * @returns when enough have been noted, the error to end the run with after this turn, which has been taken from the
   *   agenda already and must not be lost
   */
  watch(hour: number, name: string): ZeroTimeLoopError | null {
    if (this._turns === this._most + 1) this._names.clear();
    this._names.add(name);
    if (this._turns < this._most + WATCHED) return null;
    const names = [...this._names].slice(0, MOST_NAMES).join(', ');
    const turns = this._turns;
    this._turns = 0;
    return new ZeroTimeLoopError(`at hour ${hour} the clock stands still after ${turns} events, taken by ${names}`);
  }
}
