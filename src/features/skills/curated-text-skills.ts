import {
  firmSkills,
  type SkillHint,
  type SkillHints,
  shownSkills,
  skillHintsInSteps,
  type TextSkills,
  textReader,
} from '../../engines/skills/index.ts'
import { createSlicedWork } from '../../shared/sliced-work.ts'
import { readEverydayWords } from './everyday-words.ts'
import { rankOfWord } from './frequent-words.ts'
import { readCuratedTaxonomy } from './taxonomy-files.ts'

/** A posting's text is read for its answer, for the market and for swaps. */
const REMEMBERED_TEXTS = 2000

const work = createSlicedWork(curatedHints())
let made: SkillHints | undefined

function* curatedHints(): Generator<void, SkillHints> {
  const entries = readCuratedTaxonomy()
  yield
  const words = readEverydayWords()
  rankOfWord('')
  yield
  return yield* skillHintsInSteps(entries, rankOfWord, words)
}

/** Reads what `curatedSkillHints` needs, in slices. Without it, the first call reads it at once. */
export async function prepareSkillHints(): Promise<void> {
  await work.ready()
}

/** Finds the curated skills that texts may express. A process builds it once, which takes a moment. */
export function curatedSkillHints(): SkillHints {
  made ??= remembering(work.now())
  return made
}

/** Finds those that texts express surely enough to be shown. */
export function curatedTextSkills(): TextSkills {
  return shownSkills(curatedSkillHints())
}

/** Finds those that stay sure whatever a text means as a whole. */
export function curatedFirmSkills(): SkillHints {
  return firmSkills(curatedSkillHints())
}

/** Remembers what the texts last read express. */
function remembering(read: SkillHints): SkillHints {
  const known = new Map<string, SkillHint[]>()
  return textReader(function* (text) {
    const key = [text.side, text.title, text.description, ...(text.returns ?? [])].join('\n')
    const found = known.get(key) ?? (yield* read.inSteps(text))
    known.delete(key)
    known.set(key, found)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED_TEXTS && oldest !== undefined) known.delete(oldest)
    return found
  })
}
