import type { Context, InTransaction, WriteContext } from '../../platform/events/index.ts'
import type { DomainError } from '../../shared/errors.ts'
import { unknownReference, validationFailed } from '../../shared/faults.ts'
import { type Id, newId, type PartnerId, type ProgramId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { DAY_MS } from '../../shared/time.ts'
import { createPartnersRepository } from '../access/index.ts'
import { createCohortsRepository, createProgramsRepository } from '../internships/index.ts'
import type { GivenOptions } from './file-options.ts'
import { createImportFilesRepository } from './import-files.repository.ts'
import { createImportsRepository, type ImportId } from './imports.repository.ts'
import type { ImportRun, ImportType } from './imports.table.ts'
import { optionsWithProfile } from './profiles/use-profile.ts'
import { cancelledMeanwhile, receiveUpload } from './receive-upload.ts'
import { requireOptions } from './require-options.ts'
import { requireRoom, type WaitingLimits } from './require-room.ts'

/** How long a file is kept to be read again, and how many files a partner may keep. */
const KEPT_MS = DAY_MS
const MOST_KEPT = 5

export interface Upload {
  type: ImportType
  mode: 'dry_run' | 'apply'
  programId: ProgramId | null
  cohortId: Id<'cohort'> | null
  /** Options that the request itself gives. */
  options: GivenOptions
  /** Name of the import profile that fills in the other options. */
  profile?: string | undefined
  format: ImportRun['format']
  source: AsyncIterable<Buffer>
  /** Whether the file is kept for a while after the end, to be read again with other options. */
  isKept?: boolean
  /** Declared size in bytes. Null if it is known only once the file has arrived. */
  declaredBytes: number | null
}

export interface StartPorts {
  inTransaction: InTransaction
  limits: WaitingLimits
  /** Makes this process look for queued imports at once. */
  wakeQueue(): void
}

/**
 * Queues the import in a transaction, once per request. Returns the answer, which is the earlier answer if the request is
 * repeated. `sha256` is the hash of the file.
 */
type WriteOnce<T> = (queue: (ctx: WriteContext) => Promise<ImportRun>, sha256: string) => Promise<T>

/**
 * Receives a file and queues its import. The file is kept only if the answer is about this import: not after a refusal, and
 * not if the answer repeats an earlier one. Throws what `receiveUpload` throws, `too_many_imports` before the file is
 * stored, and `validation_failed` for an unknown program, cohort or profile and for options that the type or the file can't
 * have.
 */
export function createStartImport(ports: StartPorts) {
  return async function startImport<T extends { id: ImportId }>(
    ctx: Context,
    { writeOnce, ...upload }: Upload & { writeOnce: WriteOnce<T> },
  ): Promise<T> {
    const { run, sha256 } = await receive(ports, ctx, upload)
    let answeredId: ImportId | null = null
    try {
      const answer = await writeOnce((write) => queueImport(write, run), sha256)
      answeredId = answer.id
      return answer
    } finally {
      if (answeredId === run.id) ports.wakeQueue()
      else await createImportsRepository(ctx.db).removeReceiving(run.partnerId, run.id)
    }
  }
}

async function receive(
  { inTransaction, limits }: StartPorts,
  ctx: Context,
  { source, declaredBytes, profile, ...given }: Upload,
): Promise<{ run: ImportRun; sha256: string }> {
  const { partnerId } = ctx.actor
  const upload = { ...given, options: await optionsWithProfile(ctx, { ...given, profile }) }
  await requireOptions(ctx, upload)
  await requireParents(ctx, upload)
  const run = newImport(partnerId, upload, { bytes: declaredBytes ?? 0, now: ctx.clock() })
  await inTransaction(async ({ db }) => {
    // Locks the partner, so that its uploads are counted one after another.
    await createPartnersRepository(db).findPartner(partnerId, 'no key update')
    await requireRoom(db, partnerId, { limits, added: { imports: 1, bytes: run.bytes } })
    await createImportsRepository(db).insert(run)
    if (run.keptUntil) await createImportFilesRepository(db).dropKept(partnerId, { but: MOST_KEPT })
  })
  const requireStillRoom = () => requireRoom(ctx.db, partnerId, { limits, added: { imports: 0, bytes: 0 } })
  try {
    const received = await receiveUpload(ctx.db, run, source, {
      onStored: declaredBytes === null ? requireStillRoom : async () => {},
    })
    const { sha256, ...found } = received
    return { run: { ...run, ...found }, sha256 }
  } catch (error) {
    await createImportsRepository(ctx.db).removeReceiving(partnerId, run.id)
    throw error
  }
}

/** Tells whether rows of this type join a program. */
export function takesProgram(type: ImportType): boolean {
  return type === 'candidates'
}

/** Tells whether rows of this type belong to a cohort, which the import must name. */
export function takesCohort(type: ImportType): boolean {
  return type === 'candidate_preferences' || type === 'organization_preferences'
}

function notTaken(pointer: string, types: readonly ImportType[]): DomainError {
  const messages = [message('fault_option_of', { types })]
  return validationFailed([{ pointer, code: 'invalid_value', messages }])
}

export async function requireParents(
  { db, actor }: Context,
  { type, programId, cohortId }: Pick<Upload, 'type' | 'programId' | 'cohortId'>,
): Promise<void> {
  if (programId !== null && !takesProgram(type)) throw notTaken('?program_id', ['candidates'])
  if (programId !== null && !(await createProgramsRepository(db).find(actor.partnerId, programId)))
    throw unknownReference('?program_id', 'program')
  if (!takesCohort(type)) {
    if (cohortId === null) return
    throw notTaken('?cohort_id', ['candidate_preferences', 'organization_preferences'])
  }
  if (cohortId === null || !(await createCohortsRepository(db).find(actor.partnerId, cohortId)))
    throw unknownReference('?cohort_id', 'cohort')
}

async function queueImport({ db }: WriteContext, run: ImportRun): Promise<ImportRun> {
  const { bytes, format, encoding, notices } = run
  const queued = { status: 'queued', bytes, format, encoding, notices } as const
  if (!(await createImportsRepository(db).updateIf('receiving', run, queued))) throw cancelledMeanwhile()
  return { ...run, status: 'queued' }
}

/** Creates the row of an import whose file has not arrived yet. */
export function newImport(
  partnerId: PartnerId,
  { isKept = false, ...upload }: Omit<Upload, 'source' | 'declaredBytes' | 'profile'>,
  { bytes, now }: { bytes: number; now: Date },
): ImportRun {
  return {
    ...upload,
    partnerId,
    id: newId('import'),
    status: 'receiving',
    failure: null,
    headers: null,
    encoding: null,
    bytes,
    rowsRead: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    noticed: 0,
    notices: null,
    claimedUntil: null,
    keptUntil: isKept ? new Date(now.getTime() + KEPT_MS) : null,
    rowsExpected: null,
    replaces: [],
    attempts: 0,
    startedAt: null,
    endedAt: null,
    undoneAt: null,
    kept: null,
    createdAt: now,
    updatedAt: now,
  }
}
