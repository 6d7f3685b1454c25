import type { Language } from '../scenario/index.ts';

/** What a page opens with instead of the first shipped scenario. */
export interface GivenScenario {
  /** The file's name, as errors and the command line name it. */
  readonly file: string;
  readonly text: string;
  /** What is set over it, such as `fleet.size=30`. */
  readonly settings: readonly string[];
  readonly seed: number;
  readonly replications: number;
  /** Null: the browser's. */
  readonly language: Language | null;
}

/** Where the built page keeps what it opens with; `null` there: nothing. */
const PLACE = /(<script type="application\/json" id="given">)[^<]*(<\/script>)/u;

/**
 * The built page with a scenario put into it.
 *
 * @param page the text of the built `index.html`
 * @throws Error if that is no page of this program
 */
export function pageWith(page: string, given: GivenScenario): string {
  if (!PLACE.test(page)) throw new Error('this is no page of zhizhuang: it has no place for a scenario');
  // With every < escaped nothing in the scenario can end the element it stands in.
  const data = JSON.stringify(given).replaceAll('<', '\\u003c');
  return page.replace(PLACE, (_, before: string, after: string) => before + data + after);
}
