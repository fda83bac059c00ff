import { programsRepository } from '../candidates/index.ts'
import type { Queryable } from '../db/database.ts'
import type { Clock } from '../shared/clock.ts'
import { unknownReference } from '../shared/faults.ts'
import { newId, type PartnerId, type ProgramId } from '../shared/ids.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRun, ImportType } from './imports.table.ts'
import { receiveUpload } from './receive-upload.ts'

export interface Upload {
  type: ImportType
  mode: 'dry_run' | 'apply'
  programId: ProgramId | null
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
  { type, mode, programId, format, source }: Upload,
): Promise<{ run: ImportRun; sha256: string }> {
  if (programId !== null && !(await programsRepository.find(deps.db, partnerId, programId)))
    throw unknownReference('?program_id', 'program')
  const repository = createImportsRepository(deps.db)
  const run = newImport(partnerId, { type, mode, programId, format }, deps.clock())
  await repository.insert(run)
  try {
    const { bytes, sha256 } = await receiveUpload(deps.db, partnerId, run.id, source)
    return { run: { ...run, bytes }, sha256 }
  } catch (error) {
    await repository.remove(partnerId, run.id)
    throw error
  }
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
