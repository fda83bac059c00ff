import type { DeveloperMessages } from '../../../../src/shared/messages/desk/developers.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const developers: ValuesOf<DeveloperMessages> = {}
