import { z } from 'zod'
import { typePatterns } from '../../../platform/events/index.ts'
import { didYouMean } from '../../../shared/did-you-mean.ts'

const MAX_TYPES = 50

/** The event types that a client subscribes to. */
export const eventTypes = z
  .array(z.enum(typePatterns, { error: ({ input }) => wrongType(input) }))
  .min(1)
  .max(MAX_TYPES)

/** There are too many types to name them all. */
function wrongType(input: unknown): string {
  const meant = typeof input === 'string' ? didYouMean(input, typePatterns) : undefined
  return `Must be an event type such as need.posted, or need.*.${meant ? ` Did you mean ${meant}?` : ''}`
}
