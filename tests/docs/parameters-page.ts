import { describe, HOUR_OF_DAY, PARAMETER_KEYS, type Parameter, type ParameterKey } from '../../src/scenario/index.ts';

const HEAD = `# Parameters 参数表

Every parameter of the model and the settlement: COUNT in all, in the order of the catalogue
(\`src/scenario/catalogue/\`), from which \`tests/docs/parameters.test.ts\` writes this page and to which it holds it. What
they do stands in [model.md](../background/model.md) and [settlement.md](../background/settlement.md).

*Base* is the catalogue's value, which a scenario that does not name the parameter takes; *range* is what is plausible (a
value outside is a warning) or the words to choose from. Standing: given (the newspaper report), sourced (seen in a
public page), derived (arithmetic on the two), recalled (general knowledge, no source found), assumed (placeholder with a
range). \`1\` is no unit; – does not apply.
`;

const COLUMNS = ['key', '名称', 'name', 'what it is', 'unit', 'base', 'range or choices', 'standing', 'source; note'];
const NOTHING = '–';

/** The whole page, group by group. */
export function parametersPage(): string {
  const groups = new Map<string, ParameterKey[]>();
  for (const key of PARAMETER_KEYS) {
    const group = key.slice(0, key.indexOf('.'));
    groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  const tables = [...groups].map(([group, keys]) => {
    const lines = [COLUMNS, COLUMNS.map(() => '---'), ...keys.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`);
    return `\n## ${group}\n\n${lines.join('\n')}\n`;
  });
  return HEAD.replace('COUNT', String(PARAMETER_KEYS.length)) + tables.join('');
}

function cellsOf(key: ParameterKey): string[] {
  const parameter = describe(key);
  const { en, zh, standing, source, note } = parameter;
  const known = [source, note].filter((text) => text !== '').join('; ');
  const figures = [unitOf(parameter), baseOf(parameter), rangeOf(parameter)];
  const cells = [zh[0], ...en, ...figures, standing, known || NOTHING];
  return [`\`${key}\``, ...cells.map((cell) => cell.replaceAll('|', '\\|'))];
}

function unitOf(parameter: Parameter): string {
  if ('unit' in parameter) return parameter.hourOfDay === true ? HOUR_OF_DAY : parameter.unit;
  return parameter.type === 'hours' ? HOUR_OF_DAY : NOTHING;
}

function baseOf({ value }: Parameter): string {
  if (typeof value !== 'object') return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return value.length === 0 ? 'none' : value.join(', ');
}

function rangeOf(parameter: Parameter): string {
  if ('range' in parameter) return `${parameter.range[0]} to ${parameter.range[1]}`;
  return 'choices' in parameter ? parameter.choices.join(', ') : NOTHING;
}
