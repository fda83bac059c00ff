import { z } from 'zod'
import { typePatterns } from '../../../platform/events/index.ts'
import { didYouMean } from '../../../shared/did-you-mean.ts'

const MAX_TYPES = 50

/** The event types that a client subscribes to. */
export const eventTypes = z
  .array(z.enum(typePatterns, { error: ({ input }) => wrongType(input) }))
  .min(1)
  .max(MAX_TYPES)

/** Returns the error for an unknown type. There are too many types to list them all. */
function wrongType(input: unknown): string {
  const right = 'Must be an event type such as need.posted, or need.*.'
  if (typeof input !== 'string') return right
  const meant = didYouMean(input, typePatterns)
  if (meant) return `${right} Did you mean ${meant}?`
  const [resource] = input.split('.', 1)
  const ofResource = typePatterns.filter((one) => one.startsWith(`${resource}.`))
  return ofResource.length > 0 ? `${right} Of ${resource} there are ${ofResource.join(', ')}.` : right
}
