export { type ClusterNote, type ClusterPlace, onCluster } from './cluster/on-cluster.ts';
export { type AddressFault, type RedisAddress, readRedisAddress, shownAddress } from './cluster/redis-address.ts';
export { ClusterError, type ClusterFault } from './cluster/redis-error.ts';
export { runWorker, type WorkerNote, type WorkerOptions } from './cluster/worker.ts';
export {
  collect,
  type Executor,
  InterruptedError,
  type OnProgress,
  type PrecisionNow,
  type Rows,
  type Take,
  type WhereToRun,
} from './executor.ts';
export { inProcess } from './in-process.ts';
export type { TableFault, TableFormat } from './log-tables.ts';
export { ENCODINGS, type Encoding } from './log-text.ts';
export { onThreads } from './on-threads.ts';
export { type ParquetColumn, type ParquetType, parquet } from './parquet.ts';
export { type LogOptions, type LogRead, readLog } from './read-log.ts';
export { type Replicated, replicate } from './replicate.ts';
export { attributionOf } from './run-attribution.ts';
export { calibrateScenario, sensitivityOf, sweepScenario } from './run-design.ts';
export { type ProbeOptions, runProbes } from './run-probes.ts';
export { replayCalls } from './run-replay.ts';
export { type Replications, runReplications } from './run-replications.ts';
export { RECORDED, type ReportStudy, type ReportStudyOptions, reportStudy } from './run-report.ts';
export { frontierOf, planShip, runSearch } from './run-search.ts';
export { compareModes, compareScenario, runMode, type StudyOptions, type VariantStudyOptions } from './run-study.ts';
export { uncertaintyOf } from './run-uncertainty.ts';
export { verifyScenario } from './run-verify.ts';
export { type Shard, ShardDone } from './shard.ts';
export { importResults } from './store/import-results.ts';
export { lazyStore } from './store/lazy-store.ts';
export {
  answerSql,
  type Cell as StoreCell,
  compareStudies,
  exportParquet,
  listStudies,
  prune,
  QueryError,
  showStudy,
  type Table as StoreTable,
  UnknownStudyError,
} from './store/queries.ts';
export { resultVersion } from './store/result-version.ts';
export { openStore, type ResultsStore, type StudyRow } from './store/results-store.ts';
export { StoreError, type StoreFault } from './store/store-error.ts';
export { withExecutor } from './with-executor.ts';
