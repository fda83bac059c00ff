import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  title: 'Agreement and documents',
  agreement: 'Learning agreement',
  none: 'There is no agreement yet. Write down what the student will learn and do. Then everybody approves it.',
  write: 'Write the agreement',
  change: 'Write a new version',
  change_lead: 'Everybody has to approve a new version anew.',
  written: 'Written',
  approvals: 'Approvals',
  not_yet: 'Not yet approved',
  all_approved: 'Everybody has approved this version.',
  replaced: 'This version was replaced by a newer one.',
  newest: 'Newest version',
  earlier: 'Earlier versions',
  print: 'Page to print',
  tasks: 'Tasks of the student',
  supervision: 'Who guides the student, how and how often',
  supervision_hint: 'By role, not by name.',
  assessment: 'How you will see that the goals are reached',
  notes: 'Other agreements',
  gone: 'The student was erased, and with them what this version said.',
  documents: 'Documents',
  no_documents: 'There are no documents yet. Add links to reports, forms or timesheets.',
  document_title: 'Title of the document',
  document_url: 'Web address',
  document_hint: 'Only the link is kept. It begins with https, and readers need access to it.',
  add_document: 'Add the link',
  evaluations: 'Evaluations',
  evaluations_lead: 'Each side answers once. You see the other side’s answers once both have sent theirs.',
  no_questions: 'The program asks no questions here.',
  mid_term: 'In the middle of the work',
  final: 'At the end of the work',
  waits: 'The other side has not sent its answers yet.',
  approve: 'Approve this version',
}
const ACTIONS = {
  agreement_written: 'Wrote a learning agreement',
  agreement_approved: 'Approved a learning agreement',
  document_added: 'Added a document',
  document_removed: 'Removed a document',
  evaluation_sent: 'Sent an evaluation',
}
const REFUSALS = {
  not_an_internship: 'This work is not an internship, so it has no agreement and no evaluations.',
  agreement_changed:
    'Somebody has written another version meanwhile. Read it, then approve or change that one.',
  too_many_documents: 'There are as many documents as there can be. Remove one first.',
  no_evaluation: 'The program asks no questions here. Its office can add them.',
  evaluation_not_due:
    'It is too early or too late for this evaluation. The first one belongs to work under way, the last one to its last two weeks and the time after.',
  evaluation_given: 'Your side has sent this evaluation already. It stays as it was sent.',
}
const ROLES = {
  student: 'Student',
  office: 'Internship office',
  supervisor: 'Supervisor',
}
const APPROVE = {
  student: 'Approve for the student',
  office: 'Approve for the office',
  supervisor: 'Approve as supervisor',
}
const SCALE = {
  1: '1 (lowest)',
  2: '2',
  3: '3',
  4: '4',
  5: '5 (highest)',
}

export const en: DeskAreas['papers'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_papers: ({ word }) => WORDS[word],
    desk_agreement_role: ({ role }) => ROLES[role],
    desk_agreement_version: ({ version }) => `Version ${version}`,
    desk_approve_as: ({ role }) => APPROVE[role],
    desk_works_at: ({ helper, organization }) => `${helper} at ${organization}`,
    desk_scale_answer: ({ value }) => SCALE[value],
    desk_title_of_agreement: ({ title }) => `${WORDS.agreement}: ${title}`,
  },
}
