import { jsonText } from '../../report/json.ts';
import { validateJson, validateText } from '../../report/validate.ts';
import { preview } from '../../study/preview.ts';
import type { ScenarioCommand } from '../command.ts';

/** Checks a scenario and previews it; nothing is simulated. */
export const validateCommand: ScenarioCommand = {
  name: 'validate',
  options: () => ({}),
  read: () => (asked) => ({
    count: 0,
    async run() {
      const { scenario, program, language } = asked;
      const json = validateJson(scenario, preview(scenario), program);
      return { text: asked.json ? jsonText(json) : validateText(json, scenario, language) };
    },
  }),
};
