import type { Queryable } from '../../../platform/db/index.ts'
import { isId, sameNumber } from '../../../shared/ids.ts'
import type { NameSearch } from '../../postings/index.ts'
import { createCandidatesRepository } from './candidates.repository.ts'

/** Searches the students of an office as helpers, including those whose name others may not see. */
export function createStudentSearch(db: Queryable): NameSearch {
  const students = createCandidatesRepository(db)
  return {
    async findByKeys(partnerId, texts) {
      const keys = texts.map((text) => (isId('helper', text) ? sameNumber('candidate', text) : text))
      const found = await students.withKeys(partnerId, keys)
      // Lists refer to students without an external id by the candidate's id.
      return found.flatMap(({ id, externalId, profile }) =>
        [externalId, id].map((key) => ({
          id: sameNumber('helper', id),
          externalId: key,
          name: profile.name,
        })),
      )
    },

    /**
     * Finds students by name or e-mail address. The name of each record is the text that found it, which may lack accents.
     */
    async findByNames(partnerId, names) {
      const found = await students.called(partnerId, names)
      const records = found.map(({ text, id, externalId }) => ({
        id: sameNumber('helper', id),
        externalId,
        name: text,
      }))
      // Two spellings of a name find one student twice.
      return [...new Map(records.map((one) => [`${one.id} ${one.name.trim().toLowerCase()}`, one])).values()]
    },
  }
}
