import { createTextSkills, type TextSkills } from '../../engines/skills/index.ts'
import { rankOfWord } from './frequent-words.ts'
import { readCuratedTaxonomy } from './taxonomy-files.ts'

let made: TextSkills | undefined

/** Finds the curated skills that texts express. A process builds it once, which takes a moment. */
export function curatedTextSkills(): TextSkills {
  made ??= createTextSkills(readCuratedTaxonomy(), rankOfWord)
  return made
}
