import { attributionOf } from '../../execution/index.ts';
import { attributeCsv, attributeJson, attributeText, jsonText } from '../../report/index.ts';
import { type AttributionPlan, attributionSize, DECIDING_MEASURES } from '../../study/index.ts';
import type { ScenarioCommand } from '../command.ts';
import { readCsv } from '../factors.ts';
import { readChoice, readSimulating, simulatingOptions } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { readReport, reportOption, studyReport } from '../report-file.ts';
import { shardOption, whereOptions } from '../where.ts';

/** Seasons unless it is said. */
const REPLICATIONS = 30;
/** What staging may be held against. */
const AGAINST = ['direct', 'hybrid'] as const;

/** Splits the saving among mechanisms and among items of the ledger. */
export const attributeCommand: ScenarioCommand = {
  name: 'attribute',
  options(messages) {
    const { list } = messages;
    const { describe } = messages.saving;
    return {
      mode: { describe: `${describe.mode}${list(AGAINST)}`, words: AGAINST, otherwise: AGAINST[0] },
      measure: {
        describe: `${describe.measure}${list(DECIDING_MEASURES)}`,
        words: DECIDING_MEASURES,
        otherwise: DECIDING_MEASURES[0],
      },
      csv: { flag: true, describe: messages.design.describe.csv },
      ...whereOptions(messages),
      ...shardOption(messages),
      ...reportOption(messages),
      ...simulatingOptions(messages, String(REPLICATIONS)),
    };
  },
  read(words, errors) {
    const { seed, replications, threads } = readSimulating(words, errors);
    const plan: AttributionPlan = {
      mode: readChoice('mode', words, AGAINST, errors) ?? AGAINST[0],
      measure: readChoice('measure', words, DECIDING_MEASURES, errors) ?? DECIDING_MEASURES[0],
      seed,
      replications: replications ?? REPLICATIONS,
    };
    const csv = readCsv(words, errors);
    const report = readReport(words, errors);
    return (asked) => {
      const { scenario, program, language } = asked;
      return {
        count: attributionSize(scenario, plan),
        async run(meanwhile) {
          const json = attributeJson(await attributionOf(scenario, plan, { threads, ...meanwhile }), program);
          const { mode, measure, replications: seasons } = plan;
          const options = [
            ...['--mode', mode, '--measure', measure],
            ...['--replications', String(seasons), '--seed', String(seed)],
          ];
          const commands = commandsOf(asked, 'attribute', options);
          const reported = await studyReport(report, json, asked, commands);
          if (csv) return { text: attributeCsv(json), ...reported };
          if (asked.json) return { text: jsonText(json), ...reported };
          return { text: attributeText(json, scenario, language, commands), ...reported };
        },
      };
    };
  },
};
