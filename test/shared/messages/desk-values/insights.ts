import type { InsightMessages } from '../../../../src/shared/messages/desk/insights.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const insights: ValuesOf<InsightMessages> = {}
