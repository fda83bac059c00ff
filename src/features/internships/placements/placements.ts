import type { ListAsked } from '../../../platform/db/index.ts'
import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import type { CandidateId, Id } from '../../../shared/ids.ts'
import { createCohortsRepository } from '../cohorts/cohorts.repository.ts'
import type { CohortRow } from '../cohorts/cohorts.table.ts'
import { comparePlacements } from './compare-placements.ts'
import { createPlacementsRepository } from './placements.repository.ts'
import type { PlacementInput } from './placements.schemas.ts'
import type { PlacementResult, PlacementRow } from './placements.table.ts'
import { requireUnpublished } from './require-unpublished.ts'
import { createRunPlacement, type Result, type RunPlacementPorts } from './run-placement.ts'
import { newPlacement } from './show-placement.ts'

export type PlacementId = Id<'placement'>
export type Placements = ReturnType<typeof createPlacements>

export interface PlacementsPorts extends RunPlacementPorts {
  /** Starts publishing waiting placements. Called after the commit. */
  wakePublishing(): void
}

/** Creates the operations on placements. */
export function createPlacements({ wakePublishing, ...ports }: PlacementsPorts) {
  const runPlacement = createRunPlacement(ports)
  return {
    wakePublishing,

    /** Places a cohort as it is now, without storing the result. Throws `cohort_not_found` and `not_ready`. */
    async run(
      ctx: Context,
      { cohortId, ...input }: PlacementInput & { cohortId: CohortRow['id'] },
    ): Promise<{ row: PlacementRow; results: Result[] }> {
      const cohort = await findCohort(ctx, cohortId)
      const { summary, results } = await runPlacement(ctx, { cohort, ...input })
      return { row: newPlacement(cohort, input, summary, ctx.clock()), results }
    },

    /** Stores a placement that was run. */
    async store(
      ctx: WriteContext,
      { row, results }: { row: PlacementRow; results: readonly Result[] },
    ): Promise<void> {
      const { partnerId, id } = row
      await createPlacementsRepository(ctx.db).insert(
        row,
        results.map((result) => ({ ...result, partnerId, placementId: id })),
      )
      ctx.append({
        partnerId,
        type: 'placement.made',
        resourceId: id,
        data: { status: 'draft', cohort_id: row.cohortId },
      })
    },

    read: readPlacement,

    /** Lists the placements of a cohort, latest first. Throws `cohort_not_found`. */
    async list(
      ctx: Context,
      page: { cohortId: CohortRow['id']; limit: number; before: PlacementId | undefined },
    ): Promise<PlacementRow[]> {
      const { partnerId, id } = await findCohort(ctx, page.cohortId)
      return createPlacementsRepository(ctx.db).listOfCohort(partnerId, id, page.limit, page.before)
    },

    /** Lists the caller's placements that match the filters. */
    listAll: ({ actor, db }: Context, asked: ListAsked) =>
      createPlacementsRepository(db).list(actor.partnerId, asked),
    countAll: (
      { actor, db }: Context,
      { asked, most }: { asked: Pick<ListAsked, 'filters'>; most: number },
    ) => createPlacementsRepository(db).count(actor.partnerId, asked, most),

    /** Lists the results of a placement. Throws `placement_not_found`. */
    async results(
      ctx: Context,
      { id, ...page }: { id: PlacementId } & ResultsPage,
    ): Promise<PlacementResult[]> {
      return createPlacementsRepository(ctx.db).results(await readPlacement(ctx, { id }), page)
    },

    /** Counts the pairs of a placement that its publication could not introduce. Throws `placement_not_found`. */
    async countNotIntroduced(ctx: Context, { id }: { id: PlacementId }): Promise<number> {
      return createPlacementsRepository(ctx.db).countRefused(await readPlacement(ctx, { id }))
    },

    /** Returns the titles of the open needs in these results that the caller may see, by need. Throws `not_ready`. */
    async titlesOf(
      ctx: Context,
      results: readonly Pick<PlacementResult, 'needId'>[],
    ): Promise<ReadonlyMap<string, string>> {
      const ids = [...new Set(results.flatMap(({ needId }) => needId ?? []))]
      if (ids.length === 0) return new Map()
      const visible = await ports.readVisibleNeeds(ctx, { ids })
      return new Map(visible.map(({ id, title }) => [id, title]))
    },

    /** Compares two placements of one cohort. Throws `placement_not_found`. */
    async compare(ctx: Context, { id, otherId }: { id: PlacementId; otherId: PlacementId }) {
      const row = await readPlacement(ctx, { id })
      const other = await readPlacement(ctx, { id: otherId })
      if (other.cohortId !== row.cohortId) throw notFound('placement')
      const repository = createPlacementsRepository(ctx.db)
      return comparePlacements([row, await repository.results(row)], [other, await repository.results(other)])
    },

    /**
     * Marks a placement to be published. Throws `placement_not_found`, `placement_published` and `candidates_published`.
     */
    async publish(ctx: WriteContext, { id }: { id: PlacementId }): Promise<PlacementRow> {
      // Before the draft is locked alone, since two drafts of a cohort would otherwise wait for each other.
      await requireUnpublished(ctx, await readPlacement(ctx, { id }))
      const row = await lockDraft(
        ctx,
        id,
        (status) =>
          `The placement is already ${status}. To place the others, set candidate_ids of the cohort to them and run a new one with POST /v1/cohorts/{id}/placements.`,
      )
      await createPlacementsRepository(ctx.db).setStatus(row, { status: 'publishing', publishedAt: null })
      ctx.append({
        partnerId: row.partnerId,
        type: 'placement.publishing',
        resourceId: id,
        data: { status: 'publishing', cohort_id: row.cohortId },
      })
      return { ...row, status: 'publishing' }
    },

    /** Deletes a draft with its results. Throws `placement_not_found` and `placement_published`. */
    async remove(ctx: WriteContext, { id }: { id: PlacementId }): Promise<PlacementRow> {
      const row = await lockDraft(
        ctx,
        id,
        (status) =>
          `The placement is already ${status}, so it stays as the record of its introductions. To take one back, use POST /v1/introductions/{id}/withdraw.`,
      )
      await createPlacementsRepository(ctx.db).remove(row)
      ctx.append({ partnerId: row.partnerId, type: 'placement.deleted', resourceId: id })
      return row
    },
  }
}

interface ResultsPage {
  limit: number
  after: CandidateId | undefined
  outcome: 'placed' | 'unplaced' | undefined
}

async function findCohort({ actor, db }: Context, id: CohortRow['id']): Promise<CohortRow> {
  const row = await createCohortsRepository(db).find(actor.partnerId, id)
  if (!row) throw notFound('cohort')
  return row
}

async function readPlacement({ actor, db }: Context, { id }: { id: PlacementId }): Promise<PlacementRow> {
  const row = await createPlacementsRepository(db).find(actor.partnerId, id)
  if (!row) throw notFound('placement')
  return row
}

/** Locks a draft. Throws `placement_not_found`, and `placement_published` with this message if it is none. */
async function lockDraft(
  { db, actor }: WriteContext,
  id: PlacementId,
  messageIf: (status: PlacementRow['status']) => string,
): Promise<PlacementRow> {
  const row = await createPlacementsRepository(db).find(actor.partnerId, id, 'update')
  if (!row) throw notFound('placement')
  if (row.status !== 'draft') throw new DomainError('placement_published', messageIf(row.status))
  return row
}
