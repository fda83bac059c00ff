import type { ImportMessages } from '../../../../src/shared/messages/desk/imports.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const imports: ValuesOf<ImportMessages> = {}
