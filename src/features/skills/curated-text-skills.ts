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
import { readLearntWords } from './learnt-words.ts'
import { skillsByMeaning } from './skill-meanings.ts'
import { readCuratedTaxonomy } from './taxonomy-files.ts'

/** Number of cached texts: a posting's text is read for its response, for the market and for swaps. */
const MAX_CACHED_TEXTS = 2000

const work = createSlicedWork(curatedHints())
let made: SkillHints | undefined

function* curatedHints(): Generator<void, SkillHints> {
  const entries = readCuratedTaxonomy()
  yield
  const words = readEverydayWords()
  rankOfWord('')
  yield
  const learnt = readLearntWords()
  yield
  return yield* skillHintsInSteps(entries, rankOfWord, words, learnt)
}

/** Reads the data that `curatedSkillHints` needs in slices. Otherwise its first call reads everything synchronously. */
export async function prepareSkillHints(): Promise<void> {
  await work.ready()
}

/** Returns the reader that finds curated skills that texts may express. Built once a process, which takes a moment. */
export function curatedSkillHints(): SkillHints {
  made ??= cached(work.now())
  return made
}

let byMeaning: ReturnType<typeof skillsByMeaning> | undefined

/** Returns the weighing of curated skills by everything known of a text. Built once a process. */
export function curatedSkillsByMeaning(): ReturnType<typeof skillsByMeaning> {
  byMeaning ??= skillsByMeaning(readCuratedTaxonomy())
  return byMeaning
}

/** Returns the reader that finds skills that texts express surely enough to be displayed. */
export function curatedTextSkills(): TextSkills {
  return shownSkills(curatedSkillHints())
}

/** Returns the reader that finds skills that stay sure whatever the whole text means. */
export function curatedFirmSkills(): SkillHints {
  return firmSkills(curatedSkillHints())
}

/** Caches the skills of the texts read last. */
function cached(read: SkillHints): SkillHints {
  const known = new Map<string, SkillHint[]>()
  return textReader(function* (text) {
    const key = [text.side, text.title, text.description, ...(text.returns ?? [])].join('\n')
    const found = known.get(key) ?? (yield* read.inSteps(text))
    known.delete(key)
    known.set(key, found)
    const [oldest] = known.keys()
    if (known.size > MAX_CACHED_TEXTS && oldest !== undefined) known.delete(oldest)
    return found
  })
}
