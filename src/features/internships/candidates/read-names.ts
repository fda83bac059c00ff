import { type CandidateId, isId, sameNumber } from '../../../shared/ids.ts'
import { type ReadNames, readNames } from '../../postings/index.ts'
import { createCandidatesRepository } from './candidates.repository.ts'

/**
 * Reads names like `readNames`, but the helper of a student has the student's own name and external id, if the token may
 * read candidates.
 */
export const readNamesWithStudents: ReadNames = async (ctx, ids) => {
  const names = await readNames(ctx, ids)
  if (!ctx.actor.scopes.has('candidates:read')) return names
  const candidateIds = [...new Set(ids)].flatMap((id): CandidateId[] =>
    id !== null && isId('helper', id) ? [sameNumber('candidate', id)] : [],
  )
  if (candidateIds.length === 0) return names
  const students = await createCandidatesRepository(ctx.db).namesOf(ctx.actor.partnerId, candidateIds)
  return new Map([
    ...names,
    ...students.map(({ id, ...named }) => [sameNumber('helper', id), named] as const),
  ])
}
