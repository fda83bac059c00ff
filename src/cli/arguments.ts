import { InvalidArgumentError } from 'commander'
import { type IdPrefix, isId } from '../shared/ids.ts'

/** Parses an argument of 1 to 200 characters. */
export function notBlank(text: string): string {
  if (text.trim() === '' || text.length > 200)
    throw new InvalidArgumentError('Must have 1 to 200 characters.')
  return text
}

/** Creates a parser for ids of one kind. */
export function idReader<P extends IdPrefix>(prefix: P) {
  return (text: string) => {
    if (!isId(prefix, text)) throw new InvalidArgumentError(`Must be an id that begins with ${prefix}_.`)
    return text
  }
}
