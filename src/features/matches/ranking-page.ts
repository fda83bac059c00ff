import { z } from 'zod'
import type { PairFilters, RankOptions } from '../../engines/matching/index.ts'
import { type Taxonomy, unknownSkillId } from '../../engines/skills/index.ts'
import { decodeCursor, encodeCursor, type Page } from '../../platform/http/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'
import type { RankedMatch } from './market-ids.ts'
import { canSee } from './markets.ts'
import type { BlockedBy, MatchQuery, RankingNotices, ShownBlockers, StillReading } from './matches.schemas.ts'

/** Why other postings are not ranked. */
export interface NotRanked<M> {
  near_misses: (M & { blockers: ShownBlockers })[]
  blocked_by: BlockedBy[]
}

/** A page of a ranking, as the API returns it. */
export interface MatchPage<M> extends Partial<NotRanked<M>>, Page<M> {
  notices?: RankingNotices
  still_reading?: StillReading
}

const cursorSchema = z.object({ s: z.number().min(0).max(1), i: z.string().max(64), t: z.int() })
/** A client that pages for longer would get an outdated ranking. */
const CURSOR_LIFETIME_MS = DAY_MS
const cursorAt = (nowMs: number) =>
  cursorSchema.refine(({ t }) => t <= nowMs + MINUTE_MS && t > nowMs - CURSOR_LIFETIME_MS)
/** Number of rows up to which a short list is filled with pairs that fit less. */
const FILLED_ROWS = 3

/**
 * Returns the options of a ranking. Later pages use the instant of the first one, so that scores do not change while a
 * client pages.
 */
export function rankOptions(query: MatchQuery, filters: PairFilters, now: Date): RankOptions {
  const nowMs = now.getTime()
  const position = query.cursor === undefined ? null : decodeCursor(query.cursor, cursorAt(nowMs))
  return {
    limit: query.limit + 1,
    asOfMs: position?.t ?? nowMs,
    minScore: query.min_score,
    leastFit: query.include?.includes('weak') ? 'weak' : 'possible',
    fillTo: FILLED_ROWS,
    ...filters,
    ...(position && { after: { score: position.s, id: position.i } }),
  }
}

/** Returns the filters of a ranking. `introduced` returns the ids of postings to which the anchor was introduced. */
export async function readFilters(
  { kinds, modality, max_distance_km, skill, exclude_introduced }: Partial<MatchQuery>,
  { taxonomy }: { taxonomy: Pick<Taxonomy, 'resolve'> },
  introduced: () => Promise<readonly string[]>,
): Promise<PairFilters> {
  return {
    ...(kinds && { kinds }),
    ...(modality && { modalities: modality }),
    ...(max_distance_km !== undefined && { maxDistanceKm: max_distance_km }),
    ...(skill !== undefined && { skill: taxonomy.resolve(skill).skill?.id ?? unknownSkillId(skill) }),
    ...(exclude_introduced && { except: await introduced() }),
  }
}

/** Returns the page of a ranking, which has one more match than the page if further pages follow. */
export function toRankingPage<Side extends 'needId' | 'offerId'>(
  ranked: readonly RankedMatch[],
  { limit, asOfMs, side }: { limit: number; asOfMs: number; side: Side },
): { ids: RankedMatch[Side][]; nextCursor: string | null } {
  const page = ranked.slice(0, limit)
  const last = ranked.length > limit ? page.at(-1) : undefined
  const nextCursor = last ? encodeCursor({ s: last.score, i: last[side], t: asOfMs }) : null
  return { ids: page.map((match) => match[side]), nextCursor }
}

/**
 * Returns the records of these ids in their order, without those that were closed, held, hidden or deleted after the ranking.
 */
export function stillOpen<T>(
  viewer: PartnerId,
  { ids, records }: { ids: readonly string[]; records: readonly T[] },
  postedOf: (record: T) => Parameters<typeof canSee>[1] & { id: string; isHeld: boolean },
): T[] {
  const byId = new Map(records.map((record) => [postedOf(record).id, record]))
  return ids.flatMap((id) => {
    const record = byId.get(id)
    if (!record) return []
    const posted = postedOf(record)
    return posted.status === 'open' && !posted.isHeld && canSee(viewer, posted) ? [record] : []
  })
}

/** Sorts a page by score, because the market may have changed between ranking and explaining. */
export function bestFirst<Side extends string, Row extends { score: number } & Record<Side, string>>(
  data: readonly Row[],
  side: Side,
): Row[] {
  return data.toSorted((a, b) => b.score - a.score || (a[side] < b[side] ? -1 : 1))
}
