import type { Context } from '../../../platform/events/index.ts'
import { didYouMean } from '../../../shared/did-you-mean.ts'
import { validationFailed } from '../../../shared/faults.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { siblingOf } from '../columns/placed-columns.ts'
import { type GivenOptions, joinOptions } from '../file-options.ts'
import type { ImportRun } from '../imports.table.ts'
import { unfitOptions } from '../require-options.ts'
import { foldedWords } from '../values/cell-text.ts'
import { createImportProfilesRepository } from './import-profiles.repository.ts'

type Upload = Pick<ImportRun, 'type' | 'format' | 'programId'> & {
  /** Options that the request itself gives. */
  options: GivenOptions
  profile?: string | undefined
}

/**
 * Returns the options of an upload: those of its profile, overridden by its own. Table options of the profile are dropped
 * for JSON. Throws `validation_failed` for a profile that the partner does not have, or that is for another type of import.
 */
export async function optionsWithProfile(
  { actor, db }: Context,
  { type, format, programId, options, profile: name }: Upload,
): Promise<GivenOptions> {
  if (name === undefined) return options
  const repository = createImportProfilesRepository(db)
  const profile = await repository.find(actor.partnerId, name)
  if (!profile)
    throw refused('import_profile_not_found', await profileNotFound(repository, actor.partnerId, name))
  if (profile.type !== type)
    throw refused('invalid_value', message('fault_profile_type', { name, of: profile.type, wanted: type }))
  const unfit = unfitOptions({ type, format, options: profile.options })
  const fit = Object.fromEntries(
    Object.entries(profile.options).filter(([option]) => !unfit.some((one) => one === option)),
  )
  return joinOptions(withoutOverruled(fit, { options, programId }), options)
}

/** Removes options that the request gives in another form: a header spelled differently, or a program by its other id. */
function withoutOverruled(
  { columns: ofProfile = {}, defaults: cells = {}, ...others }: GivenOptions,
  { options, programId }: Pick<Upload, 'options' | 'programId'>,
): GivenOptions {
  const given = Object.keys(options.columns ?? {}).map(foldedWords)
  const columns = Object.entries(ofProfile).filter(([header]) => !given.includes(foldedWords(header)))
  const said = options.defaults ?? {}
  const defaults = Object.entries(cells).filter(
    ([name]) => !((siblingOf(name) ?? '') in said) && !(programId !== null && name.startsWith('program_')),
  )
  return {
    ...others,
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
    ...(defaults.length > 0 && { defaults: Object.fromEntries(defaults) }),
  }
}

const MOST_NAMES = 100

async function profileNotFound(
  repository: ReturnType<typeof createImportProfilesRepository>,
  partnerId: PartnerId,
  name: string,
): Promise<Message> {
  const rows = await repository.list(partnerId, MOST_NAMES, undefined)
  const similar = didYouMean(
    name,
    rows.map((row) => row.name),
  )
  return message('fault_profile_unknown', { name, meant: similar ?? null })
}

function refused(code: string, said: Message) {
  return validationFailed([{ pointer: '?profile', code, messages: [said] }])
}
