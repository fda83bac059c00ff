import type { DeskAreas } from '../desk-texts.ts'

const NEW = {
  organization: 'Add an organization',
  helper: 'Add somebody who helps',
  program: 'Add a program',
}
const LEADS = {
  organization: 'A business, a nonprofit or somebody working alone. Then you post what they need help with.',
  helper: 'A person or an organization that gives help. Then you post what they offer.',
  program:
    'The terms for a group of students: when they work, how long, and for how many credits. Then you import the students.',
}
const PARTIES = { organization: 'Organizations', helper: 'Helpers', program: 'Programs' }
const EMPTY = {
  organization: 'No organizations yet. Add the first, or import a list.',
  helper: 'No helpers yet. Add the first, or import a list.',
  program: 'No programs yet. Add the first; then import its students.',
}
const EDIT = { organization: 'Edit the organization', helper: 'Edit the helper', program: 'Edit the program' }
const WORDS = {
  contact: 'Whom to reach',
  contact_lead: 'The other side sees this once both have accepted an introduction, and not before.',
  about: 'Who it is',
  place: 'Where',
  kind: 'Kind',
  languages: 'Languages',
  time_zone: 'Time zone',
  url: 'Website',
  public_name: 'Name on public pages',
  public_name_hint: 'Only if they agree. Without it public pages name nobody.',
  preferred_name: 'Name they go by',
  preferred_name_hint: 'Others see it instead of the name.',
  most_hours: 'Most hours a week in all',
  school: 'School',
  term: 'Term',
  term_hint: 'Such as Spring 2027.',
  terms: 'The work',
  credits: 'Credits for a placement',
  hours_per_credit: 'Hours of work for one credit',
  proofs: 'Proofs',
  proofs_lead: 'What needs may require. Home reminds you before something expires.',
  over_18: 'Over 18, confirmed on',
  check_issued: 'Background check, issued on',
  check_expires: 'Background check, last day',
  licences_hint: 'One on each line, with its last day if it has one: notary, 2027-05-01.',
  credit: 'Credit',
  credit_must: 'Every placement must earn credit',
  credit_may: 'Credit is possible',
  kinds_allowed: 'Students work for',
  kinds_allowed_hint: 'None ticked: for all.',
  most_per_organization: 'Most students with one organization',
}
const ORGANIZATIONS = {
  solopreneur: 'Works alone',
  small_business: 'Small business',
  nonprofit: 'Nonprofit',
}
const HELPERS = { person: 'A person', organization: 'An organization' }

export const en: DeskAreas['parties'] = {
  actions: {
    organization_created: 'Added an organization',
    helper_created: 'Added somebody who helps',
    program_created: 'Added a program',
    organization_changed: 'Changed an organization',
    helper_changed: 'Changed a helper',
    program_changed: 'Changed a program',
  },
  refusals: {
    kept_by_candidate: 'This comes from the record of a student. Change the student with an import.',
  },
  words: {
    desk_new_party: ({ party }) => NEW[party],
    desk_new_party_lead: ({ party }) => LEADS[party],
    desk_parties: ({ party }) => PARTIES[party],
    desk_parties_empty: ({ party }) => EMPTY[party],
    desk_edit_party: ({ party }) => EDIT[party],
    desk_party_word: ({ word }) => WORDS[word],
    desk_organization_kind: ({ kind }) => ORGANIZATIONS[kind],
    desk_helper_kind: ({ kind }) => HELPERS[kind],
    desk_language: ({ language: tag }, { language, capitalized }) => capitalized(language(tag)),
    desk_create: () => 'Add',
  },
}
