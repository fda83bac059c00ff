import type { StudentMessages } from '../../../../src/shared/messages/desk/students.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const students: ValuesOf<StudentMessages> = {}
