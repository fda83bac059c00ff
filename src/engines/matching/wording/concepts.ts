import { itemAt } from '../../../shared/item-at.ts'
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

/** A stem in the names that begin alike: what they name up to here, and how they go on. */
interface NameNode {
  concepts: string[]
  next: Map<string, NameNode>
}

/**
 * Finds the skills that a text names by label or alias, so that two postings which name one skill by different
 * words share something: its concept, a further stem of both.
 */
export class Concepts {
  readonly #names: NameNode = { concepts: [], next: new Map() }

  constructor(skills: Iterable<NamedSkill>, stemsOf: StemReader) {
    for (const { id, label, aliases } of skills) {
      for (const text of [label, ...aliases]) this.#add(stemsOf(text), conceptOfSkill(id))
    }
  }

  /** The distinct concepts named in a text of these stems, in reading order. */
  namedIn(stems: readonly string[]): Set<string> {
    const found = new Set<string>()
    for (let from = 0; from < stems.length; from++) {
      let node: NameNode | undefined = this.#names
      for (let at = from; at < stems.length; at++) {
        node = node.next.get(itemAt(stems, at))
        if (!node) break
        if (node.concepts.length <= MAX_SKILLS_PER_NAME) for (const one of node.concepts) found.add(one)
      }
    }
    return found
  }

  #add(stems: readonly string[], concept: string): void {
    if (stems.length === 0 || stems.length > MAX_NAME_STEMS) return
    let node = this.#names
    for (const stem of stems) {
      const next = node.next.get(stem) ?? { concepts: [], next: new Map() }
      node.next.set(stem, next)
      node = next
    }
    if (!node.concepts.includes(concept)) node.concepts.push(concept)
  }
}
