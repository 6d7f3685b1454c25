import { replayCalls } from '../../execution/index.ts';
import { recordedCalls } from '../../history/index.ts';
import { jsonText, replayJson, replayText } from '../../report/index.ts';
import { type ScenarioCommand, STATUS } from '../command.ts';
import { logOptions, readLogOptions, readLogs } from '../read-logs.ts';
import { readChoice, readSimulating, simulatingOptions } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';

const REPLICATIONS = 20;
const DISPATCHES = ['recorded', 'policy'] as const;
const MODES = ['direct', 'staged', 'hybrid'] as const;

/** Serves recorded calls as they came, and holds what is simulated against what was recorded. */
export const replayCommand: ScenarioCommand = {
  name: 'replay',
  options(messages) {
    const { seed, replications } = simulatingOptions(messages, String(REPLICATIONS));
    return {
      log: { describe: messages.replay.describe.log },
      mode: { describe: `${messages.replay.describe.mode}${messages.list(MODES)}`, words: MODES, otherwise: 'direct' },
      dispatch: {
        describe: `${messages.replay.describe.dispatch}${messages.list(DISPATCHES)}`,
        words: DISPATCHES,
        otherwise: 'recorded',
      },
      ...logOptions(messages),
      ...(seed === undefined ? {} : { seed }),
      ...(replications === undefined ? {} : { replications }),
    };
  },
  read(words, errors) {
    const paths = words.options.get('log') ?? [];
    if (paths.length === 0) errors.add('--log', errors.messages.replay.wrong.noLog);
    const { options } = readLogOptions(words, errors);
    const { seed, replications = null } = readSimulating(words, errors);
    const mode = readChoice('mode', words, MODES, errors) ?? 'direct';
    const dispatch = readChoice('dispatch', words, DISPATCHES, errors) ?? 'recorded';
    const count = replications ?? REPLICATIONS;
    return (asked) => ({
      count,
      async run({ onProgress, signal }) {
        const refused = () => ({ text: '', status: STATUS.badInput, notes: errors.lines });
        const logs = await readLogs(paths, options, errors);
        if (logs === null) return refused();
        const { calls, unplaced } = recordedCalls(logs.map(({ log }) => log));
        if (calls.length === 0) {
          errors.add('--log', errors.messages.replay.wrong.noCalls);
          return refused();
        }
        const replay = await replayCalls(asked.scenario, calls, {
          mode,
          seed,
          dispatch,
          replications: count,
          onProgress,
          signal,
        });
        const json = replayJson(replay, unplaced, asked.program);
        if (asked.json) return { text: jsonText(json) };
        const typed = [
          ...paths.flatMap((path) => ['--log', path]),
          '--mode',
          mode,
          '--dispatch',
          dispatch,
          '--seed',
          String(seed),
        ];
        const commands = commandsOf(asked, 'replay', [...typed, '--replications', String(count)]);
        return { text: replayText(json, asked.scenario, asked.language, commands) };
      },
    });
  },
};
