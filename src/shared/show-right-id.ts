import { type IdPrefix, isId, prefixes } from './ids.ts'

/** Shows an id of the right kind, and says whose the given one is if it is of another kind, which everybody can read in it. */
export function showRightId(prefix: IdPrefix, given: unknown): string {
  const right = `an id such as ${prefix}_01h455vb4pex5vsknk084sn02q.`
  const other = Object.entries(prefixes).find(([, one]) => typeof given === 'string' && isId(one, given))
  if (!other) return right
  const name = other[0].replaceAll('_', ' ')
  return `${right} This is the id of ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}.`
}
