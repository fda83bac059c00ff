import type { Relation } from './term-neighbours.ts'

type Relations = (skill: string) => readonly Relation[]

/**
 * Merges the relations of two sources, strongest first, ties by skill. For duplicates the stronger one
 * counts.
 */
export function mergeRelations(known: Relations, near: Relations): Relations {
  return (skill) => {
    const added = near(skill)
    if (added.length === 0) return known(skill)
    const strengths = new Map(known(skill).map((one) => [one.skill, one.strength]))
    for (const one of added) strengths.set(one.skill, Math.max(one.strength, strengths.get(one.skill) ?? 0))
    return [...strengths]
      .map(([id, strength]) => ({ skill: id, strength }))
      .sort((a, b) => b.strength - a.strength || (a.skill < b.skill ? -1 : 1))
  }
}
