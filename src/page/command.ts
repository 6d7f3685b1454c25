import { typedCommand } from '../report/browser.ts';
import { modesOf } from './result.ts';
import type { PageState, ScenarioText } from './state.ts';

/** What the page's answer rests on. */
export interface Shown extends Pick<PageState, 'settings' | 'rival' | 'seed' | 'replications'> {
  readonly scenario: Pick<ScenarioText, 'is' | 'file'>;
}

/** The command line that gives the same answer; a file of the reader's own is looked for where it is typed. */
export function commandOf({ scenario, settings, rival, seed, replications }: Shown): string {
  const path = scenario.is === 'shipped' ? `scenarios/${scenario.file}` : scenario.file;
  const modes = rival === 'direct' ? [] : ['--modes', modesOf(rival).join()];
  const options = [...modes, '--seed', String(seed), '--replications', String(replications)];
  return typedCommand('compare', path, options, settings);
}
