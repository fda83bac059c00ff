import { createSlicedWork } from '../../shared/sliced-work.ts'
import { MAX_CHARS, soundsLikeOffer } from '../../shared/sought-words/index.ts'
import { type Agreement, createAgreement } from './agreement.ts'
import { correctWords } from './corrected-words.ts'
import { meaningsInSteps, type SameMeaning } from './everyday-words.ts'
import { createLikelihoods, type LearntWords, type ReadLikelihoods } from './learnt-words.ts'
import { type Likeness, likenessInSteps, sentencesOf } from './likeness.ts'
import { readMeanings } from './meant-words.ts'
import { possibleReadings } from './possible-readings.ts'
import { languagesIn } from './sentence-languages.ts'
import type { SkillEntry } from './skill.ts'
import { describeSkills, type SkillDescriptions } from './skill-descriptions.ts'
import { LEAST_STRENGTH, surestSkills } from './surest-skills.ts'
import { evidenceIn } from './text-evidence.ts'
import type { SkillHint, TextSkill } from './text-skill.ts'
import { partsOf, readTextWords, type TextWord } from './text-words.ts'
import type { WordRank } from './word-rank.ts'

export interface SkillText {
  title: string
  description: string
  /** Names of what is wanted or given in return. Their words do not describe the work itself. */
  returns?: readonly string[]
  /**
   * Whether the writer seeks or offers help; unknown by default. What a writer who seeks help is or does is not sought.
   */
  side?: 'need' | 'offer'
}

/** Finds something in a text: synchronously, or in short steps, so that other work can run in between. */
export interface TextReader<Found> {
  (text: SkillText): Found
  inSteps(text: SkillText): Generator<void, Found>
}

/** Finds the skills that a title and a description express, surest first. */
export type TextSkills = TextReader<TextSkill[]>
/** Finds these and less sure ones. A single one is often wrong, but two texts that share several are often alike. */
export type SkillHints = TextReader<SkillHint[]>

const TITLE_WEIGHT = 1.5
/** How many words are quoted for a skill that no phrase describes, and the least part of the greatest share of one of them. */
const MAX_LEARNT = 4
const LEAST_OF_SHARES = 0.4

/**
 * Describes each skill by the words of its names, tools and phrases, and returns a function that compares texts with
 * the descriptions. A pure function of the entries and the text.
 */
export function createTextSkills(
  entries: Iterable<SkillEntry>,
  rankOf: WordRank,
  everydayWords: readonly SameMeaning[],
  learnt?: LearntWords,
): TextSkills {
  return shownSkills(createSkillHints(entries, rankOf, everydayWords, learnt))
}

/** The same, including less sure skills. */
export function createSkillHints(
  entries: Iterable<SkillEntry>,
  rankOf: WordRank,
  everydayWords: readonly SameMeaning[],
  learnt?: LearntWords,
): SkillHints {
  return createSlicedWork(skillHintsInSteps(entries, rankOf, everydayWords, learnt)).now()
}

/** `createSkillHints` in short steps: describing the whole taxonomy takes a second or two. */
export function* skillHintsInSteps(
  entries: Iterable<SkillEntry>,
  rankOf: WordRank,
  everydayWords: readonly SameMeaning[],
  learnt?: LearntWords,
): Generator<void, SkillHints> {
  const meaningAt = yield* meaningsInSteps(everydayWords)
  const all = [...entries]
  const descriptions = yield* describeSkills(all, { rankOf, meaningAt })
  const likeness = yield* likenessInSteps(all)
  const likelihoodsOf = createLikelihoods(
    learnt,
    all.map(({ id }) => id),
  )
  const known = { descriptions, likeness, likelihoodsOf, rankOf, agreement: createAgreement(all) }
  return textReader((text) => readSkills(known, text))
}

export function textReader<Found>(inSteps: TextReader<Found>['inSteps']): TextReader<Found> {
  return Object.assign((text: SkillText) => createSlicedWork(inSteps(text)).now(), { inSteps })
}

/** Keeps only the skills to display, with how likely each is right. */
export function shownSkills(hints: SkillHints): TextSkills {
  return textReader(function* (text) {
    return (yield* hints.inSteps(text))
      .filter(({ isShown }) => isShown)
      .sort((a, b) => b.agreed - a.agreed)
      .map(({ skill, label, agreed, because }) => ({ skill, label, confidence: agreed, because }))
  })
}

/** Keeps only the skills that stay sure whatever the whole text means. Not all of them are displayed. */
export function firmSkills(hints: SkillHints): SkillHints {
  return textReader(function* (text) {
    return (yield* hints.inSteps(text)).filter(({ isFirm }) => isFirm)
  })
}

/** Data with which texts are compared. */
interface KnownSkills {
  descriptions: SkillDescriptions
  likeness: Likeness
  likelihoodsOf: ReadLikelihoods
  agreement: Agreement
  rankOf: WordRank
}

function* readSkills(known: KnownSkills, text: SkillText): Generator<void, SkillHint[]> {
  const { returns = [] } = text
  if (returns.length === 0) return yield* readWork(known, text, NOTHING)
  const back = returns.join('. ')
  const named = yield* readWork(known, { title: back, description: '', side: 'offer' }, NOTHING)
  const { nearTo } = known.descriptions
  const skillsBack = new Set(
    named.filter(({ isSure }) => isSure).flatMap(({ skill }) => [skill, ...nearTo(skill)]),
  )
  const reading = { weight: 1, isTitle: false, languageAt: languagesIn(back), asksForHelp: false }
  const wordsBack = new Set(readTextWords(back, reading).map(({ root }) => root))
  const found = yield* readWork(known, text, wordsBack)
  return found.filter(({ skill }) => !skillsBack.has(skill))
}

const NOTHING: ReadonlySet<string> = new Set()

/** `ignoredRoots` has the roots of words to ignore. */
function* readWork(
  { descriptions, likeness, likelihoodsOf, agreement, rankOf }: KnownSkills,
  { title, description, side }: SkillText,
  ignoredRoots: ReadonlySet<string>,
): Generator<void, SkillHint[]> {
  const asksForHelp = side === 'need' || (side === undefined && !soundsLikeOffer(`${title}. ${description}`))
  const isDescribed = (root: string) => descriptions.numberOf(root) !== undefined
  function* wordsOf(text: string, isTitle: boolean) {
    const { meaningAt, rootIn } = descriptions
    const languageAt = languagesIn(text.slice(0, MAX_CHARS))
    yield
    const reading = { weight: isTitle ? TITLE_WEIGHT : 1, isTitle, languageAt, asksForHelp }
    const heard = readTextWords(text, reading).filter(({ root }) => !ignoredRoots.has(root))
    yield
    const meant = readMeanings(heard, { meaningAt, isDescribed, rootIn })
    yield
    const words = yield* correctWords(descriptions, meant, rankOf)
    const corrected = words.filter((word, at) => word !== meant[at])
    const sentences = sentencesOf(
      text,
      new Map(corrected.map(({ start, text: spelled }) => [start, spelled])),
    )
    return { words, sentences }
  }
  const { words: titleWords, sentences } = yield* wordsOf(title, true)
  const after = (titleWords.at(-1)?.place ?? 0) + 10
  const read = yield* wordsOf(description, false)
  const descriptionWords = read.words.map((word) => ({
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
  const places = yield* likeness.placesIn([...sentences, ...read.sentences])
  let hints: SkillHint[] = []
  for (const words of possibleReadings([...titleWords, ...descriptionWords])) {
    const found = yield* evidenceIn(descriptions, words, { rankOf, leastStrength: LEAST_STRENGTH })
    yield
    const logLikelihoods = likelihoodsOf(words)
    yield
    const learntWordsFor = (skill: number) => mostLearntOf(words, likelihoodsOf.sharesOf(words, skill))
    const wholeText = { places, logLikelihoods, speaksOfReturns: ignoredRoots.size > 0 }
    hints = surestSkills(found, descriptions, { rankOf, quote, agreement, wholeText, learntWordsFor })
    if (hints.some(({ isSure }) => isSure)) break
  }
  return hints
}

/** Returns the words with the greatest shares, down to a part of the greatest. */
function mostLearntOf(words: readonly TextWord[], shares: readonly number[]): TextWord[] {
  const sorted = words.map((word, at) => ({ word, share: shares[at] ?? 0 })).sort((a, b) => b.share - a.share)
  const least = LEAST_OF_SHARES * (sorted[0]?.share ?? 0)
  return sorted.slice(0, MAX_LEARNT).flatMap(({ word, share }) => (share > 0 && share >= least ? [word] : []))
}
