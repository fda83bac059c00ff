import type { Statistics } from './context.ts'
import type { Lexicon } from './lexicon.ts'
import type { SkillId } from './market.ts'
import { inverseDocumentFrequency } from './words.ts'

/** Statistics read off the indexes as they are; `changed` is to be called after every change. */
export function createStatistics(
  lexicon: Lexicon,
  needs: { size: number },
  offers: { size: number; countWithSkill(skill: SkillId): number },
): Statistics & { changed(): void } {
  /** Rarities by stem; NaN where not worked out since the last change. */
  let rarities = new Float64Array(0)
  let areFresh = true

  function refresh(): void {
    if (rarities.length < lexicon.size) rarities = new Float64Array(2 * lexicon.size)
    rarities.fill(Number.NaN)
    areFresh = true
  }

  return {
    rarity(id) {
      if (!areFresh) refresh()
      const known = rarities[id] ?? 0
      if (!Number.isNaN(known)) return known
      const rarity = inverseDocumentFrequency(needs.size + offers.size, lexicon.documents(id))
      rarities[id] = rarity
      return rarity
    },
    stem: (id) => lexicon.wordOf(id),
    get offers() {
      return offers.size
    },
    offersWith: (skill) => offers.countWithSkill(skill),
    changed() {
      areFresh = false
    },
  }
}
