import type { CommandEntry } from '../command.ts';

/** The program's commands, in the order of the help. Each is loaded when it is asked for: help and slips need none. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'compare',
    operand: '<scenario>',
    describe: ({ describe }) => describe.compare,
    load: async () => (await import('./compare.ts')).compareCommand,
  },
  {
    name: 'report',
    operand: '<scenario>',
    describe: ({ reports }) => reports.describe.report,
    load: async () => (await import('./report.ts')).reportCommand,
  },
  {
    name: 'run',
    operand: '<scenario>',
    describe: ({ describe }) => describe.run,
    load: async () => (await import('./run.ts')).runCommand,
  },
  {
    name: 'sweep',
    operand: '<scenario>',
    describe: ({ design }) => design.describe.sweep,
    load: async () => (await import('./sweep.ts')).sweepCommand,
  },
  {
    name: 'sensitivity',
    operand: '<scenario>',
    describe: ({ design }) => design.describe.sensitivity,
    load: async () => (await import('./sensitivity.ts')).sensitivityCommand,
  },
  {
    name: 'frontier',
    operand: '<scenario>',
    describe: ({ frontier }) => frontier.describe.frontier,
    load: async () => (await import('./frontier.ts')).frontierCommand,
  },
  {
    name: 'plan',
    operand: '<scenario>',
    describe: ({ plan }) => plan.describe.plan,
    load: async () => (await import('./plan.ts')).planCommand,
  },
  {
    name: 'uncertainty',
    operand: '<scenario>',
    describe: ({ saving }) => saving.describe.uncertainty,
    load: async () => (await import('./uncertainty.ts')).uncertaintyCommand,
  },
  {
    name: 'attribute',
    operand: '<scenario>',
    describe: ({ saving }) => saving.describe.attribute,
    load: async () => (await import('./attribute.ts')).attributeCommand,
  },
  {
    name: 'calibrate',
    operand: '<scenario>',
    describe: ({ calibrate }) => calibrate.describe.calibrate,
    load: async () => (await import('./calibrate.ts')).calibrateCommand,
  },
  {
    name: 'page',
    operand: '[scenario]',
    describe: ({ page }) => page.summary,
    load: async () => (await import('./page.ts')).pageCommand,
  },
  {
    name: 'init',
    describe: ({ init }) => init.summary,
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    name: 'validate',
    operand: '<scenario>',
    describe: ({ describe }) => describe.validate,
    load: async () => (await import('./validate.ts')).validateCommand,
  },
  {
    name: 'schema',
    describe: ({ init }) => init.schema,
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
  {
    name: 'verify',
    operand: '[scenario]',
    describe: ({ describe }) => describe.verify,
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'import',
    describe: (messages) => messages.import.describe.import,
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'replay',
    operand: '<scenario>',
    describe: ({ replay }) => replay.describe.replay,
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  {
    name: 'results',
    describe: ({ results }) => results.summary,
    load: async () => (await import('./results.ts')).resultsCommand,
  },
  {
    name: 'worker',
    describe: ({ where }) => where.describe.worker,
    load: async () => (await import('./worker.ts')).workerCommand,
  },
];
