import { joinedBy, type OfficeFaultTexts } from '../fault-texts.ts'

const SAID = {
  once_each: 'Each id may appear only once.',
  question_id: 'Must be 1 to 40 small letters, digits or underscores.',
  resume_long: 'Must be at most 64 KiB.',
  email_shown: 'Other partners can read this. Remove the e-mail address.',
  phone_shown: 'Other partners can read this. Remove the phone number.',
  domain_shown: "Other partners can read this. Remove the domain of the student's e-mail address.",
  name_shown: "Other partners can read this. Remove the student's name.",
  link_shown: 'Other partners can read this. Remove the link or the name of the profile.',
  school_shown: 'Other partners can read this. Remove the name of the school.',
  one_subject:
    'A calendar is about one organization, helper or program, or about all of yours. Name at most one.',
  two_candidates: 'Name two candidates.',
  locked_once: 'A candidate can be locked at one need only.',
  pair_forbidden: 'The same pair is forbidden.',
  bond_opposite: 'The same two candidates are to be placed together.',
  tie_first: 'Name one that follows another in the list.',
  candidate_of_program: 'The program has no candidate with this id.',
  need_unseen: 'There is no need with this id, or it is not open, or you may not see it.',
  record_unknown: 'There is no record with this id or name.',
  choices_twice: 'Another row holds the choices of the same record. Keep one of them.',
  question_unknown: 'The program has no such question.',
  question_once: 'Answer each question once.',
  answer_words: 'Answer this question in words.',
  answer_scale: 'Answer this question by a number from 1 to 5.',
  consent_blank:
    'The student gave this consent before, and it is blank here. It stays given. Write “no” to end it.',
  options_of_tables:
    'This is for tables. A JSON file names its fields and writes dates and numbers as the API does.',
  header_blank: 'Write the header as it is in the file.',
  email_per_row: 'Each row needs its own email, since it finds the record.',
  email_kept: 'A profile keeps no personal details. Remove the e-mail address.',
  field_after_file: 'Put this field before the file, since the form is read in its order.',
  field_twice: 'Give this once.',
  field_in_both: 'Give this in the address or in the form, not in both.',
}
const ALIKE = {
  candidate: 'candidates of the program have the name or e-mail',
  need: 'needs of the cohort have the title',
  organization: 'of your organizations have the name',
}
const or = joinedBy('or')
const and = joinedBy('and')

/** Types of imports are written with underscores. */
function spaced(type: string): string {
  return type.replaceAll('_', ' ')
}

export const officeFaults: OfficeFaultTexts = {
  fault_of_office: ({ what }) => SAID[what],
  fault_outside_cohort: ({ name }) => `The cohort has no such ${name}.`,
  fault_capacity: ({ most, isMinimum }) =>
    isMinimum
      ? `The need takes at most ${most}. With this it could never open.`
      : `The need takes at most ${most} in this cohort.`,
  fault_locked: ({ isOneNeed }) =>
    `The two are locked at ${isOneNeed ? 'the same need' : 'different needs'}. Change this rule or the locked pairs.`,
  fault_choice_closed: ({ text }) => `${text} cannot be chosen in this cohort.`,
  fault_named_alike: ({ noun, text, ids, areMore }) =>
    `Several ${ALIKE[noun]} “${text}”. Write the id of the right one: ${or(areMore ? [...ids, 'others'] : ids)}.`,
  fault_unanswered: ({ id }) => `Answer the question ${id}.`,
  fault_answer_choices: ({ choices }) => `Answer this question by one of: ${choices.join('; ')}.`,
  fault_moves: ({ from, to }) => `The student moves from the program ${from} to ${to}.`,
  fault_approve_for: ({ roles }) => `Name whom you approve for: ${roles.join(' or ')}.`,
  fault_json_object: ({ example }) => `Write a JSON object, such as ${example}.`,
  fault_option_of: ({ types }) => `Leave it out: only imports of ${and(types)} take it.`,
  fault_no_email: ({ type }) => `The ${spaced(type)} of an import have no e-mail. Use external_id.`,
  fault_per_row: ({ column }) => `Each row needs its own ${column}, so it can't have a default.`,
  fault_one_default: ({ column, other }) => `Give a default for ${column} or for ${other}, not for both.`,
  fault_column_unknown: ({ column, type, meant, columns }) =>
    `There is no column “${column}” for ${spaced(type)}.${meant === null ? '' : ` Did you mean ${meant}?`} The columns are: ${columns.join(', ')}.`,
  fault_detail_kept: ({ column }) =>
    `A profile keeps no personal details. Remove ${column}; if all rows of a file share it, give it as a default of that import.`,
  fault_profile_unknown: ({ name, meant }) =>
    `There is no import profile “${name}”. ${meant === null ? 'PUT /v1/import-profiles/{name} saves one.' : `Did you mean ${meant}?`}`,
  fault_profile_type: ({ name, of, wanted }) =>
    `The profile “${name}” is for ${spaced(of)}, and this import is of ${spaced(wanted)}.`,
  fault_of_record: ({ id }) => `${id}:`,
}
