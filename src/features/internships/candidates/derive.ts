import type { z } from 'zod'
import type { Taxonomy } from '../../../engines/skills/index.ts'
import type { WriteContext } from '../../../platform/events/index.ts'
import { sameNumber } from '../../../shared/ids.ts'
import { forEachSliced } from '../../../shared/sliced-work.ts'
import { withdrawOffers } from '../../introductions/index.ts'
import {
  createHelpersRepository,
  createOffersRepository,
  helperColumns,
  type helperInput,
  offerColumns,
  type offerInput,
} from '../../postings/index.ts'
import { createProgramsRepository } from '../programs/programs.repository.ts'
import type { ProgramRow } from '../programs/programs.table.ts'
import { createCandidatesRepository } from './candidates.repository.ts'
import type { CandidateRow } from './candidates.table.ts'

/**
 * Updates the helper and offer of candidates to match the candidate and its program. Others read only these two, so data
 * without consent is not there to be shown. Withdraws what may no longer be shown.
 */
export async function deriveCandidates(
  taxonomy: Taxonomy,
  ctx: WriteContext,
  rows: readonly CandidateRow[],
  isNew = ({ version }: { version: number }) => version === 1,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const { partnerId, updatedAt } = first
  const programIds = [...new Set(rows.map((row) => row.programId))]
  const programs = await createProgramsRepository(ctx.db).findAll(partnerId, programIds)
  const programById = new Map(programs.map((program) => [program.id, program]))
  const derived: ReturnType<typeof derivedRows>[] = []
  await forEachSliced(rows, (row) => {
    const program = programById.get(row.programId)
    if (program) derived.push(derivedRows(taxonomy, row, program))
  })
  await createHelpersRepository(ctx.db).writeAll(
    derived.map(({ helper }) => helper),
    isNew,
  )
  await createOffersRepository(ctx.db).writeAll(
    derived.map(({ offer }) => offer),
    isNew,
  )
  const offersOf = (some: readonly CandidateRow[]) => some.map(({ id }) => sameNumber('offer', id))
  const unshared = rows.filter((row) => !row.sharesProfile && row.version > 1)
  await withdrawOffers(
    { ...ctx, actor: { partnerId }, clock: () => updatedAt },
    { offerIds: offersOf(unshared), reason: 'consent_withdrawn' },
  )
}

/** Updates the helpers and offers of a program's candidates after the program changed. */
export async function deriveProgram(
  taxonomy: Taxonomy,
  ctx: WriteContext,
  program: ProgramRow,
): Promise<void> {
  const rows = await createCandidatesRepository(ctx.db).ofProgram(program.partnerId, program.id)
  await deriveCandidates(taxonomy, ctx, rows, () => false)
  for (const { partnerId, id } of rows) ctx.append({ partnerId, type: 'candidate.reranked', resourceId: id })
}

function derivedRows(taxonomy: Taxonomy, row: CandidateRow, program: ProgramRow) {
  const { partnerId, version, createdAt, updatedAt } = row
  const posted = {
    partnerId,
    externalId: null,
    metadata: {},
    version,
    createdAt,
    updatedAt,
    isCandidate: true,
  }
  const helperId = sameNumber('helper', row.id)
  return {
    helper: { ...helperColumns(toHelper(row, program)), ...posted, id: helperId },
    offer: {
      ...offerColumns(taxonomy, toOffer(row, program)),
      ...posted,
      helperId,
      id: sameNumber('offer', row.id),
    },
  }
}

function toHelper({ profile }: CandidateRow, program: ProgramRow): z.output<typeof helperInput> {
  const { email, phone } = profile
  const name = profile.preferred_name ?? profile.name
  const isShared = profile.consent.share_contact
  return {
    name: isShared ? name : `A student of ${program.school}`,
    kind: 'person',
    contact: isShared ? { name, email, phone } : program.contact,
    location: profile.location,
    time_zone: profile.time_zone,
    languages: profile.languages,
    credentials: {
      licences: [],
      age_band: profile.age_band,
      guardian_consent: profile.guardian_consent,
      ...(profile.age_over_18 && { age_over_18: { confirmed_on: profile.consent.recorded_at.slice(0, 10) } }),
    },
    connections: [],
    blocked_organization_ids: profile.blocked_organization_ids,
  }
}

function toOffer(row: CandidateRow, program: ProgramRow): z.output<typeof offerInput> {
  const { profile } = row
  return {
    helper_id: sameNumber('helper', row.id),
    kind: 'intern',
    title: profile.title ?? titleOf(profile.majors),
    description: profile.description,
    skills: profile.skills,
    modality: profile.modality,
    location: profile.location,
    max_distance_km: profile.max_distance_km,
    hours_per_week: profile.hours_per_week ?? program.hoursPerWeek ?? undefined,
    starts_on: profile.starts_on ?? program.startsOn,
    ends_on: profile.ends_on ?? program.endsOn,
    availability: profile.availability,
    dates: profile.dates,
    not_available: [...program.notAvailable, ...(profile.not_available ?? [])],
    visibility: profile.visibility,
    alert_min_score: profile.alert_min_score,
    // Profiles stored before the field existed have none.
    infer_skills: profile.infer_skills ?? true,
    open_to: program.allowedOrganizationKinds,
    status: row.status === 'open' && !row.sharesProfile ? 'paused' : row.status,
    terms: {
      credit_required: program.credit?.required ?? false,
      hours_required: program.hoursRequired ?? undefined,
      paid_only: program.paidOnly,
      learning_goals: profile.learning_goals,
      stipend: profile.stipend ?? program.stipend ?? undefined,
    },
  }
}

function titleOf([major]: readonly string[]): string {
  return major === undefined ? 'An internship' : `An internship in ${major}`
}
