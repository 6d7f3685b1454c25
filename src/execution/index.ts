export type { Batch, Executor, OnProgress } from './executor.ts';
export { executorFor } from './executor-for.ts';
export { inProcess } from './in-process.ts';
export { sensitivityOf, sweepScenario, type WhereToRun } from './run-design.ts';
export { type ProbeOptions, runProbes } from './run-probes.ts';
export { compareModes, compareScenario, runMode, type StudyOptions } from './run-study.ts';
export { verifyScenario } from './run-verify.ts';
export { onThreads } from './threads.ts';
