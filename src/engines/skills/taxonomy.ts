import { createSlicedWork } from '../../shared/sliced-work.ts'
import { indexLabels } from './label-index.ts'
import { isName, type Resolution, resolveLabel } from './resolve.ts'
import { resolveSentence, type SentenceReading } from './resolve-sentence.ts'
import { searchSkills } from './search-skills.ts'
import { indexForSentences } from './sentence-index.ts'
import type { Skill, SkillEntry } from './skill.ts'
import type { TextSkills } from './text-skills.ts'

/** The skills in memory. Immutable: an import creates a new taxonomy. */
export interface Taxonomy {
  /** Finds a skill by id, or by the URI or `esco:` id of an imported skill that was merged into it. */
  get(id: string): Skill | undefined
  /** Strongest first. Empty for an unknown id. */
  relatedSkills(id: string): readonly { skill: string; strength: number }[]
  /** Typeahead: at most `limit` skills, best first. */
  search(typed: string, limit: number): Skill[]
  resolve(label: string): Resolution
  /** Returns whether a label is a name of a skill, not misspelled. */
  isName(label: string): boolean
  resolveSentence(sentence: string): SentenceReading
  /** The same in short steps, so that other work can run in between. */
  resolveSentenceInSteps(sentence: string): Generator<void, SentenceReading>
  /** Builds the sentence index in short steps, so that the first sentence need not wait for it. */
  indexSentences(): Promise<void>
  skills(): Iterable<Skill>
  readonly size: number
}

/**
 * Builds a taxonomy. The order of the entries does not matter. If two entries have the same id, the first by source is
 * used. Relations to missing ids are dropped. If both sides state a relation, the stronger one is used. With
 * `skillsOfText`, which reads curated skills, a label that names no skill gets the one that its words express, and
 * sentences are read like postings.
 */
export function createTaxonomy(entries: Iterable<SkillEntry>, skillsOfText?: TextSkills): Taxonomy {
  const index = indexLabels(withRelations(entries))
  const related = new Map(
    index.skills.map((skill) => [
      skill.id,
      skill.related.map(({ id, strength }) => ({ skill: id, strength })),
    ]),
  )
  const isNamedOnly = ({ source }: Skill) => skillsOfText === undefined || source !== 'curated'
  const namedIndex = createSlicedWork(indexForSentences(index, isNamedOnly))
  const inSteps = (sentence: string) => resolveSentence({ named: namedIndex.now(), skillsOfText }, sentence)
  return {
    get: (id) => index.byId.get(id),
    relatedSkills: (id) => related.get(id) ?? [],
    search: (typed, limit) => searchSkills(index, typed, limit),
    resolve: (label) => resolveLabel(index, label, skillsOfText),
    isName: (label) => isName(index, label),
    resolveSentence: (sentence) => createSlicedWork(inSteps(sentence)).now(),
    resolveSentenceInSteps: inSteps,
    indexSentences: () => namedIndex.ready(),
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
