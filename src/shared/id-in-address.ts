import { notFound, type ResourceName } from './errors.ts'
import { type Id, type IdPrefix, isId } from './ids.ts'
import { showRightId } from './show-right-id.ts'

/** The id that an address names; one that is not of this kind names nothing and is refused as not found. */
export function idInAddress<P extends IdPrefix>(prefix: P, text: string, name: ResourceName): Id<P> {
  if (isId(prefix, text)) return text
  throw notFound(name, `This address takes ${showRightId(prefix, text)}`)
}
