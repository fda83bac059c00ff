import type { RequestContext } from '../../../../platform/http/index.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { sameNumber } from '../../../../shared/ids.ts'
import { type PlacementResult, type Placements, readNamesWithStudents } from '../../../internships/index.ts'

/** Returns the name of a record by id, if the reader may know it. */
export type NameOf = (id: string | null) => string | null

type Result = Pick<PlacementResult, 'candidateId' | 'needId' | 'organizationId'>

/** Reads the names of everybody and everything in results. A student is found by the candidate's id. */
export async function resultNames(
  ctx: RequestContext,
  placements: Placements,
  results: readonly Result[],
): Promise<NameOf> {
  const ids = results.flatMap(({ candidateId, organizationId }) => [
    sameNumber('helper', candidateId),
    organizationId,
  ])
  const names = await readNamesWithStudents(ctx, ids)
  const students = new Map(
    results.map(({ candidateId }) => [
      candidateId as string,
      names.get(sameNumber('helper', candidateId))?.name,
    ]),
  )
  const needs = await needNames(ctx, placements, results)
  return (id) => (id === null ? null : (students.get(id) ?? names.get(id)?.name ?? needs(id)))
}

/** Reads the titles of needs: the reader's own, and open ones of others that the reader may see. */
export async function needNames(
  ctx: RequestContext,
  placements: Placements,
  needs: readonly Pick<PlacementResult, 'needId'>[],
): Promise<NameOf> {
  const own = await readNamesWithStudents(
    ctx,
    needs.map(({ needId }) => needId),
  )
  const titles = await titlesOf(ctx, placements, needs)
  return (id) => (id === null ? null : (own.get(id)?.name ?? titles.get(id) ?? null))
}

/** Reads the titles of others' needs. Empty while the index is being loaded at the start. */
async function titlesOf(
  ctx: RequestContext,
  placements: Placements,
  needs: readonly Pick<PlacementResult, 'needId'>[],
): Promise<ReadonlyMap<string, string>> {
  try {
    return await placements.titlesOf(ctx, needs)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_ready') return new Map()
    throw error
  }
}
