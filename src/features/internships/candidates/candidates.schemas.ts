import { z } from 'zod'
import { bodyPointer, validationFailed } from '../../../shared/faults.ts'
import { issueOf, issueText } from '../../../shared/issue-messages.ts'
import { refusalOfJson } from '../../../shared/json-shape.ts'
import { type MessageValues, message } from '../../../shared/messages/index.ts'
import { metadataInput } from '../../../shared/metadata.ts'
import * as wire from '../../../shared/wire.ts'
import {
  AGES_DISAGREE,
  ageBand,
  agesAgree,
  guardianConsent,
  guardianConsentShown,
  noticesOfWrite,
  presenceInput,
  presenceShown,
  resourceFields,
  workInput,
} from '../../postings/index.ts'
import { learningGoals, offeredSkills } from '../../skills/index.ts'
import { namesSchool, type PersonalDetail, personalDetailsIn } from './personal-details.ts'

export const candidateStatus = z.enum(['open', 'paused', 'closed'])

const consent = z.strictObject({
  share_profile: z.boolean().describe('Consent to share the profile. Without it the student is not ranked'),
  share_contact: z
    .boolean()
    .describe(
      "Consent to share the contact. Without it the office's name and contact are shown instead of the student's, even after both sides accept",
    ),
  recorded_at: wire.instant.describe('When the consent was given, not later than now'),
  source: wire.text(1, 200).describe('Where the consent is recorded, such as the name of a form'),
})

// Only length, depth and characters of the text are checked: a schema of any JSON would walk every value.
const MOST_RESUME_CHARS = 64 * 1024
/** https://jsonresume.org/schema */
const resume = z
  .record(z.string(), z.unknown())
  .refine(
    (value) => JSON.stringify(value).length <= MOST_RESUME_CHARS,
    issueText('fault_of_office', { what: 'resume_long' }),
  )
  .superRefine((value, context) => {
    const refusal = refusalOfJson(JSON.stringify(value))
    if (refusal) context.addIssue(issueOf(refusal.said))
  })
  .refine((value) => isCleanJson(value), wire.notClean)
  .describe('JSON Resume. Never shown to other partners')

function isCleanJson(value: unknown): boolean {
  return !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value))
}

const refusals = {
  email: 'email_shown',
  phone: 'phone_shown',
  email_domain: 'domain_shown',
  name: 'name_shown',
  link: 'link_shown',
} as const satisfies Record<PersonalDetail, MessageValues['fault_of_office']['what']>

export const candidateInput = z
  .strictObject({
    program_id: wire.idOf('program').describe('The internship program'),
    name: wire
      .text(1, 200)
      .describe('Name of the student. Other partners see it only together with the contact'),
    preferred_name: wire
      .text(1, 200)
      .optional()
      .describe('Name that the student goes by. Other partners see it instead of the name'),
    email: wire.contact.shape.email,
    phone: wire.contact.shape.phone,
    school_year: wire.text(1, 40).optional().describe('School year, such as junior'),
    graduates_on: wire.day.optional().describe('Day of graduation'),
    majors: z.array(wire.text(1, 100)).max(10).default([]).describe('Fields of study'),
    title: workInput.title.optional().describe('Default: built from the first major'),
    description: wire
      .text(0, 10_000)
      .default('')
      .describe(
        'Description of what the student can do. Other partners read it: leave out name, school and contact',
      ),
    skills: offeredSkills.default([]).describe('Skills of the student'),
    learning_goals: learningGoals.default([]).describe('Skills that the student wants to learn'),
    languages: wire.languages,
    time_zone: wire.timeZone,
    modality: workInput.modality,
    location: wire.location.optional().describe('Location of the student. Other partners see only the city'),
    max_distance_km: workInput.max_distance_km,
    hours_per_week: workInput.hours_per_week.describe("Hours of work per week. Default: the program's"),
    starts_on: workInput.starts_on.describe("First day of the work. Default: the program's"),
    ends_on: workInput.ends_on.describe("Last day of the work. Default: the program's"),
    availability: workInput.availability,
    dates: presenceInput.dates,
    not_available: presenceInput.not_available.describe(
      'Days on which the student cannot come, in addition to those of the program',
    ),
    stipend: wire.money.optional().describe("Total stipend that the student expects. Default: the program's"),
    age_over_18: z
      .boolean()
      .default(false)
      .describe('Whether the student is over 18, for needs that require it'),
    age_band: ageBand.optional(),
    guardian_consent: guardianConsent.optional(),
    visibility: workInput.visibility,
    alert_min_score: workInput.alert_min_score,
    infer_skills: workInput.infer_skills,
    blocked_organization_ids: z
      .array(wire.idOf('org'))
      .max(1000)
      .default([])
      .describe('Organizations that the student must not be matched with'),
    resume: resume.optional(),
    consent: consent.describe('What the student has consented to'),
    status: candidateStatus
      .optional()
      .describe('Status of the candidate. Default: unchanged, or `open` for a new candidate'),
    external_id: wire.externalId.optional(),
    metadata: metadataInput.optional(),
  })
  .refine(wire.datesInOrder, wire.datesInOrderFault)
  .refine(agesAgree, { error: AGES_DISAGREE, path: ['age_band'] })
  .check(({ value, issues }) => {
    for (const { path, text } of textsForOthers(value))
      for (const detail of personalDetailsIn(text, value))
        issues.push({
          ...{ code: 'custom', input: text, path },
          message: issueText('fault_of_office', { what: refusals[detail] }),
        })
  })
  .meta({ id: 'CandidateBody' })
export type CandidateInput = z.output<typeof candidateInput>

/** Throws `validation_failed` if a text that others may see names the school. */
export function requireNoSchool(value: TextsOfCandidate, school: string): void {
  const faults = textsForOthers(value)
    .filter(({ text }) => namesSchool(text, school))
    .map(({ path }) => ({
      pointer: bodyPointer(path),
      code: 'invalid_value',
      messages: [message('fault_of_office', { what: 'school_shown' })],
    }))
  if (faults.length > 0) throw validationFailed(faults)
}

interface TextsOfCandidate {
  title?: string | undefined
  description: string
  skills: (string | { skill: string })[]
  learning_goals: string[]
  majors: string[]
  location?: { region?: string | undefined; city?: string | undefined } | undefined
}

/** Returns all free text of a candidate that others may see. */
function textsForOthers(value: TextsOfCandidate): { path: PropertyKey[]; text: string }[] {
  const skills = value.skills.map((one) => (typeof one === 'string' ? one : one.skill))
  return [
    { path: ['title'], text: value.title ?? '' },
    { path: ['description'], text: value.description },
    ...skills.map((text, at) => ({ path: ['skills', at], text })),
    ...value.learning_goals.map((text, at) => ({ path: ['learning_goals', at], text })),
    ...value.majors.map((text, at) => ({ path: ['majors', at], text })),
    { path: ['location', 'region'], text: value.location?.region ?? '' },
    { path: ['location', 'city'], text: value.location?.city ?? '' },
  ]
}

export const candidate = z
  .object({
    ...resourceFields('candidate'),
    notices: noticesOfWrite,
    program_id: wire.idOf('program').describe('The internship program'),
    helper_id: wire.idOf('helper').describe('Helper record of the candidate, used in introductions'),
    offer_id: wire.idOf('offer').describe('Offer record of the candidate, used in rankings'),
    status: candidateStatus.describe('`open` candidates are ranked if they have consented'),
    is_ranked: z
      .boolean()
      .describe(
        'True if the candidate is open, has consented to share the profile and, if known to be under 18, has the consent of a guardian. Only then is the candidate ranked',
      ),
    name: z.string().describe('Name of the student'),
    preferred_name: z
      .string()
      .nullable()
      .describe('Name that the student goes by. Other partners see it instead of the name'),
    email: z.string().describe('E-mail address of the student'),
    phone: z.string().nullable().describe('Telephone number of the student'),
    school_year: z.string().nullable().describe('School year, such as junior'),
    graduates_on: z.string().nullable().describe('Day of graduation'),
    majors: z.array(z.string()).describe('Fields of study'),
    title: z
      .string()
      .nullable()
      .describe('What the student looks for, in one line. Null: derived from the first major'),
    description: z.string().describe('Description of what the student can do'),
    skills: z
      .array(z.union([z.string(), z.record(z.string(), z.unknown())]))
      .describe('Skills of the student'),
    learning_goals: z.array(z.string()).describe('Skills that the student wants to learn'),
    languages: z.array(z.string()).describe('Languages of the student, BCP 47'),
    time_zone: z.string().describe('IANA time zone'),
    modality: wire.modality,
    location: wire.locationShown
      .nullable()
      .describe('Location of the student. Other partners see only the city'),
    max_distance_km: z
      .number()
      .nullable()
      .describe('Maximum distance in kilometres between both sides, except for remote work'),
    hours_per_week: z.number().nullable().describe("Hours of work per week. Null: the program's"),
    starts_on: z.string().nullable().describe("First day of the work. Null: the program's"),
    ends_on: z.string().nullable().describe("Last day of the work. Null: the program's"),
    availability: wire.availability.nullable().describe('Times of the week at which the student can work'),
    dates: presenceShown.dates,
    not_available: presenceShown.not_available.describe(
      'Days on which the student cannot come, in addition to those of the program',
    ),
    stipend: wire.money.nullable().describe("Total stipend that the student expects. Null: the program's"),
    age_over_18: z.boolean().describe('Whether the student is over 18'),
    age_band: ageBand.nullable().describe('Age band of the student. Null if it is not known'),
    guardian_consent: guardianConsentShown,
    visibility: wire.visibility,
    blocked_organization_ids: z
      .array(z.string())
      .describe('Organizations that the student must not be matched with'),
    resume: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('JSON Resume. Never shown to other partners'),
    consent: consent.describe('What the student has consented to'),
  })
  .meta({ id: 'Candidate' })
export type Candidate = z.output<typeof candidate>

export const disclosure = z
  .object({
    id: wire.idOf('disclosure'),
    shown: z
      .enum(['profile', 'contact'])
      .describe('`contact`: the name or contact was shown. `profile`: other data, even if only the id'),
    to_partner_id: wire.idOf('partner').describe('Partner to which the record was shown'),
    to_partner_name: z.string().describe('Name of that partner'),
    need_id: z
      .string()
      .nullable()
      .describe(
        'Latest need for which the record was shown. Null if the need was not saved or there was none',
      ),
    introduction_id: z.string().nullable().describe('Introduction with which the record was shown'),
    count: z.int().describe('Number of times that the record was shown on this day'),
    first_disclosed_at: wire.instant.describe('First time on that day (UTC)'),
    disclosed_at: wire.instant.describe('Last time on that day (UTC)'),
  })
  .meta({ id: 'Disclosure' })

const held = z.record(z.string(), z.unknown())

/** Everything stored about a candidate, for an access request. */
export const candidateExport = z
  .object({
    candidate: candidate.describe('The record'),
    introductions: z.array(held).describe('Introductions, as in `GET /v1/introductions`'),
    engagements: z.array(held).describe('Engagements with their hours'),
    disclosures: z.array(disclosure).describe('Disclosures of the record to other partners'),
    agreements: z.array(held).describe('All versions of learning agreements, with their approvals'),
    documents: z.array(held).describe('Links that were added to internships'),
    evaluations: z
      .array(held)
      .describe("Evaluations of internships. The other side's are included once both have answered"),
    import_rows: z.array(held).describe('Rows of imports that hold data of the candidate'),
  })
  .meta({ id: 'CandidateExport' })
