import { float64At } from '../../../shared/item-at.ts'
import { type MatchContext, mostSharedPart } from '../context.ts'
import { levelFit } from '../coverage.ts'
import type { Point } from '../distance.ts'
import type { BlockedOptions, RankOptions } from '../engine-interface.ts'
import { offeredShareOf, shareOf } from '../factors/skills.ts'
import { Limits, type UtilityLine, weighingOf } from '../limits.ts'
import { FLAGS, kindBits } from '../rows/flags.ts'
import { IMPORTANCES, INFERRED } from '../rows/importances.ts'
import { CONFIDENCE_STEP } from '../rows/layout.ts'
import type { Sides } from '../sides.ts'
import { LEAST_TOPIC, LEAST_TOPIC_OF_FILLING } from '../weights.ts'
import { type BoundLine, boundLinesOf } from './bound-lines.ts'
import { type ReturnQuestion, returnQuestionOf } from './return-question.ts'
import { gradedSkill, maskOf } from './signature.ts'

const MUST = IMPORTANCES.indexOf('must')

/** A skill of the anchor, with the same and related skills of candidates. */
export interface AskedSkill {
  /** Its share of all skills of the anchor, in [0, 1]. */
  share: number
  /** A gate blocks candidates that have no skill near it. */
  isMust: boolean
  near: NearSkill[]
}

/** A skill of candidates, with the most that it counts. */
export interface NearSkill {
  skill: string
  strength: number
  /** Share of all offers that have it. */
  share: number
  /** The most that it counts at each level or confidence, by `gradedSkill`. Empty if the skill matters too little. */
  grades: { stored: string; strength: number }[]
}

export interface AskedWord {
  stem: string
  /** The most that it adds to `wording`, before `answeredBy`. */
  most: number
  /** Whether candidates can be found by it. */
  opens: boolean
  /** Share of all postings that have it. */
  share: number
}

/**
 * What to look for on the other side of a market that is stored elsewhere, and upper bounds of what a posting can
 * reach, as plain values for a database statement. The statement only bounds scores: gates and factors are applied to
 * the postings that it finds.
 */
export interface Question {
  /** The side of the candidates. */
  side: 'need' | 'offer'
  ignoresGates: boolean
  skills: AskedSkill[]
  words: AskedWord[]
  /** The most that all words together add. */
  mostWording: number
  /** A candidate must share at least one flag of each group. */
  flagGroups: number[]
  /** Candidates of other partners must have all of these flags. Null if they can't be seen. */
  flagsOfOthers: number | null
  /** A candidate must not end before `from` or begin after `until`, in days since the epoch. */
  days: { from: number; until: number }
  today: number
  languages: number
  /** Where the anchor is for other partners' queries; null if unknown. */
  place: Point | null
  ownPlace: Point | null
  /**
   * For each known time zone, the largest shared part of ordinary working hours. Zones that may share all are left out.
   */
  zones: { timeZone: string; most: number }[]
  maxKm: number | null
  /** Set for a need: whether the two meet in person. For an offer, this depends on the need. */
  meetsInPerson: boolean
  hours: number | null
  hasWeek: boolean
  hasSessions: boolean
  knowsAnybody: boolean
  returns: ReturnQuestion
  /** Upper bounds for each kind of pair with a candidate. */
  lines: BoundLine[]
  /** The same without any candidate data: every factor but skills and wording has its upper bound. */
  outlines: Sides<UtilityLine>[]
  hasMeaning: boolean
  minScore: number
  leastTopic: number
}

export type Asked =
  | { kind: 'rank'; options: RankOptions }
  /** Includes pairs that gates block. */
  | { kind: 'blocked'; options: BlockedOptions }

/** Returns the question for the anchor of a context on which a query was started. */
export function questionOf(context: MatchContext, asked: Asked, timeZones: readonly string[]): Question {
  const { anchor, anchorIsNeed, wordTerms, market } = context
  const { options } = asked
  const limits = new Limits()
  limits.read(context)
  const opening = new Set(wordTerms.opening)
  const { stems, languages } = market.vocabulary
  const spoken = languages.textOf(anchor.languages)
  const lines = boundLinesOf(context, limits)
  return {
    side: anchorIsNeed ? 'offer' : 'need',
    ignoresGates: asked.kind === 'blocked',
    skills: skillsOf(context),
    words: Array.from(wordTerms.ids, (id, at) => ({
      stem: stems.textOf(id),
      most: float64At(wordTerms.bounds, at),
      opens: opening.has(id),
      share: market.statistics.words.postingsWith(id) / Math.max(1, market.statistics.words.postings),
    })),
    mostWording: wordTerms.most,
    ...(asked.kind === 'rank' ? openFor(context, asked.options) : seenBy(context, asked.options)),
    today: context.today,
    languages: spoken === '' ? -1 : maskOf(spoken.split(' ')),
    ...placeOf(context, timeZones),
    hours: orNull(anchor.hoursPerWeek),
    hasWeek: anchor.hasWeek,
    hasSessions: anchorIsNeed && anchor.isTimed,
    knowsAnybody: anchor.knownCount > 0,
    returns: returnQuestionOf(context),
    lines,
    outlines: lines.map(({ wanted, hasMeaning }) => limits.lineOf(weighingOf(wanted, hasMeaning))),
    hasMeaning: anchor.hasMeaning,
    minScore: options.minScore ?? 0,
    leastTopic: leastTopicOf(asked),
  }
}

function skillsOf(context: MatchContext): AskedSkill[] {
  const { anchor, anchorIsNeed, market } = context
  return Array.from({ length: anchor.skillCount }, (_, at) => {
    const skill = market.vocabulary.skills.textOf(anchor.skill(at))
    const share = anchorIsNeed ? shareOf(anchor, at, context) : offeredShareOf(anchor, at, context)
    const near = [...market.relatedness.relatedTo(skill)].filter(([one]) => one !== skill)
    const level = anchorIsNeed ? anchor.level(at) : 0
    return {
      share,
      isMust: anchorIsNeed && anchor.importance(at) === MUST,
      near: [[skill, 1] as const, ...near].map(([one, strength]) => ({
        skill: one,
        strength,
        share: market.statistics.shareWith(market.vocabulary.skills.find(one)),
        grades: anchorIsNeed && share * strength >= LEAST_GRADED ? gradesOf(one, strength, level) : [],
      })),
    }
  })
}

/** A skill that adds less than this is not split by level or confidence. */
const LEAST_GRADED = 0.03
const LEVELS = [0, 1, 2, 3, 4]
const STEPS = [7, 6, 5, 4, 3, 2, 1, 0]

/** Returns all stored forms of an offer's skill, the one that counts most first. */
function gradesOf(skill: string, strength: number, wanted: number) {
  return [
    ...LEVELS.map((level) => ({
      stored: gradedSkill({ skill, importance: 0, level }),
      strength: strength * levelFit(wanted, level),
    })),
    ...STEPS.map((step) => ({
      stored: gradedSkill({ skill, importance: INFERRED, level: step }),
      strength: strength * (step + 1) * CONFIDENCE_STEP,
    })),
  ].sort((a, b) => b.strength - a.strength)
}

function placeOf(
  context: MatchContext,
  timeZones: readonly string[],
): Pick<Question, 'place' | 'ownPlace' | 'zones' | 'maxKm' | 'meetsInPerson'> {
  const { anchor, anchorIsNeed, market } = context
  const { x, y, z, sharedX, sharedY, sharedZ } = anchor
  const ours = market.vocabulary.timeZones.textOf(anchor.timeZone)
  const zones = timeZones.map((timeZone) => ({
    timeZone,
    most: mostSharedPart(ours, timeZone, context.mondayMs),
  }))
  return {
    place: Number.isNaN(sharedZ) ? null : { x: sharedX, y: sharedY, z: sharedZ },
    ownPlace: Number.isNaN(z) ? null : { x, y, z },
    zones: zones.filter(({ most }) => most < 1),
    maxKm: orNull(anchor.maxDistanceKm),
    meetsInPerson: anchorIsNeed && (anchor.flags & FLAGS.onsite) !== 0,
  }
}

/** Returns what gates let through, as far as flags and days tell. */
function openFor({ anchor, anchorIsNeed, today }: MatchContext, { kinds }: RankOptions) {
  const asked = kinds ? kindBits(kinds) : FLAGS.kinds
  const { flags } = anchor
  // A need accepts other kinds besides the offer's.
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

/** Pairs that fit less may fill a short list. */
function leastTopicOf(asked: Asked): number {
  const least = LEAST_TOPIC[asked.options.leastFit ?? 'weak']
  return asked.kind === 'rank' && asked.options.fillTo ? Math.min(least, LEAST_TOPIC_OF_FILLING) : least
}

export function orNull(number: number): number | null {
  return Number.isNaN(number) ? null : number
}
