import { itemAt } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import { shareOf } from '../factors/skills.ts'
import { mostMeaningOfTopic, topicFrom } from '../fit.ts'
import type { Limits } from '../limits.ts'
import type { PostingIndex } from '../posting-index.ts'
import { IMPORTANCES } from '../rows/importances.ts'
import type { Row } from '../rows/row.ts'
import type { SlotList } from '../rows/slot-list.ts'
import { wantedSkillsOf } from '../score.ts'
import { MOST_HINT_CONFIDENCE, MUST_RELATEDNESS } from '../weights.ts'
import { answeredBy } from '../wording/answered-words.ts'

/**
 * A list of candidate slots. `limit` is the upper bound of the score of candidates that are in no earlier source. Every
 * candidate that may be eligible is in at least one source.
 */
export interface Source {
  slots: SlotList
  limit: number
}

const MUST = IMPORTANCES.indexOf('must')

/** Upper bounds of the factors, and the minimum topic of a match. */
interface Bounds {
  limits: Limits
  leastTopic: number
  /** Whether pairs that lack a `must` skill are wanted too. */
  ignoresGates: boolean
}

/** Returns the sources of candidates for an anchor, most promising first. */
export function sourcesOf(context: MatchContext, index: PostingIndex, bounds: Bounds): Source[] {
  const sources = context.anchorIsNeed
    ? sourcesForNeed(context, index, bounds)
    : sourcesForOffer(context, index, bounds)
  return sources
    .filter(({ slots }) => slots.size > 0)
    .sort((a, b) => b.limit - a.limit || a.slots.size - b.slots.size)
}

/**
 * Returns lists of offers: those with a skill near the rarest `must` or, if there is no `must`, those with any near
 * skill or any word.
 */
function sourcesForNeed(context: MatchContext, index: PostingIndex, bounds: Bounds): Source[] {
  const { limits } = bounds
  const { anchor } = context
  const shares = Array.from({ length: anchor.skillCount }, (_, at) => shareOf(anchor, at, context))
  const near = nearLists(context, index)
  const musts = shares.flatMap((_, at) => (anchor.importance(at) === MUST ? [at] : []))
  if (musts.length === 0 || bounds.ignoresGates) {
    const unlisted = shares.map((_, at) => mostUnlisted(anchor, at, index))
    const covered = meanOf(unlisted, shares)
    return [...anyOf(near, { shares, unlisted }, limits), ...byWords(context, index, bounds, covered)]
  }
  const [rarest] = musts
    .map((must) => near.filter((one) => one.index === must && one.strength >= MUST_RELATEDNESS))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
  return (rarest ?? []).map(({ slots, index: must, strength }) => ({
    slots,
    limit: limits.scoreWith('posted', 1 - itemAt(shares, must) * (1 - strength), 1),
  }))
}

interface NearList {
  /** Index of the anchor's skill. */
  index: number
  strength: number
  slots: SlotList
}

/** Returns the postings with a skill near one of the anchor's. Hints of either side find none. */
function nearLists({ anchor, nearSkills }: MatchContext, index: PostingIndex): NearList[] {
  return Array.from({ length: nearSkills.count }, (_, entry) => ({
    index: nearSkills.index(entry),
    strength: nearSkills.strength(entry),
    slots: index.withSkill(nearSkills.skill(entry)),
  })).filter((one) => one.slots.size > 0 && !anchor.isHint(one.index))
}

/** Returns how much of a wanted skill an offer can cover that is in none of the skill's lists. */
function mostUnlisted(need: Row, wanted: number, offers: PostingIndex): number {
  if (need.isHint(wanted)) return 1
  return offers.hasHints ? MOST_HINT_CONFIDENCE : 0
}

function meanOf(values: readonly number[], shares: readonly number[]): number {
  return values.reduce((sum, one, at) => sum + one * itemAt(shares, at), 0)
}

function lengthOf(lists: readonly NearList[]): number {
  return lists.reduce((sum, one) => sum + one.slots.size, 0)
}

/**
 * Returns the offers that cover any wanted skill. A candidate that appears first in one list is in none of the earlier
 * lists, so its best relatedness to each skill comes from the remaining lists or from hints.
 */
function anyOf(
  near: readonly NearList[],
  { shares, unlisted }: { shares: readonly number[]; unlisted: readonly number[] },
  limits: Limits,
): Source[] {
  const gain = (one: NearList) => itemAt(shares, one.index) * one.strength
  const inOrder = [...near].sort((a, b) => gain(b) - gain(a) || a.slots.size - b.slots.size)
  const most = [...unlisted]
  let skills = meanOf(most, shares)
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

/** Returns lists of needs: those that want a near skill, and those with a word by which the offer can be found. */
function sourcesForOffer(context: MatchContext, index: PostingIndex, bounds: Bounds): Source[] {
  const { limits } = bounds
  const { anchor } = context
  const hasHints = Array.from({ length: anchor.skillCount }, (_, at) => anchor.isHint(at)).includes(true)
  // A need may have only hints, which are in no list.
  const unlisted = anchor.skillCount > 0 && index.hasHints ? 1 : hasHints ? MOST_HINT_CONFIDENCE : 0
  return [
    ...nearLists(context, index).map(({ slots, strength }) => ({
      slots,
      limit: limits.scoreWithSome(Math.max(strength, unlisted), 1),
    })),
    ...byWords(context, index, bounds, unlisted),
  ]
}

/**
 * Returns the postings with a word by which they can be found. The anchor's maximum bounds their wording. No skill has
 * found them, so only words and hints can make them match. `skills` is how much hints can cover.
 */
function byWords(
  { anchor, anchorIsNeed, wordTerms }: MatchContext,
  index: PostingIndex,
  { limits, leastTopic }: Bounds,
  skills: number,
): Source[] {
  const most = answeredBy(wordTerms.most)
  if (topicFrom(skills, most, mostMeaningOfTopic(anchor.hasMeaning)) < leastTopic) return []
  if (anchorIsNeed) {
    const limit = limits.scoreWith(wantedSkillsOf(anchor), skills, most)
    return Array.from(wordTerms.opening, (stem) => ({ slots: index.withStem(stem), limit }))
  }
  const limit = limits.scoreWithSome(skills, most)
  const unskilledLimit = limits.scoreWith('none', 0, most)
  return Array.from(wordTerms.opening).flatMap((stem) => [
    { slots: index.withStem(stem), limit },
    { slots: index.unskilledWithStem(stem), limit: unskilledLimit },
  ])
}
