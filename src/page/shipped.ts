import { SHIPPED } from 'virtual:scenarios';
import { type Opened, opened } from './opened.ts';

/** A scenario that the page brings along: it is known to be right. */
export function shipped(file: string): Opened {
  const read = opened({ is: 'shipped', file }, SHIPPED.find((one) => one.file === file)?.text ?? '');
  if (!('scenario' in read)) throw new Error(`${file} is no scenario.`);
  return read;
}
