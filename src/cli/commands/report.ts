import { reportStudy } from '../../execution/index.ts';
import { jsonText, reportJson } from '../../report/index.ts';
import { COMPARED } from '../../study/index.ts';
import type { ScenarioCommand } from '../command.ts';
import { readOutFile } from '../out-files.ts';
import { precisionOptions, readPrecisionOptions, repetition, statusOf } from '../precision.ts';
import { flagged, readSimulating, simulatingOptions } from '../read-options.ts';
import { withReport } from '../report-file.ts';
import { whereOptions } from '../where.ts';

/** What holds unless it is said. */
const [FILE, REPLICATIONS] = ['report.html', 30];

/** Writes the comparison of staging with direct loading as a page. */
export const reportCommand: ScenarioCommand = {
  name: 'report',
  options(messages) {
    const { reports, describe } = messages;
    return {
      file: { describe: reports.describe.file, otherwise: FILE },
      force: { flag: true, describe: describe.force },
      attribute: { flag: true, describe: reports.describe.attribute },
      ...simulatingOptions(messages, String(REPLICATIONS)),
      ...whereOptions(messages),
      ...precisionOptions(messages),
    };
  },
  read(words, errors) {
    const { seed, replications: given, threads } = readSimulating(words, errors);
    const replications = given ?? REPLICATIONS;
    const precision = readPrecisionOptions(words, COMPARED, replications, errors);
    const path = readOutFile('file', words, errors, FILE) ?? FILE;
    const attribute = flagged('attribute', words);
    return (asked) => ({
      count: replications,
      async run(meanwhile) {
        const { scenario, program } = asked;
        const study = await reportStudy(scenario, { seed, replications, threads, precision, attribute, ...meanwhile });
        const json = reportJson(study, scenario, program);
        const options = [
          '--seed',
          String(seed),
          ...repetition(replications, precision),
          ...(attribute ? ['--attribute'] : []),
        ];
        const { files, notes } = await withReport(path, json, asked, options);
        const status = statusOf(json.compare.precision);
        return asked.json
          ? { text: jsonText(json), files, notes, status }
          : { text: `${notes.join('\n')}\n`, files, status };
      },
    });
  },
};
