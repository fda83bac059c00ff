import { z } from 'zod'
import { typePatterns } from '../../../platform/events/index.ts'
import { didYouMean } from '../../../shared/did-you-mean.ts'
import { issueOf } from '../../../shared/issue-messages.ts'
import { message } from '../../../shared/messages/index.ts'

const MAX_TYPES = 50

/** The event types that a client subscribes to. */
export const eventTypes = z
  .array(z.enum(typePatterns, { error: ({ input }) => wrongType(input) }))
  .min(1)
  .max(MAX_TYPES)

/** Returns the error for an unknown type. There are too many types to list them all. */
function wrongType(input: unknown): string {
  const right = message('fault_said', { what: 'event_type' })
  if (typeof input !== 'string') return issueOf(right)
  // Other services name all types so.
  if (input === '*') return issueOf(message('fault_said', { what: 'all_event_types' }))
  const meant = didYouMean(input, typePatterns)
  if (meant) return issueOf(right, message('fault_meant', { name: meant }))
  const [resource = ''] = input.split('.', 1)
  const types = typePatterns.filter((one) => one.startsWith(`${resource}.`))
  return types.length > 0
    ? issueOf(right, message('fault_event_types_of', { resource, types }))
    : issueOf(right)
}
