import type { Context } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import { type PartnerId, uuidToId } from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type MatchingDeps, rankOffers, toMarketNeed } from '../matches/index.ts'
import { changeThatOpensMost } from './open-most.ts'
import { createSprintsRepository, type SprintId } from './sprints.repository.ts'
import type { Sprint } from './sprints.schemas.ts'
import type { SprintRow } from './sprints.table.ts'
import { FREE_KINDS } from './start-sprint.ts'

const MATCHES_SHOWN = 3

type Bottleneck = Sprint['bottlenecks'][number]

export interface ReadSprintPorts {
  /** What a ranking needs, reading on the connection of the context. */
  matching(ctx: Context): MatchingDeps
}

/** Returns a sprint as it is at this moment. Throws `sprint_not_found` and `not_ready`. */
export function createReadSprint({ matching }: ReadSprintPorts) {
  return (ctx: Context, { id }: { id: SprintId }) => readSprint(matching(ctx), ctx.actor.partnerId, id)
}

async function readSprint(
  deps: MatchingDeps,
  partnerId: PartnerId,
  id: SprintId,
): Promise<{ row: SprintRow; shown: Sprint }> {
  const repository = createSprintsRepository(deps.db)
  const row = await repository.find(partnerId, id)
  if (!row) throw notFound('sprint')
  const needIds = row.needIds.map((uuid) => uuidToId('need', uuid))
  const records = await deps.market.needsByKey(needIds.map((needId) => ({ partnerId, id: needId })))
  const counts = await repository.introductionsOf(partnerId, needIds)
  const bottlenecks: Bottleneck[] = []
  for (const needId of needIds) {
    const record = records.find(({ need }) => need.id === needId)
    const countOf = (state: string) =>
      counts.find((one) => one.needId === needId && one.state === state)?.count ?? 0
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
      ...(isOpen && record ? await freeMatchesOrChange(deps, record) : NOTHING_TO_FIND),
    })
  }
  const hoursLeft = Math.max(0, row.deadlineAt.getTime() - deps.clock().getTime()) / HOUR_MS
  const shown: Sprint = {
    id: row.id,
    organization_id: row.organizationId,
    deadline_at: row.deadlineAt.toISOString(),
    half_time_at: row.halfTimeAt.toISOString(),
    hours_left: Math.round(hoursLeft * 10) / 10,
    found: bottlenecks.filter((one) => one.found).length,
    bottlenecks,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
  return { row, shown }
}

const NOTHING_TO_FIND = { matches: [], change_that_opens_most: null }

/** Returns the best free matches, or if there are none the change that would open the most. */
async function freeMatchesOrChange(
  deps: MatchingDeps,
  record: Parameters<typeof toMarketNeed>[0],
): Promise<Pick<Bottleneck, 'matches' | 'change_that_opens_most'>> {
  const need = toMarketNeed(record)
  const query = { limit: MATCHES_SHOWN, min_score: 0, kinds: [...FREE_KINDS] }
  const { data } = await rankOffers(deps, need, query)
  if (data.length > 0) return { matches: data, change_that_opens_most: null }
  return {
    matches: [],
    change_that_opens_most: await changeThatOpensMost(deps, need, deps.clock().getTime()),
  }
}
