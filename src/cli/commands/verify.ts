import { fileURLToPath } from 'node:url';
import { verifyScenario } from '../../execution/index.ts';
import { jsonText, verifyCsv, verifyJson, verifyText } from '../../report/index.ts';
import { type ScenarioCommand, STATUS } from '../command.ts';
import { readCsv } from '../factors.ts';
import { readSimulating, simulatingOptions } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';

const REPLICATIONS = 30;
const SHIPPED = fileURLToPath(new URL('../../../scenarios/bayuquan-2024.yaml', import.meta.url));

/** Holds the program against answers known beforehand, and a scenario against what was published. */
export const verifyCommand: ScenarioCommand = {
  name: 'verify',
  shipped: SHIPPED,
  options: (messages) => ({
    csv: { flag: true, describe: messages.design.describe.csv },
    ...simulatingOptions(messages, String(REPLICATIONS)),
  }),
  read(words, errors) {
    const { seed, replications = null, threads } = readSimulating(words, errors);
    const csv = readCsv(words, errors);
    const count = replications ?? REPLICATIONS;
    return (asked) => ({
      count,
      async run({ onProgress, signal }) {
        const { scenario, program, language } = asked;
        const json = verifyJson(
          await verifyScenario(scenario, { seed, replications: count, threads, onProgress, signal }),
          program,
        );
        const status = json.agreed === json.count ? STATUS.done : STATUS.ownFault;
        if (csv) return { text: verifyCsv(json), status };
        if (asked.json) return { text: jsonText(json), status };
        const options = ['--seed', String(seed), '--replications', String(count)];
        return { text: verifyText(json, scenario, language, commandsOf(asked, 'verify', options)), status };
      },
    });
  },
};
