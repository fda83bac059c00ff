import type { CohortMessages } from '../../../../src/shared/messages/desk/cohorts.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const cohorts: ValuesOf<CohortMessages> = {}
