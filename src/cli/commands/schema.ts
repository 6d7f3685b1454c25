import { jsonText } from '../../report/json.ts';
import { scenarioJsonSchema } from '../../scenario/index.ts';
import type { PlainCommand } from '../command.ts';
import { shown } from '../usage-errors.ts';

/** Prints the JSON Schema of scenario files, with help in the language that is spoken. */
export const schemaCommand: PlainCommand = {
  name: 'schema',
  operands: () => '',
  options: () => ({}),
  readPlain(words, { language }, errors) {
    for (const word of words.positionals.slice(1)) {
      errors.add('schema', errors.messages.results.wrong.more(shown(word) ?? ''), null, 2);
    }
    return { count: 0, run: async () => ({ text: jsonText(scenarioJsonSchema(language)) }) };
  },
};
