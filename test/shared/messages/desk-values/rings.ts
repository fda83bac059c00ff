import type { RingMessages } from '../../../../src/shared/messages/desk/rings.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const rings: ValuesOf<RingMessages> = {}
