import type { MatchContext } from '../context.ts'
import type { BlockedOptions, RankOptions } from '../engine-interface.ts'
import type { WantedSkills } from '../factor-weights.ts'
import { shareOf } from '../factors/skills.ts'
import { Limits, ROUNDING, type UtilityLine, weighingOf } from '../limits.ts'
import { FLAGS, kindBits } from '../rows/flags.ts'
import { wantedSkillsOf } from '../score.ts'
import type { Sides } from '../sides.ts'
import {
  LEAST_TOPIC,
  LEAST_TOPIC_OF_FILLING,
  MEANING_SHARE_OF_TOPIC,
  MOST_HINT_CONFIDENCE,
  USED_SHARE_OF_TOPIC,
} from '../weights.ts'

/**
 * What to look for on the other side of a market that lies elsewhere, and how much a posting can reach there at most, as plain
 * values for a statement. A posting is a candidate if it has one of the skills or one of the words by which it is found. It passes if
 * it shares a flag of each group, and its topic may reach the least one.
 */
export interface Question {
  /** Of candidates. */
  side: 'need' | 'offer'
  foundBySkills: string[]
  foundByWords: string[]
  /** What each skill of a candidate adds to its `skills` at most: all are added for offers, the most counts for needs. */
  skills: Record<string, number>
  /** A skill that a candidate only hints at counts this part. */
  hintShare: number
  /** What each stem adds to its `wording` at most, before `answeredBy`, and the most of all together. */
  words: Record<string, number>
  mostWording: number
  flagGroups: number[]
  /** Candidates of other partners need all of these flags. Null where they can't be seen. */
  flagsOfOthers: number | null
  /** A candidate must not have ended before this day, or begin after the other one. */
  days: { from: number; until: number }
  /** Its score is at most the greatest harmonic mean of these, plus `rounding`. */
  lines: Sides<UtilityLine>[]
  rounding: number
  minScore: number
  leastTopic: number
  /** How much a skill of a candidate is used at most. */
  uses: Record<string, number>
  /** The part of the topic that is missed where all skills are used counts so much less, and the part that the meaning leaves. */
  shareOfUse: number
  missedByMeaning: number
}

export type Asked =
  | { kind: 'rank'; options: RankOptions }
  /** Also what gates keep apart. */
  | { kind: 'blocked'; options: BlockedOptions }

/** The question for the anchor of a context, which has been asked. */
export function questionOf(context: MatchContext, asked: Asked): Question {
  const { options } = asked
  const { anchor, anchorIsNeed, wordTerms } = context
  const limits = new Limits()
  limits.read(context)
  const { stems } = context.market.vocabulary
  const ids = [...wordTerms.ids]
  return {
    side: anchorIsNeed ? 'offer' : 'need',
    ...skillsOf(context),
    foundByWords: Array.from(wordTerms.opening, (stem) => stems.textOf(stem)),
    words: Object.fromEntries(ids.map((id, at) => [stems.textOf(id), wordTerms.bounds[at] ?? 1])),
    mostWording: wordTerms.most,
    ...(asked.kind === 'rank' ? openFor(context, asked.options) : seenBy(context, asked.options)),
    lines: weighingsOf(context).map((weighing) => limits.lineOf(weighing)),
    // Sums are added up in another order than those of pairs.
    rounding: 2 * ROUNDING,
    minScore: options.minScore ?? 0,
    leastTopic: leastTopicOf(asked),
    shareOfUse: USED_SHARE_OF_TOPIC,
    missedByMeaning: anchor.hasMeaning ? 1 - MEANING_SHARE_OF_TOPIC : 1,
  }
}

function skillsOf(context: MatchContext) {
  const { anchor, anchorIsNeed, market } = context
  const skills = new Map<string, number>()
  const uses = new Map<string, number>()
  const found = new Set<string>()
  for (let at = 0; at < anchor.skillCount; at++) {
    const skill = market.vocabulary.skills.textOf(anchor.skill(at))
    const share = anchorIsNeed ? shareOf(anchor, at, context) : 1
    for (const [one, strength] of [[skill, 1] as const, ...market.relatedness.relatedTo(skill)]) {
      const known = skills.get(one) ?? 0
      skills.set(one, anchorIsNeed ? known + share * strength : Math.max(known, strength))
      const use = anchorIsNeed ? strength * anchor.confidence(at) : strength
      uses.set(one, Math.max(uses.get(one) ?? 0, use))
      if (!anchor.isHint(at)) found.add(one)
    }
  }
  return {
    skills: Object.fromEntries(skills),
    uses: Object.fromEntries(uses),
    foundBySkills: [...found],
    // A need may want nothing but what it hints at.
    hintShare: anchorIsNeed ? MOST_HINT_CONFIDENCE : 1,
  }
}

/** What gates let through, as far as it is in the flags and the days. */
function openFor({ anchor, anchorIsNeed, today }: MatchContext, { kinds }: RankOptions) {
  const asked = kinds ? kindBits(kinds) : FLAGS.kinds
  const { flags } = anchor
  // Needs accept other kinds than that of the offer, too.
  const ofKind = anchorIsNeed || (flags & asked) !== 0 ? flags & (anchorIsNeed ? asked : FLAGS.kinds) : 0
  return {
    flagGroups: [
      ofKind & FLAGS.kinds,
      flags & FLAGS.modalities,
      flags & FLAGS.organizations,
      flags & FLAGS.unpaid,
      flags & FLAGS.fairPay,
    ],
    flagsOfOthers: (flags & FLAGS.network) === 0 ? null : FLAGS.network,
    days: { from: Math.max(today, anchor.startDay), until: anchor.endDay },
  }
}

function seenBy({ anchorIsNeed }: MatchContext, { kinds }: BlockedOptions) {
  return {
    flagGroups: anchorIsNeed && kinds ? [kindBits(kinds)] : [],
    flagsOfOthers: FLAGS.network,
    days: { from: -0x80000000, until: 0x7fffffff },
  }
}

/** The weights that a pair with a candidate may have. */
function weighingsOf({ anchor, anchorIsNeed }: MatchContext): number[] {
  const wanted: readonly WantedSkills[] = anchorIsNeed
    ? [wantedSkillsOf(anchor)]
    : ['posted', 'inferred', 'none']
  return wanted.flatMap((one) => [
    weighingOf(one, false),
    ...(anchor.hasMeaning ? [weighingOf(one, true)] : []),
  ])
}

/** A short list is filled with pairs that fit less. */
function leastTopicOf(asked: Asked): number {
  const least = LEAST_TOPIC[asked.options.leastFit ?? 'weak']
  return asked.kind === 'rank' && asked.options.fillTo ? Math.min(least, LEAST_TOPIC_OF_FILLING) : least
}
