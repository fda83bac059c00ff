import { type IdPrefix, isId, prefixes } from './ids.ts'
import { type Message, message } from './messages/index.ts'

/** Returns messages with an example id of the right kind and, if the given id is of another kind, of which. */
export function showRightId(prefix: IdPrefix, given: unknown): Message[] {
  const right = message('fault_id_like', { prefix })
  const name = kindOfId(prefix, given)
  return name === null ? [right] : [right, message('fault_id_of', { name })]
}

/** Returns the kind of an id that is not of the wanted one, or null. Everyone can read it in its prefix. */
export function kindOfId(wanted: IdPrefix, given: unknown): string | null {
  const found = Object.entries(prefixes).find(([, one]) => typeof given === 'string' && isId(one, given))
  return found && found[1] !== wanted ? found[0] : null
}
