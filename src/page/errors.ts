import { formatProblem, type Language, type Problem } from '../scenario/index.ts';

/** A problem of a setting without the place in the command line, which the page has not: `fleet.size: expected …`. */
export function errorText(problem: Problem, language: Language): string {
  return formatProblem(problem, language).replace(`${problem.file}:${problem.line}:${problem.column}: `, '');
}
