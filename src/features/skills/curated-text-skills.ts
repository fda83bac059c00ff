import { createTextSkills, type TextSkill, type TextSkills } from '../../engines/skills/index.ts'
import { rankOfWord } from './frequent-words.ts'
import { readCuratedTaxonomy } from './taxonomy-files.ts'

/** A posting's text is read for its answer, for the market and for swaps. */
const REMEMBERED_TEXTS = 2000

let made: TextSkills | undefined

/** Finds the curated skills that texts express. A process builds it once, which takes a moment. */
export function curatedTextSkills(): TextSkills {
  made ??= remembering(createTextSkills(readCuratedTaxonomy(), rankOfWord))
  return made
}

/** Remembers what the texts last read express. */
function remembering(read: TextSkills): TextSkills {
  const known = new Map<string, TextSkill[]>()
  return (text) => {
    const key = `${text.title}\n${text.description}`
    const found = known.get(key) ?? read(text)
    known.delete(key)
    known.set(key, found)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED_TEXTS && oldest !== undefined) known.delete(oldest)
    return found
  }
}
