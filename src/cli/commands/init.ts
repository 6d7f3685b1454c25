import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { jsonText } from '../../report/json.ts';
import { quoted } from '../../report/typed-command.ts';
import {
  convert,
  formatProblem,
  isScenarioName,
  type NewScenario,
  newScenarioText,
  parseDay,
  parseQuantity,
  parseScenario,
  scenarioJsonSchema,
  TEMPLATES,
  USUAL,
} from '../../scenario/index.ts';
import { type Answer, type AskedAlone, type PlainCommand, STATUS } from '../command.ts';
import type { Words } from '../command-line.ts';
import { INIT_QUESTIONS, type InitQuestion } from '../init-words.ts';
import { outFault } from '../out-files.ts';
import { flagged, readChoice, readOnce } from '../read-options.ts';
import { shown, UsageErrors } from '../usage-errors.ts';

/** Where editors find the schema, beside the scenario. */
const SCHEMA_FILE = 'zhizhuang.schema.json';
const USUAL_DISTANCE = '8';
const USUAL_FLEET = '40';
/** What each number is counted in, the least and the most of it. */
const NUMBERS = {
  tonnes: ['t', 1000, 200_000],
  calls: ['calls', 1, 500],
  distance: ['km', 0.1, 500],
  fleet: ['trucks', 1, 1000],
} as const;

type Answers = Partial<Record<InitQuestion | 'template', string>>;

/** Writes a new scenario from a template, and the schema that editors complete it by. */
export const initCommand: PlainCommand = {
  name: 'init',
  operands: ({ init }) => init.operands,
  options: ({ init, list, describe }) => ({
    template: { describe: `${init.describe.template}${list(TEMPLATES)}`, words: TEMPLATES, otherwise: 'ship' },
    name: { describe: init.describe.name },
    ...Object.fromEntries(INIT_QUESTIONS.map((one) => [one, { describe: init.describe[one] }])),
    yes: { flag: true, describe: init.describe.yes },
    force: { flag: true, describe: describe.force },
  }),
  readPlain(words, asked, errors) {
    const template = readChoice('template', words, TEMPLATES, errors);
    const given: Answers = template === undefined ? {} : { template };
    for (const one of INIT_QUESTIONS) {
      const text = readOnce(one, words, errors);
      if (text !== undefined) given[one] = text;
    }
    const [, typed, ...more] = words.positionals;
    for (const word of more) errors.add('FILE', errors.messages.init.wrong.more(shown(word)), null, 2);
    const { name, file } = readName(typed, words, given, errors);
    // What is given is judged before anything is asked.
    scenarioOf(given, name, errors);
    const fault = outFault(file, flagged('force', words));
    if (fault !== null) errors.add('FILE', errors.messages.wrong.outFile(file, fault));
    const wants = !flagged('yes', words) && asked.answering !== null;
    return {
      count: 0,
      async run() {
        const answers = wants ? await asking(given, asked, errors) : given;
        const again = new UsageErrors(errors.messages);
        const scenario = scenarioOf(answers, name, again);
        return again.lines.length > 0
          ? { text: '', status: STATUS.badInput, notes: again.lines }
          : written(scenario, file, flagged('force', words), asked, errors);
      },
    };
  },
};

/** The scenario's name and its file: each follows from the other, or from the template. */
function readName(
  typed: string | undefined,
  words: Words,
  { template = 'ship' }: Answers,
  errors: UsageErrors,
): { readonly name: string; readonly file: string } {
  const given = readOnce('name', words, errors);
  const name = given ?? (typed === undefined ? `my-${template}` : basename(typed).replace(/\.ya?ml$/u, ''));
  if (!isScenarioName(name)) {
    errors.add(given === undefined ? 'FILE' : '--name', errors.messages.init.wrong.name(shown(name)));
  }
  return { name, file: typed ?? `${name}.yaml` };
}

/** Puts each question that no option answered; an answer that is wrong is told, and the question put again. */
async function asking(given: Answers, asked: AskedAlone, { messages }: UsageErrors): Promise<Answers> {
  const { answering, prompts } = asked;
  const output = new Writable({
    write(piece, _encoding, done) {
      prompts.write(String(piece));
      done();
    },
  });
  const terminal = createInterface({ input: answering as NodeJS.ReadableStream, output, terminal: false });
  const lines = terminal[Symbol.asyncIterator]();
  const answers: Answers = { ...given };
  try {
    for (const one of ['template', ...INIT_QUESTIONS] as const) {
      if (given[one] !== undefined || (one === 'calls' && answers.template === 'ship')) continue;
      const usual = usualOf(one, answers);
      for (;;) {
        prompts.write(`${messages.init.ask[one]} [${usual}] `);
        const { value, done } = await lines.next();
        if (done) return answers;
        answers[one] = value.trim() === '' ? usual : value.trim();
        const errors = new UsageErrors(messages);
        scenarioOf({ template: answers.template ?? 'ship', [one]: answers[one] }, 'x', errors);
        if (errors.lines.length === 0) break;
        prompts.write(`${errors.lines.join('\n')}\n`);
      }
    }
    return answers;
  } finally {
    terminal.close();
  }
}

function usualOf(one: InitQuestion | 'template', { template }: Answers): string {
  const known = USUAL[TEMPLATES.find((name) => name === template) ?? 'ship'];
  const usual = { template: 'ship', distance: USUAL_DISTANCE, fleet: USUAL_FLEET, start: '2026-03-01' };
  return one === 'tonnes' || one === 'calls' ? String(known[one]) : usual[one];
}

/** What is to be written; whatever is wrong is noted, and the usual taken for it. */
function scenarioOf(answers: Answers, name: string, errors: UsageErrors): NewScenario {
  const template = TEMPLATES.find((one) => one === answers.template) ?? 'ship';
  if (answers.template !== undefined && answers.template !== template) {
    errors.add('--template', errors.messages.wrong.oneOf(TEMPLATES, shown(answers.template)));
  }
  const number = (one: keyof typeof NUMBERS) => readNumber(one, answers[one] ?? usualOf(one, { template }), errors);
  const start = answers.start ?? usualOf('start', {});
  if (parseDay(start) === null) errors.add('--start', errors.messages.init.wrong.date(shown(start)));
  const calls = number('calls');
  if (template === 'ship' && calls > 1) errors.add('--calls', errors.messages.init.wrong.oneCall);
  return {
    template,
    name,
    start,
    tonnes: number('tonnes'),
    calls,
    distance: number('distance'),
    fleet: number('fleet'),
  };
}

function readNumber(one: keyof typeof NUMBERS, text: string, errors: UsageErrors): number {
  const [unit, least, most] = NUMBERS[one];
  const quantity = parseQuantity(text);
  const converted = quantity === null ? null : convert(quantity.value, quantity.unit ?? unit, unit);
  const value = converted?.ok ? converted.value : Number.NaN;
  const whole = one === 'calls' || one === 'fleet';
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  errors.add(`--${one}`, errors.messages.init.wrong.number(unit, least, most, shown(text)));
  return least;
}

/** The files to be written: the scenario, read again first, and the schema beside it unless one is there. */
function written(
  scenario: NewScenario,
  file: string,
  force: boolean,
  { language, json, program }: AskedAlone,
  { messages }: UsageErrors,
): Answer {
  const content = newScenarioText(scenario, language, `./${SCHEMA_FILE}`);
  const read = parseScenario(content, file);
  if (!read.ok) {
    return {
      text: '',
      status: STATUS.badInput,
      notes: read.problems.map((problem) => formatProblem(problem, language)),
    };
  }
  const schema = join(dirname(file), SCHEMA_FILE);
  const schemaToo = force || !existsSync(schema);
  const files = [
    { path: file, content },
    ...(schemaToo ? [{ path: schema, content: jsonText(scenarioJsonSchema(language)) }] : []),
  ];
  const { name, hash } = read.scenario;
  const told = { schema: 'zhizhuang/init@1', program, scenario: { name, hash }, files: files.map(({ path }) => path) };
  const text = json ? jsonText(told) : messages.init.written(quoted(file), schemaToo ? schema : null);
  return { text, files };
}
