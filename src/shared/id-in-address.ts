import { notFound, type ResourceName } from './errors.ts'
import { type Id, type IdPrefix, isId } from './ids.ts'
import { message } from './messages/index.ts'
import { kindOfId } from './show-right-id.ts'

/** Returns the id in an address. Throws not found if it is not of this kind. */
export function idInAddress<P extends IdPrefix>(prefix: P, text: string, name: ResourceName): Id<P> {
  if (isId(prefix, text)) return text
  // `/v1/needs/` names no need: the list was meant.
  if (text === '') throw notFound(name, message('fault_said', { what: 'no_id' }))
  throw notFound(name, message('fault_address_id', { prefix, given: kindOfId(prefix, text) }))
}
