import type { Queryable } from '../../../platform/db/index.ts'
import { spellingsOfEmail } from '../../../shared/email-address.ts'
import { type CandidateId, type PartnerId, sameNumber } from '../../../shared/ids.ts'
import { createMergedRecordsRepository } from '../../postings/index.ts'
import type { CandidateRow, Profile } from './candidates.table.ts'

/** All that a person is known by: of the candidate, and of the records that were merged into it. */
export interface KnownPerson {
  ids: readonly CandidateId[]
  externalIds: readonly string[]
  /** Names and e-mails, as `tellingTexts` gives them. */
  texts: readonly string[]
}

export async function knownPerson(db: Queryable, row: CandidateRow): Promise<KnownPerson> {
  const merged = await createMergedRecordsRepository(db, 'candidate').into(row.partnerId, row.id)
  const externalIds = [row.externalId, ...merged.map(({ externalId }) => externalId)]
  return {
    ids: [row.id, ...merged.map(({ id }) => sameNumber('candidate', id))],
    externalIds: externalIds.filter((externalId) => externalId !== null),
    texts: [...new Set([...tellingTexts(row.profile), ...row.formerTexts])],
  }
}

/** The texts by which rows about a person are found. A preferred name of one word is part of other people's rows too. */
export function tellingTexts({ email, name, preferred_name }: Profile): string[] {
  const isFull = preferred_name !== undefined && /\S\s+\S/.test(preferred_name)
  return [...spellingsOfEmail(email), name, ...(isFull ? [preferred_name] : [])]
}

/** The ids that a candidate had, also one that was erased. */
export async function knownIds(db: Queryable, partnerId: PartnerId, id: CandidateId): Promise<CandidateId[]> {
  const merged = await createMergedRecordsRepository(db, 'candidate').into(partnerId, id)
  return [id, ...merged.map((one) => sameNumber('candidate', one.id))]
}
