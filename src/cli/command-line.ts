import yargs from 'yargs';
import { COMPARED, MODES, SENSITIVITY_METHODS, SWEEP_DESIGNS } from '../study/index.ts';
import { DEFAULTS, SWEEP_TABLES } from './design-defaults.ts';
import type { CliMessages } from './messages.ts';

/** Commands of the program. */
export const COMMANDS = ['compare', 'run', 'sweep', 'sensitivity', 'validate'] as const;
export type Command = (typeof COMMANDS)[number];

/** Options that take no value. */
export const FLAGS = ['hours', 'calls', 'json', 'csv', 'second-order', 'quiet', 'help', 'version'] as const;

const EVERYWHERE = ['set', 'lang', 'json', 'quiet', 'help', 'version'] as const;
const SIMULATING = ['seed', 'replications', 'threads', 'hours', 'calls'] as const;

/** Options that a command knows. */
export const OPTIONS: Readonly<Record<Command, readonly string[]>> = {
  compare: ['modes', ...SIMULATING, ...EVERYWHERE],
  run: ['mode', 'laytime', ...SIMULATING, ...EVERYWHERE],
  sweep: ['vary', 'design', 'samples', 'levels', 'measures', 'csv', 'table', ...SIMULATING, ...EVERYWHERE],
  sensitivity: [
    ...['method', 'vary', 'group', 'measure', 'samples', 'levels', 'second-order', 'resamples', 'csv'],
    ...SIMULATING,
    ...EVERYWHERE,
  ],
  validate: EVERYWHERE,
};

/** A command line taken apart: texts as they were given, several where an option was repeated. */
export interface Words {
  readonly positionals: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Help or version, if they were asked for. */
  readonly output: string;
}

/** Numbers stay texts (yargs makes NaN of what does not parse), dots and repetition mean nothing of their own. */
const PARSING = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'duplicate-arguments-array': true,
  'greedy-arrays': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
} as const;

/** Takes a command line apart. Nothing is judged here: whoever reads the words tells all that is wrong at once. */
export async function takeApart(
  args: readonly string[],
  version: string,
  width: number,
  messages: CliMessages,
  locale: 'en' | 'zh_CN',
): Promise<Words> {
  let output = '';
  const safe = args.filter((arg) => inherited(arg) === null);
  const argv = await parser(version, width, messages, locale).parseAsync(safe, {}, (_error, _argv, text) => {
    output = text;
  });
  const { _: words, $0: _program, scenario, ...rest } = argv as Record<string, unknown>;
  const [command = '', ...others] = texts(words);
  const positionals = [command, ...(scenario === undefined ? [] : texts(scenario)), ...others];
  const options = new Map(Object.entries(rest).map(([name, value]) => [name, texts(value)]));
  for (const arg of args) {
    const name = inherited(arg);
    if (name !== null) options.set(name, []);
  }
  return { positionals: positionals.filter((word, at) => at > 0 || word !== ''), options, output };
}

/** The option's name, if it is one that every object has, such as `--constructor`: yargs stumbles over those. */
function inherited(arg: string): string | null {
  const name = /^--([^=]+)/u.exec(arg)?.[1];
  return name !== undefined && name in Object.prototype ? name : null;
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map(String);
}

function parser(version: string, width: number, messages: CliMessages, locale: 'en' | 'zh_CN') {
  const { describe, list } = messages;
  const { describe: ofDesign } = messages.design;
  const text = { type: 'string', requiresArg: false } as const;
  const simulating = {
    seed: { ...text, describe: describe.seed, defaultDescription: '1' },
    replications: { ...text, describe: describe.replications, defaultDescription: '30' },
    threads: { ...text, describe: describe.threads },
    hours: { type: 'boolean', describe: describe.hours },
    calls: { type: 'boolean', describe: describe.calls },
  } as const;
  const scenario = { type: 'string', describe: describe.scenario } as const;
  return yargs()
    .scriptName('zhizhuang')
    .locale(locale)
    .updateStrings({ ...messages.yargs })
    .usage(`${messages.usage}\n\n${describe.program}`)
    .parserConfiguration(PARSING)
    .command('compare <scenario>', describe.compare, (command) =>
      command
        .positional('scenario', scenario)
        .option('modes', { ...text, describe: describe.modes, defaultDescription: COMPARED.join(',') })
        .options(simulating),
    )
    .command('run <scenario>', describe.run, (command) =>
      command
        .positional('scenario', scenario)
        .option('mode', { ...text, describe: `${describe.mode}${list(MODES)}` })
        .option('laytime', { ...text, describe: describe.laytime })
        .options(simulating),
    )
    .command('sweep <scenario>', ofDesign.sweep, (command) =>
      command
        .positional('scenario', scenario)
        .option('vary', { ...text, describe: ofDesign.vary })
        .option('design', {
          ...text,
          describe: `${ofDesign.design}${list(SWEEP_DESIGNS)}`,
          defaultDescription: 'grid',
        })
        .option('samples', {
          ...text,
          describe: ofDesign.samples,
          defaultDescription: String(DEFAULTS.sweep.samples),
        })
        .option('levels', { ...text, describe: ofDesign.levels, defaultDescription: String(DEFAULTS.sweep.levels) })
        .option('measures', { ...text, describe: ofDesign.measures, defaultDescription: 'saving.perTonne' })
        .option('csv', { type: 'boolean', describe: ofDesign.csv })
        .option('table', { ...text, describe: `${ofDesign.table}${list(SWEEP_TABLES)}`, defaultDescription: 'wide' })
        .options({
          ...simulating,
          replications: { ...simulating.replications, defaultDescription: String(DEFAULTS.sweep.replications) },
        }),
    )
    .command('sensitivity <scenario>', ofDesign.sensitivity, (command) =>
      command
        .positional('scenario', scenario)
        .option('method', {
          ...text,
          describe: `${ofDesign.method}${list(SENSITIVITY_METHODS)}`,
          defaultDescription: 'tornado',
        })
        .option('vary', { ...text, describe: ofDesign.vary, defaultDescription: ofDesign.allRanged })
        .option('group', { ...text, describe: ofDesign.group })
        .option('measure', { ...text, describe: ofDesign.measure, defaultDescription: 'saving.perTonne' })
        .option('samples', {
          ...text,
          describe: ofDesign.sensitivitySamples,
          defaultDescription: `morris ${DEFAULTS.morris.samples}, sobol ${DEFAULTS.sobol.samples}`,
        })
        .option('levels', {
          ...text,
          describe: ofDesign.sensitivityLevels,
          defaultDescription: String(DEFAULTS.morris.levels),
        })
        .option('second-order', { type: 'boolean', describe: ofDesign.secondOrder })
        .option('resamples', {
          ...text,
          describe: ofDesign.resamples,
          defaultDescription: String(DEFAULTS.resamples),
        })
        .option('csv', { type: 'boolean', describe: ofDesign.csv })
        .options({
          ...simulating,
          replications: {
            ...simulating.replications,
            defaultDescription: `tornado ${DEFAULTS.tornado.replications}, morris, sobol ${DEFAULTS.sobol.replications}`,
          },
        }),
    )
    .command('validate <scenario>', describe.validate, (command) => command.positional('scenario', scenario))
    .option('set', { ...text, describe: describe.set })
    .option('lang', { ...text, describe: `${describe.lang}${list(['zh', 'en'])}` })
    .option('json', { type: 'boolean', describe: describe.json })
    .option('quiet', { type: 'boolean', describe: describe.quiet })
    .help('help', describe.help)
    .version('version', describe.version, version)
    .epilogue(describe.exit)
    .wrap(width)
    .fail(() => {});
}
