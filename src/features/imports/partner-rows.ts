import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { importChunks, importCorrections, importRows, imports, importTurns } from './imports.table.ts'
import { importProfiles } from './profiles/import-profiles.table.ts'

/** Rows that resetting a sandbox deletes. */
export const importsOfPartner: readonly PartnerRows[] = [
  rowsOf(importRows.partnerId),
  rowsOf(importCorrections.partnerId),
  rowsOf(importChunks.partnerId),
  rowsOf(imports.partnerId),
  rowsOf(importTurns.partnerId),
  rowsOf(importProfiles.partnerId),
]
