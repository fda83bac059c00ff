import type { Context } from '../../../platform/events/index.ts'
import type { CandidateId } from '../../../shared/ids.ts'
import { normalizeText } from '../../../shared/normalize-text.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import type { CandidateRow } from '../candidates/candidates.table.ts'
import type { CohortRow } from './cohorts.table.ts'

export interface NamedMembersAsked {
  /** Part of a name or of an external id. */
  q?: string | undefined
  from: number
  limit: number
}

/** Lists the ids of the candidates who take part in a cohort: those named, or all of its program. */
export async function listMembers({ db }: Context, row: CohortRow): Promise<CandidateId[]> {
  return (await createCandidatesRepository(db).membersOf(row)).map(({ id }) => id)
}

/** Lists the candidates whom a cohort names, by name, and all of their ids. Empty if it takes its whole program. */
export async function listNamedMembers(
  { db }: Context,
  { partnerId, candidateIds }: CohortRow,
  { q, from, limit }: NamedMembersAsked,
): Promise<{ ids: CandidateId[]; rows: CandidateRow[] }> {
  const repository = createCandidatesRepository(db)
  const names = await repository.namesOf(partnerId, candidateIds ?? [])
  const wanted = folded(q ?? '')
  const found = names
    .filter(({ name, externalId }) => [name, externalId ?? ''].some((text) => folded(text).includes(wanted)))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
  const ids = found.map(({ id }) => id)
  const shown = ids.slice(from, from + limit)
  const rows = new Map((await repository.findAll(partnerId, shown)).map((row) => [row.id, row]))
  return { ids, rows: shown.flatMap((id) => rows.get(id) ?? []) }
}

function folded(text: string): string {
  return normalizeText(text, 'NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
