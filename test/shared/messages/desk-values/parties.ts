import {
  helperKinds,
  newParties,
  organizationKinds,
  type PartyMessages,
  partyWords,
} from '../../../../src/shared/messages/desk/parties.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const parties: ValuesOf<PartyMessages> = {
  desk_new_party: newParties.map((party) => ({ party })),
  desk_new_party_lead: newParties.map((party) => ({ party })),
  desk_parties: newParties.map((party) => ({ party })),
  desk_parties_empty: newParties.map((party) => ({ party })),
  desk_edit_party: newParties.map((party) => ({ party })),
  desk_party_word: partyWords.map((word) => ({ word })),
  desk_organization_kind: organizationKinds.map((kind) => ({ kind })),
  desk_helper_kind: helperKinds.map((kind) => ({ kind })),
  desk_language: [{ language: 'fr' }],
}
