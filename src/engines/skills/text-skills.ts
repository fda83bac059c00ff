import { createSlicedWork } from '../../shared/sliced-work.ts'
import { MAX_CHARS, soundsLikeOffer } from '../../shared/sought-words/index.ts'
import { correctWords } from './corrected-words.ts'
import { meaningsInSteps, type SameMeaning } from './everyday-words.ts'
import { readMeanings } from './meant-words.ts'
import { languagesIn } from './sentence-languages.ts'
import type { SkillEntry } from './skill.ts'
import { describeSkills, type SkillDescriptions } from './skill-descriptions.ts'
import { type Evidence, evidenceIn, strengthOf } from './text-evidence.ts'
import { partsOf, readTextWords, type TextWord } from './text-words.ts'
import { waysToHear } from './ways-to-hear.ts'
import type { WordRank } from './word-rank.ts'

/** A skill that the words of a text express. */
export interface TextSkill {
  skill: string
  label: string
  /** In (0, 1); see `TEXT_CONFIDENCE`. */
  confidence: number
  /** The parts of the text that express it, as written. */
  because: string[]
}

/** A skill that the words of a text may express. */
export interface SkillHint extends TextSkill {
  /** Whether it makes two texts meet. Those that do not are hints. */
  isSure: boolean
  /** Whether it is one of the `TextSkills` of the text, which are shown. All of these are sure. */
  isShown: boolean
  /** Whether it tells who writes and not what is sought: see `wordsOfWriter`. Such a hint is never sure. */
  isOfWriter: boolean
}

export interface SkillText {
  title: string
  description: string
  /** Names of what is wanted or given in return: words for it do not tell of the work itself. */
  returns?: readonly string[]
  /** Whether its writer seeks or offers help. What a writer who seeks help is and does is not sought. Unknown by default. */
  side?: 'need' | 'offer'
}

/** Finds something in a text: at once, or in short steps, so that other work runs in between. */
export interface TextReader<Found> {
  (text: SkillText): Found
  inSteps(text: SkillText): Generator<void, Found>
}

/** Finds the skills that a title and a description express, the surest first. */
export type TextSkills = TextReader<TextSkill[]>
/** Finds these and less sure ones. Each alone is often wrong, and two texts that share several are often alike. */
export type SkillHints = TextReader<SkillHint[]>

/**
 * Chosen on `test/bench/data`. A sum of evidence as high as `half` gives a confidence of one half. Skills below `least`, or
 * below a part of the surest, are hints. To be shown takes more: a skill that is wrong is read by people, while in a match both
 * texts speak for it. A skill that is named by words of its own may be less sure beside another: who names two things speaks of
 * two, whatever is said of one.
 */
export const TEXT_CONFIDENCE = {
  half: 0.6,
  sure: { least: 0.35, leastOfBest: 0.6 },
  shown: { least: 0.4, leastOfBest: 0.7 },
  shownIfNamed: { least: 0.35, leastOfBest: 0.5 },
} as const
export const MAX_SKILLS_OF_TEXT = 6
/** The same of hints. */
const LEAST_HINT = 0.12
const MAX_HINTS = 10
const MAX_BECAUSE = 4
/** Words beyond this rank are no everyday words. Chosen on `test/bench/data`. */
const RARE_RANK = 5000
const TITLE_WEIGHT = 1.5
/** Least part of what speaks for a skill that tells what is sought, where the rest tells who writes. */
const LEAST_SOUGHT = 0.6
/** Left of the strength of a skill if all of its evidence speaks for a surer skill too. */
const CLAIMED = 0.55

/**
 * Describes each skill by the words of its names, tools and phrases, and returns a function that compares texts with the
 * descriptions. A pure function of the entries and the text.
 */
export function createTextSkills(
  entries: Iterable<SkillEntry>,
  rankOf: WordRank,
  everydayWords: readonly SameMeaning[],
): TextSkills {
  return shownSkills(createSkillHints(entries, rankOf, everydayWords))
}

/** The same with the less sure ones. */
export function createSkillHints(
  entries: Iterable<SkillEntry>,
  rankOf: WordRank,
  everydayWords: readonly SameMeaning[],
): SkillHints {
  return createSlicedWork(skillHintsInSteps(entries, rankOf, everydayWords)).now()
}

/** `createSkillHints` in short steps: describing the whole taxonomy takes a second or two. */
export function* skillHintsInSteps(
  entries: Iterable<SkillEntry>,
  rankOf: WordRank,
  everydayWords: readonly SameMeaning[],
): Generator<void, SkillHints> {
  const meaningAt = yield* meaningsInSteps(everydayWords)
  const descriptions = yield* describeSkills(entries, { rankOf, meaningAt })
  return textReader((text) => readSkills(descriptions, rankOf, text))
}

export function textReader<Found>(inSteps: TextReader<Found>['inSteps']): TextReader<Found> {
  return Object.assign((text: SkillText) => createSlicedWork(inSteps(text)).now(), { inSteps })
}

/** Leaves out those that are not to be shown. */
export function shownSkills(hints: SkillHints): TextSkills {
  return textReader(function* (text) {
    return (yield* hints.inSteps(text)).flatMap(({ skill, label, confidence, because, isShown }) =>
      isShown ? [{ skill, label, confidence, because }] : [],
    )
  })
}

function* readSkills(
  descriptions: SkillDescriptions,
  rankOf: WordRank,
  text: SkillText,
): Generator<void, SkillHint[]> {
  const { returns = [] } = text
  if (returns.length === 0) return yield* readWork(descriptions, rankOf, text, NOTHING)
  const back = returns.join('. ')
  const named = yield* readWork(
    descriptions,
    rankOf,
    { title: back, description: '', side: 'offer' },
    NOTHING,
  )
  const skillsBack = new Set(
    named.filter(({ isSure }) => isSure).flatMap(({ skill }) => [skill, ...descriptions.nearTo(skill)]),
  )
  const reading = { weight: 1, isTitle: false, languageAt: languagesIn(back), asksForHelp: false }
  const wordsBack = new Set(readTextWords(back, reading).map(({ root }) => root))
  const found = yield* readWork(descriptions, rankOf, text, wordsBack)
  return found.filter(({ skill }) => !skillsBack.has(skill))
}

const NOTHING: ReadonlySet<string> = new Set()

/** `unheard` are roots of words that say nothing. */
function* readWork(
  descriptions: SkillDescriptions,
  rankOf: WordRank,
  { title, description, side }: SkillText,
  unheard: ReadonlySet<string>,
): Generator<void, SkillHint[]> {
  const asksForHelp = side === 'need' || (side === undefined && !soundsLikeOffer(`${title}. ${description}`))
  const isDescribed = (root: string) => descriptions.numberOf(root) !== undefined
  function* wordsOf(text: string, isTitle: boolean) {
    const { meaningAt, rootIn } = descriptions
    const languageAt = languagesIn(text.slice(0, MAX_CHARS))
    yield
    const reading = { weight: isTitle ? TITLE_WEIGHT : 1, isTitle, languageAt, asksForHelp }
    const heard = readTextWords(text, reading).filter(({ root }) => !unheard.has(root))
    yield
    const meant = readMeanings(heard, { meaningAt, isDescribed, rootIn })
    yield
    return yield* correctWords(descriptions, meant, rankOf)
  }
  const titleWords = yield* wordsOf(title, true)
  const after = (titleWords.at(-1)?.place ?? 0) + 10
  const descriptionWords = (yield* wordsOf(description, false)).map((word) => ({
    ...word,
    place: word.place + after,
  }))
  const quote = (words: readonly TextWord[]) => [
    ...partsOf(
      title,
      words.filter(({ isInTitle }) => isInTitle),
    ),
    ...partsOf(
      description,
      words.filter(({ isInTitle }) => !isInTitle),
    ),
  ]
  let hints: SkillHint[] = []
  for (const words of waysToHear([...titleWords, ...descriptionWords])) {
    const found = yield* evidenceIn(descriptions, words, { rankOf, leastStrength: LEAST_STRENGTH })
    yield
    hints = surest(found, descriptions, { rankOf, quote })
    if (hints.some(({ isSure }) => isSure)) break
  }
  return hints
}

interface Weighed {
  skill: number
  evidence: Evidence
}

interface Sure extends Weighed {
  confidence: number
  /** Words that speak for no surer skill hold a whole name. */
  isNamed: boolean
}

function surest(
  found: ReadonlyMap<number, Evidence>,
  { skills }: SkillDescriptions,
  { rankOf, quote }: { rankOf: WordRank; quote: (words: readonly TextWord[]) => string[] },
): SkillHint[] {
  const strongest = [...found]
    .map(([skill, evidence]) => ({ skill, evidence, strength: strengthOf(evidence) }))
    .filter(({ strength }) => confidenceOf(strength) >= LEAST_HINT)
    .sort((a, b) => b.strength - a.strength || compareIds(skills, a, b))
    .slice(0, 3 * MAX_HINTS)
  const weighed = withoutRepeats(strongest)
  const best = Math.max(0, ...weighed.map(({ confidence }) => confidence))
  return weighed
    .filter(({ confidence }) => confidence >= LEAST_HINT)
    .sort((a, b) => b.confidence - a.confidence || compareIds(skills, a, b))
    .slice(0, MAX_HINTS)
    .flatMap((one, at) => {
      const { skill, evidence, confidence } = one
      const described = skills[skill]
      if (!described) return []
      const { id, label } = described
      const { sure, shown, shownIfNamed } = TEXT_CONFIDENCE
      const ofWriter = isOfWriter(evidence)
      const isHint = ofWriter || isPurpose(evidence) || isThin(evidence, rankOf)
      const isShown =
        at < MAX_SKILLS_OF_TEXT && isBeside(best, one, one.isNamed ? shownIfNamed : shown) && !isHint
      const isSure = isShown || (at < MAX_SKILLS_OF_TEXT && isBeside(best, one, sure) && !isHint)
      return [
        {
          skill: id,
          label,
          confidence,
          because: mostTelling(evidence, quote),
          isSure,
          isShown,
          isOfWriter: ofWriter,
        },
      ]
    })
}

/** Whether words that tell who writes are most of what speaks for a skill. */
function isOfWriter(evidence: Evidence): boolean {
  let sum = 0
  let sought = 0
  for (const { words, strength } of evidence.values()) {
    sum += strength
    sought +=
      (strength * words.filter(({ ofWriter }) => !ofWriter || ofWriter === 'purpose').length) / words.length
  }
  return sought < LEAST_SOUGHT * sum
}

/** Whether nothing but what something is for speaks for a skill. */
function isPurpose(evidence: Evidence): boolean {
  return [...evidence.values()].every(({ words }) => words.every(({ ofWriter }) => ofWriter !== null))
}

/**
 * Whether one word in the middle of a text is all that speaks for a skill, and is no name of it (`sneakers`) or is an everyday word
 * (`export`). A title is about its words, and whoever asks for one means it.
 */
function isThin(evidence: Evidence, rankOf: WordRank): boolean {
  const all = [...evidence.values()]
  const words = new Set(all.flatMap((one) => one.words))
  const [only] = words
  if (words.size !== 1 || !only || only.isInTitle || only.isAsked) return false
  return !all.some(({ isName }) => isName) || (rankOf(only.text) ?? RARE_RANK) < RARE_RANK
}

function isBeside(
  best: number,
  { confidence }: Sure,
  { least, leastOfBest }: { least: number; leastOfBest: number },
): boolean {
  return confidence >= Math.max(least, leastOfBest * best)
}

function compareIds(skills: SkillDescriptions['skills'], a: Weighed, b: Weighed): number {
  return (skills[a.skill]?.id ?? '') < (skills[b.skill]?.id ?? '') ? -1 : 1
}

/** Lowers the confidence of skills whose words speak for a surer skill too. */
function withoutRepeats(strongest: readonly (Weighed & { strength: number })[]): Sure[] {
  const claimed = new Set<TextWord>()
  return strongest.map(({ skill, evidence, strength }) => {
    let sum = 0
    let fresh = 0
    let isNamed = false
    for (const one of evidence.values()) {
      const own = one.words.filter((word) => !claimed.has(word)).length
      sum += one.strength
      fresh += (one.strength * own) / one.words.length
      if (one.isName && own === one.words.length) isNamed = true
    }
    for (const one of evidence.values()) for (const word of one.words) claimed.add(word)
    const confidence = confidenceOf(strength * (CLAIMED + (1 - CLAIMED) * (fresh / sum)))
    return { skill, evidence, confidence, isNamed }
  })
}

/** Less than what gives the least confidence, which is rounded. */
const LEAST_STRENGTH = (TEXT_CONFIDENCE.half * LEAST_HINT) / (1 - LEAST_HINT) - 0.01

/** In thousandths. */
function confidenceOf(strength: number): number {
  return Math.round((strength / (strength + TEXT_CONFIDENCE.half)) * 1000) / 1000
}

/** The words of the strongest evidence, as they stand in the text. */
function mostTelling(evidence: Evidence, quote: (words: readonly TextWord[]) => string[]): string[] {
  const sorted = [...evidence.values()].sort((a, b) => b.strength - a.strength)
  const words = new Set<TextWord>()
  for (const one of sorted) {
    if (words.size >= MAX_BECAUSE) break
    for (const word of one.words) words.add(word)
  }
  return [...new Set(quote([...words]))]
}
