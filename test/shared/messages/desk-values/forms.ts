import {
  type FormMessages,
  faultWords,
  keptWords,
  limitRelations,
} from '../../../../src/shared/messages/desk/forms.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const forms: ValuesOf<FormMessages> = {
  desk_fault: faultWords.map((word) => ({ word })),
  desk_kept: keptWords.map((word) => ({ word })),
  desk_fault_limit: limitRelations.map((relation) => ({ relation, value: 2.5 })),
  desk_fault_too_long: [{ most: 1 }, { most: 2000 }],
}
