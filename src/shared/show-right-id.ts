import { type IdPrefix, isId, prefixes } from './ids.ts'

/**
 * Returns an example id of the right kind. If the given id is of another kind, also says of which, since
 * everyone can read this in its prefix.
 */
export function showRightId(prefix: IdPrefix, given: unknown): string {
  const right = `an id such as ${prefix}_01h455vb4pex5vsknk084sn02q.`
  const other = Object.entries(prefixes).find(([, one]) => typeof given === 'string' && isId(one, given))
  if (!other) return right
  const name = other[0].replaceAll('_', ' ')
  return `${right} This is the id of ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}.`
}
