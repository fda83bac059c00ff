import { itemAt } from '../../../shared/item-at.ts'
import { stemsOf } from '../../../shared/languages/index.ts'

/** A skill with the names by which texts mention it. */
export interface NamedSkill {
  id: string
  label: string
  aliases: readonly string[]
}

/** Stems contain no colon, so a concept never equals a word. */
const PREFIX = 'skill:'
/** Longer names are sentences, which nobody repeats word for word. */
const MAX_NAME_STEMS = 4
/** A name shared by more skills than this identifies none of them. */
const MAX_SKILLS_PER_NAME = 2

export function isConcept(stem: string): boolean {
  return stem.startsWith(PREFIX)
}

/** Returns the skill of a concept. */
export function skillOfConcept(concept: string): string {
  return concept.slice(PREFIX.length)
}

export function conceptOfSkill(skill: string): string {
  return PREFIX + skill
}

/** A node in the tree of names: the skills whose name ends here, and the stems that can follow. */
interface NameNode {
  concepts: string[]
  next: Map<string, NameNode>
}

/**
 * Finds the skills that a text names by label or alias. Two postings that name the same skill by different words then
 * share its concept, which is treated as an additional stem.
 */
export class Concepts {
  readonly #names: NameNode = { concepts: [], next: new Map() }

  /** Labels and aliases are English. */
  constructor(skills: Iterable<NamedSkill>) {
    for (const { id, label, aliases } of skills) {
      for (const text of [label, ...aliases]) this.#add(englishStems(text), conceptOfSkill(id))
    }
  }

  /** Returns the distinct concepts named in a text, in reading order. */
  namedIn(text: string): Set<string> {
    return this.namedBy(englishStems(text))
  }

  /** Same, for the stems of a text that was read as English. */
  namedBy(stems: readonly string[]): Set<string> {
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

function englishStems(text: string): string[] {
  return stemsOf(text, 'english')
}
