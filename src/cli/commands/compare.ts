import { compareModes, compareScenario } from '../../execution/index.ts';
import { compareJson, compareText, jsonText, variantsJson, variantsText } from '../../report/index.ts';
import { nearest } from '../../scenario/index.ts';
import { COMPARED, MODES, type Mode } from '../../study/index.ts';
import type { Answer, Asked, Command } from '../command.ts';
import type { Words } from '../command-line.ts';
import { readOnce } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { callRowsOf, detailsOf, readSeasons, type Seasons, seasonOptions } from '../seasons.ts';
import { shown, type UsageErrors } from '../usage-errors.ts';

const MOST_MODES = 8;

type OnProgress = (done: number) => void;

/** Compares modes on the same random world. */
export const compareCommand: Command = {
  name: 'compare',
  describe: ({ describe }) => describe.compare,
  options: (messages) => ({
    modes: { describe: messages.describe.modes, otherwise: COMPARED.join() },
    ...seasonOptions(messages),
  }),
  read(words, errors) {
    const seasons = readSeasons(words, errors);
    const modes = readModes(words, errors);
    const isPair = modes.join() === COMPARED.join();
    return (asked) => ({
      count: seasons.replications,
      run: (onProgress) =>
        isPair ? comparePair(asked, seasons, onProgress) : compareOthers(asked, modes, seasons, onProgress),
    });
  },
};

async function comparePair(asked: Asked, seasons: Seasons, onProgress: OnProgress): Promise<Answer> {
  const { scenario, program, language } = asked;
  const comparison = await compareScenario(scenario, { ...seasons, onProgress });
  const json = compareJson(comparison, program, callRowsOf(seasons, asked, COMPARED));
  if (asked.json) return { text: jsonText(json) };
  return { text: compareText(json, scenario, language, repeated(asked, [], seasons), seasons.hours) };
}

async function compareOthers(
  asked: Asked,
  modes: readonly Mode[],
  seasons: Seasons,
  onProgress: OnProgress,
): Promise<Answer> {
  const { scenario, program, language } = asked;
  const comparison = await compareModes(scenario, modes, { ...seasons, onProgress });
  const json = variantsJson(comparison, program, callRowsOf(seasons, asked, modes));
  if (asked.json) return { text: jsonText(json) };
  const which = ['--modes', modes.join()];
  return { text: variantsText(json, scenario, language, repeated(asked, which, seasons), seasons.hours) };
}

function repeated(asked: Asked, which: readonly string[], seasons: Seasons) {
  const { seed, replications } = seasons;
  const numbers = ['--seed', String(seed), '--replications', String(replications)];
  return commandsOf(asked, 'compare', [...which, ...numbers, ...detailsOf(seasons)]);
}

function readModes(words: Words, errors: UsageErrors): readonly Mode[] {
  const text = readOnce('modes', words, errors) ?? COMPARED.join(',');
  const names = text.split(',').map((name) => name.trim());
  const modes = names.flatMap((name) => MODES.find((one) => one === name) ?? []);
  if (modes.length === names.length && modes.length >= 2 && modes.length <= MOST_MODES) return modes;
  const slip = names.find((name) => !MODES.some((one) => one === name));
  const hint = slip === undefined ? null : nearest(slip, MODES);
  errors.add('--modes', errors.messages.wrong.modes(MODES, MOST_MODES, shown(text)), hint);
  return [];
}
