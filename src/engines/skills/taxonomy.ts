import { inSlices } from './in-slices.ts'
import { indexLabels } from './label-index.ts'
import { type Resolution, resolveLabel } from './resolve.ts'
import { resolveSentence, type SentenceReading } from './resolve-sentence.ts'
import { searchSkills } from './search-skills.ts'
import { indexForSentences } from './sentence-index.ts'
import type { Skill, SkillEntry } from './skill.ts'

/** The skills that the service knows, in memory. Immutable: a new import makes a new one. */
export interface Taxonomy {
  /** By id; a skill that also stands for an imported one is found by that one's URI or `esco:` id too. */
  get(id: string): Skill | undefined
  /** Strongest first; empty for an id that is not known. */
  relatedSkills(id: string): readonly { skill: string; strength: number }[]
  /** Typeahead: at most `limit` skills, the best first. */
  search(typed: string, limit: number): Skill[]
  resolve(label: string): Resolution
  resolveSentence(sentence: string): SentenceReading
  /** Indexes the skills for sentences a little at a time, which the first sentence would otherwise wait for. */
  indexSentences(): Promise<void>
  skills(): Iterable<Skill>
  readonly size: number
}

/**
 * The order of the entries changes nothing. Of two entries with one id the first by source counts, relations to
 * ids that are not there are left out, and where both sides state a relation the stronger statement counts.
 */
export function createTaxonomy(entries: Iterable<SkillEntry>): Taxonomy {
  const index = indexLabels(withRelations(entries))
  const related = new Map(
    index.skills.map((skill) => [
      skill.id,
      skill.related.map(({ id, strength }) => ({ skill: id, strength })),
    ]),
  )
  const sentenceIndex = inSlices(indexForSentences(index))
  return {
    get: (id) => index.byId.get(id),
    relatedSkills: (id) => related.get(id) ?? [],
    search: (typed, limit) => searchSkills(index, typed, limit),
    resolve: (label) => resolveLabel(index, label),
    resolveSentence: (sentence) => resolveSentence(sentenceIndex.now(), sentence),
    indexSentences: () => sentenceIndex.ready(),
    skills: () => index.skills,
    size: index.skills.length,
  }
}

function withRelations(entries: Iterable<SkillEntry>): Skill[] {
  const byId = new Map<string, SkillEntry>()
  for (const entry of entries) {
    const first = byId.get(entry.id)
    if (!first || entry.source < first.source) byId.set(entry.id, entry)
  }
  const strengths = new Map<string, Map<string, number>>([...byId.keys()].map((id) => [id, new Map()]))
  for (const { id, related } of byId.values()) {
    for (const [other, strength] of Object.entries(related)) {
      const here = strengths.get(id)
      const there = strengths.get(other)
      if (!here || !there || id === other) continue
      const strongest = Math.max(strength, here.get(other) ?? 0)
      here.set(other, strongest)
      there.set(id, strongest)
    }
  }
  return [...byId.values()].map((entry) => ({
    ...entry,
    related: [...(strengths.get(entry.id) ?? [])]
      .map(([id, strength]) => ({ id, strength }))
      .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1)),
  }))
}
