import type { Market } from './context.ts'
import type { EngineSettings } from './engine-interface.ts'
import { DEFAULT_MODEL, FactorWeights } from './factor-weights.ts'
import { postedTextOf, sideOf } from './posted-text.ts'
import type { InferredSkill, MarketNeed, MarketOffer } from './postings.ts'
import { Relatedness } from './relatedness.ts'
import { namesOfReturns } from './return-names.ts'
import type { Compiler } from './rows/compiled-posting.ts'
import { type CompiledMeaning, compileMeaning, NO_VECTOR } from './rows/meanings.ts'
import { Vocabulary } from './rows/vocabulary.ts'
import { directionOfSkills } from './skill-direction.ts'
import { Statistics } from './statistics.ts'
import { Concepts } from './wording/concepts.ts'
import { type CountedWords, countWords } from './wording/counted-words.ts'
import { Nearness } from './wording/nearness.ts'
import { type PostingTexts, readablePosting, readWords } from './wording/posting-words.ts'
import { WORDING_OPTIONS } from './wording/wording-options.ts'

/** Creates the shared state of an engine's rankings, for an empty market. */
export function createMarket(settings: EngineSettings): Market {
  const wording = { ...WORDING_OPTIONS, ...settings.wording }
  const labels = new Map<string, string>()
  for (const { id, label } of settings.namedSkills?.() ?? []) labels.set(id, label)
  return createMarketBeside({
    relatedness: new Relatedness(settings.relatedSkills),
    wording,
    compiler: compilerOf(settings, wording.conceptWeight > 0),
    weights: new FactorWeights(DEFAULT_MODEL),
    labelOf: (skill) => labels.get(skill) ?? skill,
  })
}

/** Creates an empty market that shares everything that does not depend on its postings. */
export function createMarketBeside(
  shared: Pick<Market, 'relatedness' | 'wording' | 'compiler' | 'weights' | 'labelOf'>,
): Market {
  const { relatedness, wording } = shared
  const vocabulary = new Vocabulary()
  const { stems } = vocabulary
  const nearness = new Nearness(
    wording,
    {
      idOf: (stem) => (stems.find(stem) < 0 ? undefined : stems.find(stem)),
      stemOf: (id) => stems.textOf(id),
    },
    (skill) => [...relatedness.relatedTo(skill)].map(([related, strength]) => ({ skill: related, strength })),
  )
  stems.attach(nearness)
  return { ...shared, vocabulary, statistics: new Statistics(), nearness }
}

/**
 * Returns one compiler for all markets with the same settings, because it is large and does not depend on their
 * postings.
 */
function compilerOf(settings: EngineSettings, seeksSkills: boolean): Compiler {
  const known = compilers.get(settings)
  if (known) return known
  const compiler = createCompiler(settings, seeksSkills)
  compilers.set(settings, compiler)
  return compiler
}
const compilers = new WeakMap<EngineSettings, Compiler>()

function createCompiler(
  { comparesMeaningsOf, directionOf = () => undefined, namedSkills, payFloors, skillsOfText }: EngineSettings,
  seeksSkills: boolean,
): Compiler {
  const concepts = new Concepts((seeksSkills && namedSkills?.()) || [])
  const countOnce = rememberingLast((texts) => countWords(texts, concepts))
  // Cached because one posting is explained with many others.
  const wordsOf = new WeakMap<MarketNeed | MarketOffer, ReadonlyMap<string, string>>()
  // Cached because a posting's flags tell whether it has one.
  const meanings = new WeakMap<MarketNeed | MarketOffer, CompiledMeaning | null>()
  /** Numbers of the models of meanings, from 1 on. A process uses only a few. */
  const kinds = new Map<string, number>()
  function kindOf(model: string): number {
    const kind = kinds.get(model) ?? kinds.size + 1
    kinds.set(model, kind)
    return kind
  }
  const inferred = new WeakMap<MarketNeed | MarketOffer, readonly InferredSkill[]>()
  function inferredSkills(posting: MarketNeed | MarketOffer): readonly InferredSkill[] {
    if (!skillsOfText || !posting.infersSkills) return []
    const known = inferred.get(posting)
    if (known) return known
    const read = posting.readSkills ?? skillsOfText(postedTextOf(posting))
    const found = read.filter((one) => posting.skills.every(({ skill }) => skill !== one.skill))
    inferred.set(posting, found)
    return found
  }
  function textsOf(posting: MarketNeed | MarketOffer): PostingTexts {
    const { title, description, skills, languages } = posting
    const knowsWork = () => skills.length > 0 || inferredSkills(posting).some(({ isSure }) => isSure)
    const partsTelling = () => {
      const inferred = inferredSkills(posting)
      const parts = inferred.some(({ isSure }) => isSure) ? inferred.flatMap(({ because }) => because) : []
      return parts.length === 0 ? null : parts
    }
    return { title, description, skills, languages, side: sideOf(posting), knowsWork, partsTelling }
  }
  return {
    payFloors,
    inferredSkills,
    meaningOf(posting) {
      const known = meanings.get(posting)
      if (known !== undefined) return known
      const { meaning, skills } = posting
      const isCompared = meaning !== null && comparesMeaningsOf?.(meaning.model)
      const posted = skills.map(({ skill }) => ({ skill, confidence: 1 }))
      const direction = directionOfSkills([...posted, ...inferredSkills(posting)], directionOf)
      const compiled = compileMeaning(
        isCompared ? kindOf(meaning.model) : NO_VECTOR,
        isCompared ? meaning.numbers : null,
        direction,
      )
      meanings.set(posting, compiled)
      return compiled
    },
    kindOf,
    models: () => [...kinds.keys()],
    loadModels(names) {
      for (const [at, name] of names.entries()) {
        if (at < kinds.size ? kinds.get(name) !== at + 1 : kinds.has(name))
          throw new RangeError('the saved models have other numbers')
        kinds.set(name, at + 1)
      }
    },
    countWords: (posting) => countOwnWords(posting, concepts, countOnce(textsOf(posting))),
    wordsByStem(posting) {
      const known = wordsOf.get(posting)
      if (known) return known
      const words = new Map<string, string>()
      const { title, labels, description } = readablePosting(textsOf(posting))
      for (const text of [title, ...labels, description])
        for (const { stem, text: word } of readWords(text)) if (!words.has(stem)) words.set(stem, word)
      wordsOf.set(posting, words)
      return words
    },
  }
}

/**
 * Counts the words of the work itself, without those of what is wanted in return: a helper who teaches bookkeeping in
 * return for woodworking lessons must not be found by `woodworking`. Words of a posted skill stay.
 */
function countOwnWords(
  posting: MarketNeed | MarketOffer,
  concepts: Concepts,
  counted: CountedWords,
): CountedWords {
  const returns = namesOfReturns(posting)
  if (returns.length === 0) return counted
  const { languages, skills } = posting
  const rest = {
    title: '',
    description: '',
    languages,
    side: sideOf(posting),
    knowsWork: () => true,
    partsTelling: () => null,
  }
  const stemsOf = (labels: readonly { label: string }[]) =>
    countWords({ ...rest, skills: labels }, concepts).words
  const back = new Set(stemsOf(returns.map((label) => ({ label }))).map(({ stem }) => stem))
  for (const { stem } of stemsOf(skills)) back.delete(stem)
  return { ...counted, words: counted.words.filter(({ stem }) => !back.has(stem)) }
}

/**
 * Caches the result for the last texts, because a posting is put into the market of matches and then into that of
 * barter.
 */
function rememberingLast(
  count: (texts: PostingTexts) => CountedWords,
): (texts: PostingTexts) => CountedWords {
  let last: { key: string; counted: CountedWords } | undefined
  return (texts) => {
    const { title, description, skills, languages, side, knowsWork, partsTelling } = texts
    const key = JSON.stringify([
      title,
      description,
      skills.map(({ label, posted }) => [label, posted]),
      languages,
      side,
      side === 'need' && [knowsWork(), partsTelling()],
    ])
    if (last?.key !== key) last = { key, counted: count(texts) }
    return last.counted
  }
}
