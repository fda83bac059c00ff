import { z } from 'zod'
import { typePatterns } from '../../../platform/events/index.ts'

const MAX_TYPES = 50

/** The event types that a client subscribes to. */
export const eventTypes = z
  .array(z.enum(typePatterns, 'Must be an event type such as need.posted, or need.*.'))
  .min(1)
  .max(MAX_TYPES)
