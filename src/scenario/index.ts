/** Scenarios: what may be said in a file, reading and checking it, and what the model and the settlement take of it. */
export { instantText, parseDay, parseInstant, weekday } from './calendar.ts';
export type {
  ChoiceParameter,
  ChoicesParameter,
  DatesParameter,
  HoursParameter,
  Kind,
  MonthsParameter,
  NumberParameter,
  Parameter,
  ParameterValue,
  Standing,
  SwitchParameter,
} from './catalogue/parameter.ts';
export { STANDINGS } from './catalogue/parameter.ts';
export { CATALOGUE, describe, isParameterKey, type NumberKey, PARAMETER_KEYS, type ParameterKey } from './catalogue.ts';
export { clockDays, periodDays } from './checks.ts';
export { choiceInChinese } from './choice-words.ts';
export { clockInstant, isoClock, openingDay } from './clock.ts';
export { editFitted, type FittedValue } from './edit-fitted.ts';
export { editMeasured, type SourcedValue } from './edit-measured.ts';
export { editSettings } from './edit-settings.ts';
export { scenarioJsonSchema } from './json-schema.ts';
export { distributionOf, LAW_NAMES, type Law, type LawName, lawNotation } from './law.ts';
export { lawFieldInWords, lawInWords } from './law-words.ts';
export { nearest } from './nearest.ts';
export { type NewScenario, newScenarioText, TEMPLATES, type Template, USUAL } from './new-scenario.ts';
export { applyOverrides, withPriors } from './overrides.ts';
export { toPortInputs } from './port-inputs.ts';
export {
  type Expectation,
  type Finding,
  formatProblem,
  type Language,
  type Position,
  type Problem,
  visible,
} from './problem.ts';
export { isScenarioName, MOST_BYTES, parseScenario, type ReadResult, readScenario, SCENARIO_SCHEMA } from './read.ts';
export { defaultParameters } from './read-parameters.ts';
export {
  type Bilingual,
  type Cargo,
  fittedFacts,
  listOf,
  numberOf,
  type PublishedFact,
  type Reading,
  type Scenario,
  type ScenarioParameter,
} from './scenario.ts';
export { scenarioText } from './scenario-text.ts';
export { checkSettings, type ReadOne, readParameterValue, unknownParameter } from './settings.ts';
export { STANDING_WORDS } from './standing-words.ts';
export { toTerms } from './terms.ts';
export { HOUR_OF_DAY, quantityInWords, unitInWords } from './unit-words.ts';
export { type Conversion, convert, isUnit, parseQuantity, type Written } from './units.ts';
export { mayVary, USUAL_SPREAD, type VaryingKey } from './varying.ts';
