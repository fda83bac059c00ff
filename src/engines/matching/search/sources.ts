import { itemAt } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import { shareOf } from '../factors/skills.ts'
import { topicFrom } from '../fit.ts'
import type { PostingIndex } from '../posting-index.ts'
import { IMPORTANCES } from '../rows/importances.ts'
import type { SlotList } from '../rows/slot-list.ts'
import { type Limits, wantedSkillsOf } from '../score.ts'
import { MUST_RELATEDNESS } from '../weights.ts'
import { answeredBy } from '../wording/answered-words.ts'

/**
 * A list of candidate slots. `limit` is the maximum score of candidates that are in no earlier source. Every candidate
 * that may be eligible is in at least one source.
 */
export interface Source {
  slots: SlotList
  limit: number
}

const MUST = IMPORTANCES.indexOf('must')

/** What candidates can reach at most, and the least topic of a match. */
interface Bounds {
  limits: Limits
  leastTopic: number
  /** Whether pairs without a `must` skill are wanted too. */
  ignoresGates: boolean
}

/** Sources of candidates for an anchor, most promising first. */
export function sourcesOf(context: MatchContext, index: PostingIndex, bounds: Bounds): Source[] {
  const sources = context.anchorIsNeed
    ? sourcesForNeed(context, index, bounds)
    : sourcesForOffer(context, index, bounds)
  return sources
    .filter(({ slots }) => slots.size > 0)
    .sort((a, b) => b.limit - a.limit || a.slots.size - b.slots.size)
}

/** Offers: those with a skill near the rarest `must`, else those with any near skill, and those with any word. */
function sourcesForNeed(context: MatchContext, index: PostingIndex, bounds: Bounds): Source[] {
  const { limits } = bounds
  const { anchor } = context
  const shares = Array.from({ length: anchor.skillCount }, (_, at) => shareOf(anchor, at, context))
  const near = nearLists(context, index)
  const musts = shares.flatMap((_, at) => (anchor.importance(at) === MUST ? [at] : []))
  if (musts.length === 0 || bounds.ignoresGates)
    return [...anyOf(near, shares, limits), ...byWords(context, index, bounds)]
  const [rarest] = musts
    .map((must) => near.filter((one) => one.index === must && one.strength >= MUST_RELATEDNESS))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
  return (rarest ?? []).map(({ slots, index: must, strength }) => ({
    slots,
    limit: limits.scoreWith('posted', 1 - itemAt(shares, must) * (1 - strength), 1),
  }))
}

interface NearList {
  /** Which skill of the anchor, as its place in the list. */
  index: number
  strength: number
  slots: SlotList
}

/** Postings with a skill near one of the anchor's. */
function nearLists({ nearSkills }: MatchContext, index: PostingIndex): NearList[] {
  return Array.from({ length: nearSkills.count }, (_, entry) => ({
    index: nearSkills.index(entry),
    strength: nearSkills.strength(entry),
    slots: index.withSkill(nearSkills.skill(entry)),
  })).filter(({ slots }) => slots.size > 0)
}

function lengthOf(lists: readonly NearList[]): number {
  return lists.reduce((sum, one) => sum + one.slots.size, 0)
}

/**
 * Offers that cover any wanted skill. A candidate first met in one list is in none of the earlier lists, so its maximum
 * relatedness for each skill is that of the remaining lists.
 */
function anyOf(near: readonly NearList[], shares: readonly number[], limits: Limits): Source[] {
  const gain = (one: NearList) => itemAt(shares, one.index) * one.strength
  const inOrder = [...near].sort((a, b) => gain(b) - gain(a) || a.slots.size - b.slots.size)
  const most = shares.map(() => 0)
  let skills = 0
  return inOrder
    .reverse()
    .map((one) => {
      const before = itemAt(most, one.index)
      most[one.index] = Math.max(before, one.strength)
      skills += itemAt(shares, one.index) * (itemAt(most, one.index) - before)
      return { slots: one.slots, limit: limits.scoreWithSome(skills, 1) }
    })
    .reverse()
}

/** Needs: those that want a near skill, and those that have a word by which the offer is found. */
function sourcesForOffer(context: MatchContext, index: PostingIndex, bounds: Bounds): Source[] {
  const { limits } = bounds
  return [
    ...nearLists(context, index).map(({ slots, strength }) => ({
      slots,
      limit: limits.scoreWithSome(strength, 1),
    })),
    ...byWords(context, index, bounds),
  ]
}

/**
 * Postings with a word by which they can be found. Their wording is bounded by the anchor's maximum. Only those that no
 * skill has found are left, so the words alone have to make a match.
 */
function byWords(
  { anchor, anchorIsNeed, wordTerms }: MatchContext,
  index: PostingIndex,
  { limits, leastTopic }: Bounds,
): Source[] {
  const most = answeredBy(wordTerms.most)
  if (topicFrom(0, most, anchor.hasMeaning ? 1 : 0) < leastTopic) return []
  if (anchorIsNeed) {
    const limit = limits.scoreWith(wantedSkillsOf(anchor), 0, most)
    return Array.from(wordTerms.opening, (stem) => ({ slots: index.withStem(stem), limit }))
  }
  const limit = limits.scoreWithSome(0, most)
  const unskilledLimit = limits.scoreWith('none', 0, most)
  return Array.from(wordTerms.opening).flatMap((stem) => [
    { slots: index.withStem(stem), limit },
    { slots: index.unskilledWithStem(stem), limit: unskilledLimit },
  ])
}
