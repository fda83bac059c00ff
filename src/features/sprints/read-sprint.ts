import type { Context } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import { uuidToId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { HOUR_MS } from '../../shared/time.ts'
import {
  createMarketRepository,
  type MatchPage,
  type NeedRecord,
  type OfferMatch,
  type OpeningChange,
  type RankingContext,
  type RankOffersInput,
} from '../matches/index.ts'
import { createSprintsRepository, type SprintId } from './sprints.repository.ts'
import type { Sprint } from './sprints.schemas.ts'
import type { SprintRow } from './sprints.table.ts'
import { FREE_KINDS } from './start-sprint.ts'

const MATCHES_SHOWN = 3

type Bottleneck = Sprint['bottlenecks'][number]

export interface ReadSprintPorts {
  /** Ranks offers for a need. Throws `not_ready`. */
  rankOffers(ctx: RankingContext, input: RankOffersInput): Promise<MatchPage<OfferMatch>>
  /** Finds the one change to a need that would let the most offers match. */
  findOpeningChange(
    ctx: Context,
    input: { record: NeedRecord; language: ReaderLanguage },
  ): Promise<OpeningChange | null>
}

/** Creates the query for a sprint's current state. Throws `sprint_not_found` and `not_ready`. */
export function createReadSprint(ports: ReadSprintPorts) {
  return async function readSprint(
    ctx: RankingContext,
    { id, language }: { id: SprintId; language: ReaderLanguage },
  ): Promise<{ row: SprintRow; shown: Sprint }> {
    const row = await createSprintsRepository(ctx.db).find(ctx.actor.partnerId, id)
    if (!row) throw notFound('sprint')
    const bottlenecks = await readBottlenecks(ctx, ports, { row, language })
    const hoursLeft = Math.max(0, row.deadlineAt.getTime() - ctx.clock().getTime()) / HOUR_MS
    const shown: Sprint = {
      id: row.id,
      organization_id: row.organizationId,
      deadline_at: row.deadlineAt.toISOString(),
      half_time_at: row.halfTimeAt.toISOString(),
      hours_left: Math.round(hoursLeft * 10) / 10,
      found: bottlenecks.filter((one) => one.found).length,
      bottlenecks,
      version: row.version,
      created_at: row.createdAt.toISOString(),
      updated_at: row.updatedAt.toISOString(),
    }
    return { row, shown }
  }
}

async function readBottlenecks(
  ctx: RankingContext,
  ports: ReadSprintPorts,
  { row, language }: { row: SprintRow; language: ReaderLanguage },
): Promise<Bottleneck[]> {
  const { partnerId } = row
  const needIds = row.needIds.map((uuid) => uuidToId('need', uuid))
  const keys = needIds.map((id) => ({ partnerId, id }))
  const records = await createMarketRepository(ctx.db).needsByKey(keys)
  const counts = await createSprintsRepository(ctx.db).introductionsOf(partnerId, needIds)
  const bottlenecks: Bottleneck[] = []
  for (const needId of needIds) {
    const record = records.find(({ need }) => need.id === needId)
    const countOf = (status: string) =>
      counts.find((one) => one.needId === needId && one.status === status)?.count ?? 0
    const introductions = {
      proposed: countOf('proposed'),
      accepted: countOf('accepted'),
      declined: countOf('declined'),
    }
    const found = introductions.accepted > 0
    const isOpen = record?.need.status === 'open' && !found
    bottlenecks.push({
      need_id: needId,
      title: record?.need.title ?? null,
      found,
      introductions,
      ...(isOpen && record ? await freeMatchesOrChange(ctx, ports, { record, language }) : NOTHING_TO_FIND),
    })
  }
  return bottlenecks
}

const NOTHING_TO_FIND = { matches: [], change_that_opens_most: null }

/** Returns the best free matches or, if there are none, the change that would let the most offers match. */
async function freeMatchesOrChange(
  ctx: RankingContext,
  ports: ReadSprintPorts,
  { record, language }: { record: NeedRecord; language: ReaderLanguage },
): Promise<Pick<Bottleneck, 'matches' | 'still_reading' | 'change_that_opens_most'>> {
  const query = { limit: MATCHES_SHOWN, min_score: 0, kinds: [...FREE_KINDS] }
  const { data, still_reading } = await ports.rankOffers(ctx, { record, query, language })
  return {
    matches: data,
    ...(still_reading && { still_reading }),
    change_that_opens_most: data.length > 0 ? null : await ports.findOpeningChange(ctx, { record, language }),
  }
}
