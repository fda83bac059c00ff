import type { Queryable } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { createCandidatesRepository } from '../internships/index.ts'
import {
  byEmail,
  createHelpersRepository,
  createOrganizationsRepository,
  type FoundByEmail,
  type LikeRecord,
  type LikeSearch,
} from '../postings/index.ts'
import { emailIn } from './find-twins.ts'
import type { ImportType } from './imports.table.ts'
import type { SourceRow, Twins } from './source-row.ts'
import { comparableId, mayBeSameId } from './values/identity.ts'

const searches: Readonly<Partial<Record<ImportType, (db: Queryable) => LikeSearch>>> = {
  candidates: createCandidatesRepository,
  helpers: createHelpersRepository,
  organizations: createOrganizationsRepository,
}

/** Finds stored records by normalized e-mail addresses. */
export async function findByEmail(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  type: ImportType,
  emails: readonly string[],
): Promise<(email: string) => FoundByEmail> {
  const known = (await searches[type]?.(db).findLike(actor.partnerId, { emails, forms: [] })) ?? []
  return byEmail(known)
}

const noTwins: Twins = { sameEmail: [], similarId: [] }

/** Finds stored records that look like the same person or thing, for each row in order. */
export async function findStoredTwins(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  type: ImportType,
  rows: readonly SourceRow[],
): Promise<Twins[]> {
  const search = searches[type]
  if (!search || rows.length === 0) return rows.map(() => noTwins)
  const known = await search(db).findLike(actor.partnerId, {
    emails: rows.flatMap(({ patch }) => emailIn(patch)?.key ?? []),
    forms: rows.flatMap(({ externalId }) => (externalId === null ? [] : formOf(externalId))),
  })
  const findByEmail = byEmail(known)
  const byForm = Map.groupBy(known, ({ externalId }) => formOf(externalId ?? ''))
  return rows.map((row) => twinsOf(row, { findByEmail, byForm }))
}

interface Known {
  findByEmail(email: string): FoundByEmail
  byForm: ReadonlyMap<string, readonly LikeRecord[]>
}

function twinsOf({ externalId, patch }: SourceRow, { findByEmail, byForm }: Known): Twins {
  if (externalId === null) return noTwins
  const isOther = (record: LikeRecord) => record.externalId !== externalId && record.id !== externalId
  const toTwin = (record: LikeRecord) => ({ name: record.externalId ?? record.id, line: null })
  const isAlike = ({ externalId: other }: LikeRecord) => other !== null && mayBeSameId(other, externalId)
  const email = emailIn(patch)?.key ?? ''
  return {
    sameEmail: email === '' ? [] : findByEmail(email).records.filter(isOther).map(toTwin),
    similarId: (byForm.get(formOf(externalId)) ?? []).filter(isAlike).map(toTwin),
  }
}

const LEADING_ZEROS = /^0+/

/** Returns the form with which the database finds ids that may look alike. */
function formOf(externalId: string): string {
  return comparableId(externalId).replaceAll('-', '').replace(LEADING_ZEROS, '')
}
