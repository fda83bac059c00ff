import type { Taxonomy } from '../../../engines/skills/index.ts'
import { isId, sameNumber } from '../../../shared/ids.ts'
import {
  lacksGuardianConsent,
  type PostingDefinition,
  readDays,
  requireGiven,
  showLocation,
  showResource,
} from '../../postings/index.ts'
import { createProgramsRepository } from '../programs/programs.repository.ts'
import { createCandidatesRepository } from './candidates.repository.ts'
import { type Candidate, type CandidateInput, candidateInput, requireNoSchool } from './candidates.schemas.ts'
import type { CandidateRow, Profile } from './candidates.table.ts'
import { deriveCandidates } from './derive.ts'

/** Defines candidates as posted resources. A helper and an intern offer are derived from each. */
export function createCandidatePosting(deps: {
  taxonomy: Taxonomy
}): PostingDefinition<'candidate', CandidateInput, CandidateRow> {
  return {
    name: 'candidate',
    prefix: 'candidate',
    input: candidateInput,
    eventFields: ['status', 'program_id'],
    createRepository: createCandidatesRepository,
    searchLike: createCandidatesRepository,
    parent: {
      name: 'program',
      prefix: 'program',
      field: 'program_id',
      createRepository: createProgramsRepository,
      idOf: (input) => input.program_id,
    },
    derive: (ctx, rows) => deriveCandidates(deps.taxonomy, ctx, rows),

    async loadParentCheck({ db, actor }, ids) {
      const programIds = ids.filter((id) => isId('program', id))
      const programs = await createProgramsRepository(db).findAll(actor.partnerId, programIds)
      const schools = new Map(programs.map(({ id, school }) => [id, school]))
      return (input) => {
        const school = schools.get(input.program_id)
        if (school !== undefined) requireNoSchool(input, school)
      }
    },

    requirePossible(input, { before, now }) {
      const { consent, guardian_consent: guardian } = input
      const { consent: had, guardian_consent: hadGuardian } = before?.profile ?? {}
      requireGiven(
        {
          consents: [
            ['/consent/recorded_at', consent.recorded_at, had?.recorded_at],
            ['/guardian_consent/recorded_at', guardian?.recorded_at, hadGuardian?.recorded_at],
          ],
        },
        now,
      )
    },

    columns({ program_id, status, external_id: _, metadata: __, ...profile }, before) {
      return {
        programId: program_id,
        status: status ?? before?.status ?? 'open',
        sharesProfile: profile.consent.share_profile,
        profile: withWholeRanges(profile),
        formerTexts: before?.formerTexts ?? [],
        formerEmails: before?.formerEmails ?? [],
      }
    },

    toInput: (row) => ({
      ...row.profile,
      program_id: row.programId,
      status: row.status,
      external_id: row.externalId ?? undefined,
      metadata: row.metadata,
    }),
  }
}

/** Converts single days to ranges, so that the same days are always stored in the same form. */
function withWholeRanges({ dates, not_available, ...profile }: Profile): Profile {
  return {
    ...profile,
    ...(dates && { dates: readDays(dates) }),
    ...(not_available && { not_available: readDays(not_available) }),
  }
}

/** Returns a candidate in the form that its own office sees. */
export function showCandidate(row: CandidateRow): Candidate {
  const { profile } = row
  return {
    ...showResource(row),
    program_id: row.programId,
    helper_id: sameNumber('helper', row.id),
    offer_id: sameNumber('offer', row.id),
    status: row.status,
    is_ranked: row.status === 'open' && row.sharesProfile && !lacksGuardianConsent(profile),
    ...profile,
    preferred_name: profile.preferred_name ?? null,
    phone: profile.phone ?? null,
    school_year: profile.school_year ?? null,
    graduates_on: profile.graduates_on ?? null,
    title: profile.title ?? null,
    location: showLocation(profile.location ?? null),
    max_distance_km: profile.max_distance_km ?? null,
    hours_per_week: profile.hours_per_week ?? null,
    starts_on: profile.starts_on ?? null,
    ends_on: profile.ends_on ?? null,
    availability: profile.availability ?? null,
    dates: readDays(profile.dates),
    not_available: readDays(profile.not_available),
    stipend: profile.stipend ?? null,
    age_band: profile.age_band ?? null,
    guardian_consent: profile.guardian_consent ?? null,
    resume: profile.resume ?? null,
  }
}
