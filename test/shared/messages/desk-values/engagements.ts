import type { EngagementMessages } from '../../../../src/shared/messages/desk/engagements.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const engagements: ValuesOf<EngagementMessages> = {}
