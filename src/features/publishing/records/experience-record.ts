import { idToUuid, isId } from '../../../shared/ids.ts'

/** What a helper did in a completed engagement, as both sides confirmed it. */
export interface Experience {
  engagementId: string
  helperId: string
  helperName: string
  organizationName: string
  kind: 'volunteer' | 'intern' | 'barter' | 'paid'
  title: string
  outcome: string | null
  /** ISO dates. */
  startsOn: string
  endsOn: string
  /** Zero if no hours were logged. */
  confirmedHours: number
  skills: { label: string; uri: string | null }[]
  completedAt: Date
}

const KIND_WORDING = {
  volunteer: 'Volunteer work',
  intern: 'Internship',
  barter: 'Barter work',
  paid: 'Paid work',
} as const

/**
 * Terms of the AchievementType enumeration, which counts internships as Fieldwork. It has nothing more specific than the
 * base term for barter and paid work (an Assignment is a curricular one).
 */
const ACHIEVEMENT_TYPE = {
  volunteer: 'CommunityService',
  intern: 'Fieldwork',
  barter: 'Achievement',
  paid: 'Achievement',
} as const

/** Builds a résumé with this one experience (JSON Resume schema 1.0.0, https://jsonresume.org/schema). */
export function jsonResumeOf(experience: Experience): Record<string, unknown> {
  return {
    $schema: RESUME_SCHEMA,
    basics: { name: experience.helperName },
    ...resumeSectionsOf([experience]),
    skills: experience.skills.map(({ label }) => ({ name: label })),
    meta: resumeMeta(experience.completedAt),
  }
}

export const RESUME_SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

/** Builds the metadata of a résumé. `lastModified` is in UTC. */
export function resumeMeta(modifiedAt: Date) {
  return { version: 'v1.0.0', lastModified: wholeSecond(modifiedAt).slice(0, -1) }
}

/**
 * Returns the sections of a résumé with these experiences, without empty ones. Volunteer work is under `volunteer`,
 * everything else under `work`: also internships, since the schema has no section for them, and barter, which is work for a
 * client.
 */
export function resumeSectionsOf(experiences: readonly Experience[]) {
  const volunteer = experiences.filter(({ kind }) => kind === 'volunteer')
  const work = experiences.filter(({ kind }) => kind !== 'volunteer')
  return {
    ...(volunteer.length > 0 && {
      volunteer: volunteer.map((one) => ({ organization: one.organizationName, ...resumeEntryOf(one) })),
    }),
    ...(work.length > 0 && {
      work: work.map((one) => ({ name: one.organizationName, ...resumeEntryOf(one) })),
    }),
  }
}

function resumeEntryOf(experience: Experience) {
  const { kind, outcome } = experience
  return {
    position: experience.title,
    startDate: experience.startsOn,
    endDate: experience.endsOn,
    summary: `${KIND_WORDING[kind]}, ${confirmation(experience)}.`,
    highlights: outcome === null ? [] : [outcome],
  }
}

/**
 * Returns the claims of an Open Badges 3.0 credential to be signed as a JWT (https://www.imsglobal.org/spec/ob/v3p0, JSON
 * Web Token Proof Format): the credential itself, with `iss`, `jti`, `nbf` and `sub` equal to its own `issuer.id`, `id`,
 * `validFrom` and `credentialSubject.id`. It does not expire. The helper is identified only by the UUID of the helper id,
 * without name or address. `issuer.url` has no trailing slash.
 *
 * @throws TypeError for a malformed helper id
 */
export function openBadgePayloadOf(
  experience: Experience,
  issuer: { url: string; name: string },
): Record<string, unknown> {
  if (!isId('helper', experience.helperId)) throw new TypeError('not a helper id')
  const id = `${issuer.url}/v1/engagements/${experience.engagementId}/record`
  const subjectId = `urn:uuid:${idToUuid(experience.helperId)}`
  const validFrom = wholeSecond(experience.completedAt)
  return {
    iss: issuer.url,
    jti: id,
    nbf: Date.parse(validFrom) / 1000,
    sub: subjectId,
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: experience.title,
    issuer: { id: issuer.url, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom,
    awardedDate: validFrom,
    credentialSubject: {
      id: subjectId,
      type: ['AchievementSubject'],
      // The specification requires a time of day; the record has only days.
      activityStartDate: `${experience.startsOn}T00:00:00Z`,
      activityEndDate: `${experience.endsOn}T00:00:00Z`,
      role: experience.title,
      achievement: achievementOf(experience, `${id}#achievement`),
    },
  }
}

function achievementOf(experience: Experience, id: string): Record<string, unknown> {
  const { kind, organizationName, outcome, skills } = experience
  const worked = `${KIND_WORDING[kind]} for ${organizationName}, ${confirmation(experience)}.`
  const alignment = skills.flatMap(({ label, uri }) =>
    uri !== null && isWebAddress(uri) ? [{ type: ['Alignment'], targetName: label, targetUrl: uri }] : [],
  )
  return {
    id,
    type: ['Achievement'],
    achievementType: ACHIEVEMENT_TYPE[kind],
    name: experience.title,
    description: outcome === null ? worked : `${worked} Outcome: ${outcome}`,
    // Shown as Markdown, so it contains no user text.
    criteria: {
      narrative: 'The engagement was completed, and both sides confirmed the work.',
    },
    ...(skills.length > 0 && { tag: skills.map(({ label }) => label) }),
    ...(alignment.length > 0 && { alignment }),
  }
}

function confirmation({ confirmedHours }: Experience): string {
  const hours = Number(confirmedHours.toFixed(2))
  if (hours === 0) return 'confirmed by both sides'
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} confirmed by both sides`
}

function isWebAddress(uri: string): boolean {
  return URL.canParse(uri) && /^https?:$/.test(new URL(uri).protocol)
}

/** Formats a time in whole seconds, `2026-03-02T15:00:00Z`, because verifiers compare it with `nbf`. */
function wholeSecond(date: Date): string {
  return date.toISOString().replace(/\.\d+/, '')
}
