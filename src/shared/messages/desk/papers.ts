/** Actions of staff that the log names. */
export const paperActions = [
  'agreement_written',
  'agreement_approved',
  'document_added',
  'document_removed',
  'evaluation_sent',
] as const

/** Error codes that staff may get here. */
export const paperRefusals = [
  'not_an_internship',
  'agreement_changed',
  'too_many_documents',
  'no_evaluation',
  'evaluation_not_due',
  'evaluation_given',
] as const

export const paperWords = [
  'title',
  'agreement',
  'none',
  'write',
  'change',
  'change_lead',
  'written',
  'approvals',
  'not_yet',
  'all_approved',
  'replaced',
  'newest',
  'earlier',
  'print',
  'tasks',
  'supervision',
  'supervision_hint',
  'assessment',
  'notes',
  'gone',
  'documents',
  'no_documents',
  'document_title',
  'document_url',
  'document_hint',
  'add_document',
  'evaluations',
  'evaluations_lead',
  'no_questions',
  'mid_term',
  'final',
  'waits',
  'approve',
] as const
export const agreementRoles = ['student', 'office', 'supervisor'] as const

/** What the pages of a learning agreement, its documents and evaluations say. */
export interface PaperMessages {
  desk_papers: { word: (typeof paperWords)[number] }
  desk_agreement_role: { role: (typeof agreementRoles)[number] }
  desk_agreement_version: { version: number }
  desk_approve_as: { role: (typeof agreementRoles)[number] }
  desk_works_at: { helper: string; organization: string }
  desk_scale_answer: { value: 1 | 2 | 3 | 4 | 5 }
  desk_title_of_agreement: { title: string }
}
