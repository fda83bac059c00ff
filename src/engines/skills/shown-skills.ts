import { float64At } from '../../shared/item-at.ts'
import type { Compared, ReadingOfEvidence } from './compared-skill.ts'
import { isAskedFor, isOfWriter, isOneWord, isPurpose } from './kinds-of-evidence.ts'

/**
 * How sure the whole text must make a displayed skill (see `Agreement`). It is more than for a match, because people read a wrong
 * skill, while in a match both texts support it. A skill that the text names needs less: a text that names two things is about both,
 * and no context makes up for a name without a close competitor.
 */
const SHOWN = {
  agreed: { least: 0.45, leastOfBest: 0.6 },
  agreedIfNamed: { least: 0.3, leastOfBest: 0.35 },
  alone: { least: 0.4, mostOfOthers: 0.6 },
} as const
/** Minimum confidence by words, by one word or several, of a skill that is not told by learnt words alone. */
const LEAST_DESCRIBED = { byOneWord: 0.4, bySeveral: 0.35 } as const
/** What learnt words alone must say of a displayed skill: its log likelihood, and how many of them speak for it. */
const BY_LEARNT_WORDS = { leastLikelihood: -0.7, leastWords: 2 } as const
export const MAX_SKILLS_OF_TEXT = 6

/** Returns the skills to display: never what the writer is, or what the work is for. */
export function shownSkillsOf(
  compared: readonly Compared[],
  isFirm: (one: Compared) => boolean,
  { wholeText, learntWordsFor }: Pick<ReadingOfEvidence, 'wholeText' | 'learntWordsFor'>,
): ReadonlySet<Compared> {
  const best = Math.max(0, ...compared.map(({ agreed }) => agreed))
  const isLikely = ({ skill }: Compared) =>
    float64At(wholeText.logLikelihoods, skill) >= BY_LEARNT_WORDS.leastLikelihood &&
    learntWordsFor(skill).length >= BY_LEARNT_WORDS.leastWords
  const found = compared.filter((one) => {
    if (!one.isUnspoken && (isOfWriter(one.evidence) || isPurpose(one.evidence))) return false
    if (isAlone(one, compared) || (isAskedFor(one.evidence) && isFirm(one))) return true
    const { least, leastOfBest } = one.isNamed && !one.isRepeat ? SHOWN.agreedIfNamed : SHOWN.agreed
    return one.agreed >= Math.max(least, leastOfBest * best) && (isDescribed(one) || isLikely(one))
  })
  return new Set(found.sort((a, b) => b.agreed - a.agreed).slice(0, MAX_SKILLS_OF_TEXT))
}

/** Returns whether a skill is named, the surest by its own words, and no other comes near. */
function isAlone(one: Compared, [best, second]: readonly Compared[]): boolean {
  return (
    one === best &&
    one.isNamed &&
    !one.isOnlyHint &&
    one.confidence >= SHOWN.alone.least &&
    (second?.confidence ?? 0) <= SHOWN.alone.mostOfOthers * one.confidence
  )
}

/** Returns whether words of the text describe a skill well enough without what has been learnt of others. */
function isDescribed({ evidence, confidence, isOnlyHint, isUnspoken }: Compared): boolean {
  const { byOneWord, bySeveral } = LEAST_DESCRIBED
  return !isUnspoken && !isOnlyHint && confidence >= (isOneWord(evidence) ? byOneWord : bySeveral)
}
