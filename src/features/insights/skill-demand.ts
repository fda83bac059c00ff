import type { Context } from '../../platform/events/index.ts'
import { isSandbox } from '../../shared/ids.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import { createInsightsRepository, type OwnSupply, type SkillWanted } from './insights.repository.ts'
import type { Window } from './window.ts'

/** Other partners' offers are shown as none below this number, and rounded down to a multiple of it above. */
export const HIDDEN_BELOW = 5
export const SKILLS_SHOWN = 10

export interface SkillDemand extends SkillWanted {
  offeredByOwn: number
  /** A multiple of `HIDDEN_BELOW`. */
  offeredByOthers: number
  /** Ranks in the week's two lists, from 1. */
  mostWanted: number
  leastOffered: number
}

/** From this many skills of offers on, counting is slow, so the counts are cached. */
const MANY_SKILLS = 50_000
const CACHED_MS = MINUTE_MS

/**
 * Creates the query for the skills in either of a week's two lists, with the number of open offers. In a large market the
 * offers of all partners are counted once a minute.
 */
export function createReadSkillDemand({ manySkills = MANY_SKILLS } = {}) {
  let cached: { bySkill: ReadonlyMap<string, number>; untilMs: number } | undefined
  async function networkSupply({ db, clock }: Context): Promise<ReadonlyMap<string, number>> {
    const now = clock().getTime()
    if (cached && now < cached.untilMs) return cached.bySkill
    const bySkill = await createInsightsRepository(db).networkSupply()
    const skills = bySkill.values().reduce((sum, count) => sum + count, 0)
    cached = skills < manySkills ? undefined : { bySkill, untilMs: now + CACHED_MS }
    return bySkill
  }
  return async (ctx: Context, window: Window): Promise<SkillDemand[]> => {
    const { partnerId } = ctx.actor
    const repository = createInsightsRepository(ctx.db)
    const wanted = await repository.skillsWanted(partnerId, window)
    if (wanted.length === 0) return []
    const [own, network] = await Promise.all([
      repository.ownSupply(partnerId),
      isSandbox(partnerId) ? new Map<string, number>() : networkSupply(ctx),
    ])
    const weeks = Map.groupBy(compared(wanted, own, network), ({ startsOn }) => startsOn)
    return [...weeks.values()].flatMap(ranked)
  }
}

type Compared = Omit<SkillDemand, 'mostWanted' | 'leastOffered'>

function compared(
  wanted: readonly SkillWanted[],
  own: readonly OwnSupply[],
  network: ReadonlyMap<string, number>,
): Compared[] {
  const ownByKey = new Map(own.map((one) => [one.key, one]))
  return wanted.map((one) => {
    const { own: offeredByOwn, inNetwork } = ownByKey.get(one.key) ?? { own: 0, inNetwork: 0 }
    // Cached counts may be older than the partner's own offers.
    const others = Math.max(0, (network.get(one.key) ?? 0) - inNetwork)
    return { ...one, offeredByOwn, offeredByOthers: others - (others % HIDDEN_BELOW) }
  })
}

/** Orders skills only by the displayed, rounded counts: the order must not reveal exact ones. */
function ranked(week: readonly Compared[]): SkillDemand[] {
  const byWanted = week.toSorted((a, b) => b.wanted - a.wanted || byKey(a, b))
  const shareOf = (one: Compared) => (one.offeredByOwn + one.offeredByOthers) / one.wanted
  const byOffered = byWanted.toSorted((a, b) => shareOf(a) - shareOf(b))
  const leastOffered = new Map(byOffered.map((one, at) => [one.key, at + 1]))
  return byWanted
    .map((one, at) => ({ ...one, mostWanted: at + 1, leastOffered: leastOffered.get(one.key) ?? 0 }))
    .filter((one) => Math.min(one.mostWanted, one.leastOffered) <= SKILLS_SHOWN)
}

function byKey(a: Compared, b: Compared): number {
  return a.key < b.key ? -1 : Number(a.key > b.key)
}
