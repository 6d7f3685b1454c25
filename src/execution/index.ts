export type { Batch, Executor, OnProgress } from './executor.ts';
export { executorFor } from './executor-for.ts';
export { inProcess } from './in-process.ts';
export { compareModes, compareScenario, runMode, type StudyOptions } from './run-study.ts';
export { onThreads } from './threads.ts';
