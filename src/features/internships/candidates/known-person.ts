import type { Queryable } from '../../../platform/db/index.ts'
import { spellingsOfEmail } from '../../../shared/email-address.ts'
import { type CandidateId, type PartnerId, sameNumber } from '../../../shared/ids.ts'
import { createMergedRecordsRepository } from '../../postings/index.ts'
import type { CandidateRow, Profile } from './candidates.table.ts'

/** All identifiers of a person: those of the candidate and of records merged into it. */
export interface KnownPerson {
  ids: readonly CandidateId[]
  externalIds: readonly string[]
  /** Names and e-mail addresses, as `identifyingTexts` returns them. */
  texts: readonly string[]
}

export async function knownPerson(db: Queryable, row: CandidateRow): Promise<KnownPerson> {
  const merged = await createMergedRecordsRepository(db, 'candidate').into(row.partnerId, row.id)
  const externalIds = [row.externalId, ...merged.map(({ externalId }) => externalId)]
  return {
    ids: [row.id, ...merged.map(({ id }) => sameNumber('candidate', id))],
    externalIds: externalIds.filter((externalId) => externalId !== null),
    texts: [...new Set([...identifyingTexts(row.profile), ...row.formerTexts])],
  }
}

/**
 * Returns the texts by which rows about a person are found. A preferred name of one word is excluded, because it may occur
 * in other people's rows.
 */
export function identifyingTexts({ email, name, preferred_name }: Profile): string[] {
  const isFull = preferred_name !== undefined && /\S\s+\S/.test(preferred_name)
  return [...spellingsOfEmail(email), name, ...(isFull ? [preferred_name] : [])]
}

/** Returns the ids that a candidate had, even if it was erased. */
export async function knownIds(db: Queryable, partnerId: PartnerId, id: CandidateId): Promise<CandidateId[]> {
  const merged = await createMergedRecordsRepository(db, 'candidate').into(partnerId, id)
  return [id, ...merged.map((one) => sameNumber('candidate', one.id))]
}
