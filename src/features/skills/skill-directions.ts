import type { DirectionOf } from '../../engines/matching/index.ts'
import { readLearntWords } from './learnt-words.ts'

let made: DirectionOf | undefined

/**
 * Returns the directions of curated skills, as learnt from the words of texts about them: skills that are spoken of in like words are
 * near. None is known of imported skills.
 */
export function skillDirections(): DirectionOf {
  made ??= createDirections()
  return made
}

function createDirections(): DirectionOf {
  const { skills, dimensions, weights } = readLearntWords()
  const learnt = new Map(
    skills.map((skill, at) => {
      const direction = weights.slice(at * dimensions, (at + 1) * dimensions)
      const length = Math.hypot(...direction) || 1
      return [skill, direction.map((number) => number / length)] as const
    }),
  )
  return (skill) => learnt.get(skill)
}
