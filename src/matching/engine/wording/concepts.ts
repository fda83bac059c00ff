import type { StemReader } from './stem-reader.ts'

/** A skill as texts name it. */
export interface NamedSkill {
  id: string
  label: string
  aliases: readonly string[]
}

/** No stem has a colon: a concept's spelling is no word's. */
const PREFIX = 'skill:'
/** Longer names are sentences, which nobody repeats word for word. */
const MAX_NAME_STEMS = 4
/** A name of more skills than this tells none of them. */
const MAX_SKILLS_PER_NAME = 2

export function isConcept(stem: string): boolean {
  return stem.startsWith(PREFIX)
}

/** The skill that a concept stands for. */
export function skillOfConcept(concept: string): string {
  return concept.slice(PREFIX.length)
}

export function conceptOfSkill(skill: string): string {
  return PREFIX + skill
}

/**
 * Finds the skills that a text names by label or alias, so that two postings which name one skill by different
 * words share something: its concept, a further stem of both.
 */
export class Concepts {
  readonly #byName = new Map<string, string[]>()

  constructor(skills: Iterable<NamedSkill>, stemsOf: StemReader) {
    for (const { id, label, aliases } of skills) {
      for (const text of [label, ...aliases]) this.#add(stemsOf(text), conceptOfSkill(id))
    }
    for (const [name, concepts] of this.#byName) {
      if (concepts.length > MAX_SKILLS_PER_NAME) this.#byName.delete(name)
    }
  }

  /** The distinct concepts named in a text of these stems, in reading order. */
  namedIn(stems: readonly string[]): Set<string> {
    const found = new Set<string>()
    if (this.#byName.size === 0) return found
    for (let from = 0; from < stems.length; from++) {
      let name = ''
      for (const stem of stems.slice(from, from + MAX_NAME_STEMS)) {
        name = name === '' ? stem : `${name} ${stem}`
        for (const concept of this.#byName.get(name) ?? []) found.add(concept)
      }
    }
    return found
  }

  #add(stems: readonly string[], concept: string): void {
    if (stems.length === 0 || stems.length > MAX_NAME_STEMS) return
    const name = stems.join(' ')
    const concepts = this.#byName.get(name)
    if (!concepts) this.#byName.set(name, [concept])
    else if (!concepts.includes(concept)) concepts.push(concept)
  }
}
