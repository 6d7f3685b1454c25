/** Results as text and JSON, in English and Chinese. */
export { attributeCsv } from './attribute-csv.ts';
export { type AttributeJson, attributeJson } from './attribute-json.ts';
export { attributeText } from './attribute-text.ts';
export { type CalibrateJson, calibrateCsv, calibrateJson } from './calibrate-json.ts';
export { calibrateText } from './calibrate-text.ts';
export { compareText } from './compare-text.ts';
export { compareXlsx } from './compare-workbook.ts';
export { sensitivityCsv, sweepCsv } from './design-csv.ts';
export { type SensitivityJson, type SweepJson, sensitivityJson, sweepJson } from './design-json.ts';
export { EVENT_COLUMN_TYPES, eventCsv, eventRows } from './event-table.ts';
export { EVENT_COLUMNS, type EventColumn } from './event-words.ts';
export { fitText } from './fit-text.ts';
export type { Commands } from './frame.ts';
export { frontierCsv } from './frontier-csv.ts';
export { type FrontierJson, frontierJson } from './frontier-json.ts';
export { frontierText } from './frontier-text.ts';
export { loadDraw } from './html/draw.ts';
export { reportHtml } from './html/report-html.ts';
export { type Reported, type ReportJson, reportJson } from './html/report-json.ts';
export { studyHtml } from './html/studies/study-html.ts';
export type { StudyJson } from './html/studies/study-json.ts';
export { badRowsCsv } from './import-csv.ts';
export {
  chargeSource,
  type Imported,
  type ImportedFile,
  type ImportJson,
  importJson,
} from './import-json.ts';
export { bestLaw, importText } from './import-text.ts';
export { IMPORT_WORDS } from './import-words.ts';
export { type IntervalHead, type IntervalRow, intervalPieces, intervalRows } from './interval-rows.ts';
export {
  type CallRows,
  type CompareJson,
  compareJson,
  jsonText,
  type Program,
  type RunJson,
  runJson,
  type VariantsJson,
  variantsJson,
} from './json.ts';
export { wrapped } from './layout.ts';
export { type LaytimeJson, laytimeJson } from './laytime-json.ts';
export { laytimeText } from './laytime-text.ts';
export { messagesOf as reportMessages } from './messages.ts';
export { modeLabel } from './mode-label.ts';
export { ocelPieces } from './ocel.ts';
export { type PlanJson, planCsv, planJson } from './plan-json.ts';
export { planText } from './plan-text.ts';
export { type ReplayJson, replayJson, replayText } from './replay-text.ts';
export { laytimeCsv, runCsv } from './run-csv.ts';
export { runText } from './run-text.ts';
export { type SeasonLog, seasonLog } from './season-log.ts';
export { sensitivityText } from './sensitivity-text.ts';
export { storeTableCsv, storeTableText } from './store-table.ts';
export { type StressJson, stressJson } from './stress/stress-json.ts';
export { stressMarkdown } from './stress/stress-markdown.ts';
export { sweepText } from './sweep-text.ts';
export { timetableCsv, timetableXlsx } from './timetable-table.ts';
export { quoted, typedCommand } from './typed-command.ts';
export { uncertaintyCsv } from './uncertainty-csv.ts';
export { type UncertaintyJson, uncertaintyJson } from './uncertainty-json.ts';
export { uncertaintyText } from './uncertainty-text.ts';
export { unfinishedText } from './unfinished.ts';
export { type ValidateJson, validateJson, validateText } from './validate.ts';
export { variantsCsv } from './variants-csv.ts';
export { variantsText } from './variants-text.ts';
export { type VerifyJson, verifyCsv, verifyJson, verifyText } from './verify.ts';
