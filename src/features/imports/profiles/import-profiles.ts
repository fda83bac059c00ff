import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { type Precondition, requireVersion } from '../../../shared/precondition.ts'
import type { GivenOptions } from '../file-options.ts'
import type { ImportType } from '../imports.table.ts'
import { checkProfile } from './check-profile.ts'
import { createImportProfilesRepository } from './import-profiles.repository.ts'
import type { ImportProfile } from './import-profiles.table.ts'

/** The operations on import profiles. Imports keep the options they began with, whatever happens to their profile. */
export const importProfileVerbs = {
  put: putProfile,
  read: findProfile,
  list: listProfiles,
  remove: removeProfile,
}

/** Creates or replaces a profile. Throws `precondition_failed` and `validation_failed`. */
async function putProfile(
  ctx: WriteContext,
  {
    name,
    type,
    options,
    precondition,
  }: { name: string; type: ImportType; options: GivenOptions; precondition: Precondition },
): Promise<{ row: ImportProfile; created: boolean }> {
  await checkProfile(ctx, type, options)
  const { partnerId } = ctx.actor
  const now = ctx.clock()
  const repository = createImportProfilesRepository(ctx.db)
  for (;;) {
    const before = await repository.find(partnerId, name, 'update')
    if (before) {
      requireVersion(before, precondition)
      const row = { ...before, type, options, version: before.version + 1, updatedAt: now }
      await repository.replace(row)
      return { row, created: false }
    }
    if (precondition && !precondition(null))
      throw new DomainError(
        'precondition_failed',
        'There is no import profile with this name yet. Leave If-Match out to create it.',
      )
    const row = { partnerId, name, type, options, version: 1, createdAt: now, updatedAt: now }
    if (await repository.insert(row)) return { row, created: true }
    // Another request has created it meanwhile: the next round finds it.
  }
}

/** Returns a profile. Throws `import_profile_not_found`. */
async function findProfile(
  { actor, db }: Context,
  { name, lock }: { name: string; lock?: 'update' },
): Promise<ImportProfile> {
  const row = await createImportProfilesRepository(db).find(actor.partnerId, name, lock)
  if (row) return row
  throw new DomainError(
    'import_profile_not_found',
    'There is no import profile with this name. GET /v1/import-profiles lists yours.',
  )
}

/** Lists profiles by name. */
function listProfiles(
  { actor, db }: Context,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<ImportProfile[]> {
  return createImportProfilesRepository(db).list(actor.partnerId, limit, after)
}

/** Removes a profile. Throws `import_profile_not_found` and `precondition_failed`. */
async function removeProfile(
  ctx: WriteContext,
  { name, precondition }: { name: string; precondition: Precondition },
): Promise<void> {
  requireVersion(await findProfile(ctx, { name, lock: 'update' }), precondition)
  await createImportProfilesRepository(ctx.db).remove(ctx.actor.partnerId, name)
}
