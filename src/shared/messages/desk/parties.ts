type None = Record<never, never>

/** Actions of staff that the log names. */
export const partyActions = [
  'organization_created',
  'helper_created',
  'program_created',
  'organization_changed',
  'helper_changed',
  'program_changed',
] as const

/** Error codes that staff may get here. */
export const partyRefusals = ['kept_by_candidate'] as const

export const newParties = ['organization', 'helper', 'program'] as const
export const organizationKinds = ['solopreneur', 'small_business', 'nonprofit'] as const
export const helperKinds = ['person', 'organization'] as const

export const partyWords = [
  'contact',
  'contact_lead',
  'about',
  'place',
  'kind',
  'languages',
  'time_zone',
  'url',
  'public_name',
  'public_name_hint',
  'preferred_name',
  'preferred_name_hint',
  'most_hours',
  'school',
  'term',
  'term_hint',
  'terms',
  'credits',
  'hours_per_credit',
  'proofs',
  'proofs_lead',
  'over_18',
  'check_issued',
  'check_expires',
  'licences_hint',
  'credit',
  'credit_must',
  'credit_may',
  'kinds_allowed',
  'kinds_allowed_hint',
  'most_per_organization',
] as const

export interface PartyMessages {
  desk_new_party: { party: (typeof newParties)[number] }
  desk_new_party_lead: { party: (typeof newParties)[number] }
  desk_parties: { party: (typeof newParties)[number] }
  desk_parties_empty: { party: (typeof newParties)[number] }
  desk_edit_party: { party: (typeof newParties)[number] }
  desk_party_word: { word: (typeof partyWords)[number] }
  desk_organization_kind: { kind: (typeof organizationKinds)[number] }
  desk_helper_kind: { kind: (typeof helperKinds)[number] }
  desk_language: { language: string }
  desk_create: None
}
