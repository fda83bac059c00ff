export { cancelAnyImport } from './cancel-import.ts'
export { eraseCandidateRows, listCandidateRows } from './candidate-rows.ts'
export { columnsOf, isConsentTime } from './columns/columns.ts'
export { sheetOf } from './columns/write-cells.ts'
export { type Detail, detailsOfFault } from './details.ts'
export type { GivenOptions } from './file-options.ts'
export type { BatchPorts } from './import-batches.ts'
export { createImportQueue, type ImportQueue } from './import-queue.ts'
export { createImportsRepository } from './imports.repository.ts'
export { registerImportsRoutes } from './imports.routes.ts'
export {
  type Correction,
  type Failure,
  type ImportRow,
  type ImportRun,
  type ImportType,
  importTypes,
  type KeptRecords,
  type StoredNotice,
} from './imports.table.ts'
export { createImports, type Imports } from './imports.ts'
export { joinNotices } from './merge-rows.ts'
export { importsOfPartner } from './partner-rows.ts'
export { profileName } from './profiles/import-profiles.schemas.ts'
export type { ImportProfile } from './profiles/import-profiles.table.ts'
export { MAX_BYTES } from './receive-upload.ts'
export { showImport } from './show-import.ts'
export { type Sample, samplesOf, showInspection } from './show-inspection.ts'
export { takesCohort, takesProgram } from './start-import.ts'
export { templateOf } from './template.ts'
export { canBeUndone } from './undo/undo-import.ts'
export { createFindUnknownSkills } from './unknown-skills.ts'
export { openForm } from './upload-form.routes.ts'
export { type DayRange, readDayRanges } from './values/day-ranges.ts'
export { readWeeklyHours, type WeeklyWindow } from './values/weekly-hours.ts'
