import type { Queryable } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { unknownReference } from '../../shared/faults.ts'
import { type Id, newId, type PartnerId, type ProgramId } from '../../shared/ids.ts'
import { createCohortsRepository, createProgramsRepository } from '../internships/index.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRun, ImportType } from './imports.table.ts'
import { receiveUpload } from './receive-upload.ts'

export interface Upload {
  type: ImportType
  mode: 'dry_run' | 'apply'
  programId: ProgramId | null
  cohortId: Id<'cohort'> | null
  format: 'csv' | 'ndjson'
  source: AsyncIterable<Buffer>
}

/**
 * Receives the file of an import, which waits until it is queued. Where that fails nothing of it stays. Throws as
 * `receiveUpload` does, and where the program is not there.
 */
export async function receiveImport(
  deps: { db: Queryable; clock: Clock },
  partnerId: PartnerId,
  { source, ...upload }: Upload,
): Promise<{ run: ImportRun; sha256: string }> {
  await demandParents(deps.db, partnerId, upload)
  const repository = createImportsRepository(deps.db)
  const run = newImport(partnerId, upload, deps.clock())
  await repository.insert(run)
  try {
    const { bytes, sha256 } = await receiveUpload(deps.db, partnerId, run.id, source)
    return { run: { ...run, bytes }, sha256 }
  } catch (error) {
    await repository.remove(partnerId, run.id)
    throw error
  }
}

async function demandParents(
  db: Queryable,
  partnerId: PartnerId,
  { type, programId, cohortId }: Omit<Upload, 'source'>,
): Promise<void> {
  if (programId !== null && !(await createProgramsRepository(db).find(partnerId, programId)))
    throw unknownReference('?program_id', 'program')
  const isOfCohort = type === 'candidate_preferences' || type === 'organization_preferences'
  if (!isOfCohort && cohortId === null) return
  if (cohortId === null || !(await createCohortsRepository(db).find(partnerId, cohortId)))
    throw unknownReference('?cohort_id', 'cohort')
}

/** Lets a received import run. */
export async function queueImport(db: Queryable, run: ImportRun): Promise<ImportRun> {
  await createImportsRepository(db).update(run, { state: 'queued', bytes: run.bytes })
  return { ...run, state: 'queued' }
}

function newImport(partnerId: PartnerId, upload: Omit<Upload, 'source'>, now: Date): ImportRun {
  return {
    ...upload,
    partnerId,
    id: newId('import'),
    state: 'receiving',
    failure: null,
    headers: null,
    bytes: 0,
    rowsRead: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    claimedUntil: null,
    attempts: 0,
    startedAt: null,
    endedAt: null,
    createdAt: now,
    updatedAt: now,
  }
}
