import {
  agreementRoles,
  type PaperMessages,
  paperWords,
} from '../../../../src/shared/messages/desk/papers.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const papers: ValuesOf<PaperMessages> = {
  desk_papers: paperWords.map((word) => ({ word })),
  desk_agreement_role: agreementRoles.map((role) => ({ role })),
  desk_agreement_version: [{ version: 17 }],
  desk_approve_as: agreementRoles.map((role) => ({ role })),
  desk_works_at: [{ helper: 'Zoe', organization: 'Bakery' }],
  desk_scale_answer: ([1, 2, 3, 4, 5] as const).map((value) => ({ value })),
  desk_title_of_agreement: [{ title: 'Books' }],
}
