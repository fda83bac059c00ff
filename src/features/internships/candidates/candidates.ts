import type { Taxonomy } from '../../../engines/skills/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import type { CandidateId, PartnerId } from '../../../shared/ids.ts'
import { createPosting, type Posting } from '../../postings/index.ts'
import { createCandidatePosting } from './candidates.posting.ts'
import { candidatesRepository } from './candidates.repository.ts'
import type { CandidateInput } from './candidates.schemas.ts'
import type { CandidateRow } from './candidates.table.ts'
import { type ErasePerson, eraseCandidate } from './erase-candidate.ts'

export interface Candidates extends Posting<CandidateRow, CandidateInput> {
  /** Throws `candidate_not_found` where there is none, and never was. */
  demandOnceKnown(partnerId: PartnerId, id: CandidateId): Promise<void>
}

/**
 * The verbs of candidates: those of all postings, but to remove one is to erase the person, and one that was erased is
 * told apart from one that never was (`candidate_erased`).
 */
export function createCandidates(deps: {
  db: Database
  inTransaction: InTransaction
  clock: Clock
  taxonomy: Taxonomy
  elsewhere: ErasePerson
}): Candidates {
  const posting = createPosting(deps, createCandidatePosting(deps))

  async function findOrErased(partnerId: PartnerId, id: CandidateId): Promise<CandidateRow | 'erased'> {
    const row = await candidatesRepository.find(deps.db, partnerId, id)
    if (row) return row
    if (await candidatesRepository.isErased(deps.db, partnerId, id)) return 'erased'
    throw notFound('candidate')
  }

  return {
    ...posting,

    async get(partnerId, id) {
      const row = await findOrErased(partnerId, id)
      if (row !== 'erased') return row
      throw new DomainError('candidate_erased', 'The candidate was erased; nothing of the person is left.')
    },

    async demandOnceKnown(partnerId, id) {
      await findOrErased(partnerId, id)
    },

    async remove(tx, partnerId, id, precondition) {
      // Changing nothing locks the row, and checks that it is there and in the version that was read.
      const row = await posting.change(tx, partnerId, id, {}, precondition)
      await eraseCandidate({ now: deps.clock(), elsewhere: deps.elsewhere }, tx, row)
    },
  }
}
