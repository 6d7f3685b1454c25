import type { GivenScenario } from './index.ts';

/** What was put into the page by the command line; null: nothing. */
export function givenIn(document: Document): GivenScenario | null {
  return JSON.parse(document.getElementById('given')?.textContent ?? 'null');
}
