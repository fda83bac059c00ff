import type { Taxonomy } from '../../../engines/skills/index.ts'
import { validationFailed } from '../../../shared/faults.ts'
import { type Message, message, type ReaderLanguage } from '../../../shared/messages/index.ts'
import { dayIn } from '../../../shared/time.ts'
import { readGivenSkills, readWantedSkills, skillToInput } from '../../skills/index.ts'
import { createOrganizationsRepository } from '../organizations/organizations.repository.ts'
import { showResource } from '../posting.schemas.ts'
import type { PostingDefinition } from '../posting-definition.ts'
import { requireNotPast } from '../require-not-past.ts'
import { faultsOfSessions, readSessions, sessionsToInput } from '../sessions/read-sessions.ts'
import { showWork, workColumns, workToInput } from '../work-fields.ts'
import { noticesOfText, showNotices } from '../work-notices.ts'
import { createNeedsRepository } from './needs.repository.ts'
import { DEFAULT_POSITIONS, type Need, type NeedInput, needInput, requirementOf } from './needs.schemas.ts'
import type { NeedRow } from './needs.table.ts'

/** Defines needs as posted resources. The taxonomy resolves the skills of each body. */
export function createNeedPosting({
  taxonomy,
}: {
  taxonomy: Taxonomy
}): PostingDefinition<'need', NeedInput, NeedRow> {
  return {
    name: 'need',
    prefix: 'need',
    input: needInput,
    eventFields: ['status', 'organization_id'],
    createRepository: createNeedsRepository,

    parent: {
      name: 'organization',
      prefix: 'org',
      field: 'organization_id',
      createRepository: createOrganizationsRepository,
      idOf: (input) => input.organization_id,
    },

    isBoundToParent: needsPlace,

    async loadParentCheck({ db, actor }, organizationIds) {
      const withPlace = new Set(
        await createOrganizationsRepository(db).idsWithLocation(actor.partnerId, organizationIds),
      )
      return (input) => requirePlace(input, withPlace.has(input.organization_id))
    },

    requirePossible(input, { before, now }) {
      const status = input.status ?? before?.status ?? 'open'
      requireNotPast(
        {
          status,
          endsOn: input.ends_on ?? null,
          deadlineAt: input.deadline_at === undefined ? null : new Date(input.deadline_at),
        },
        { before, now },
      )
      const given = { before: before?.sessions, isOpen: status === 'open', now }
      const faults = faultsOfSessions(input.sessions, given)
      if (faults.length > 0) throw validationFailed(faults)
      requirePositions(input, before)
    },

    columns: (input, before) => needColumns(taxonomy, input, before),

    toInput: (row) => ({
      ...workToInput(row),
      organization_id: row.organizationId,
      is_public: row.isPublic,
      status: row.status,
      skills: row.skills.map(skillToInput),
      accepts: row.accepts,
      deadline_at: row.deadlineAt?.toISOString(),
      requires: row.requires,
      minimum_age: row.minimumAge ?? undefined,
      gives: row.gives.map(skillToInput),
      budget: row.budget ?? undefined,
      positions: row.positions,
      sessions: sessionsToInput(row.sessions),
      brief: row.brief ?? undefined,
      external_id: row.externalId ?? undefined,
      metadata: row.metadata,
    }),
  }
}

/**
 * Tells whether a need lacks a place: an open need on site without one would match nobody, unless its organization has one.
 */
function needsPlace({ modality, location, status }: NeedInput): boolean {
  return modality === 'onsite' && !location && (status === undefined || status === 'open')
}

/** Throws `validation_failed` for a need on site without a place. */
function requirePlace(input: NeedInput, hasOrganizationPlace: boolean): void {
  if (!needsPlace(input) || hasOrganizationPlace) return
  const messages = [message('fault_of_posting', { what: 'needs_place' })]
  throw validationFailed([{ pointer: '/location', code: 'required', messages }])
}

/** Returns the columns of a need that its body fills. */
export function needColumns(
  taxonomy: Taxonomy,
  input: NeedInput,
  before?: Pick<NeedRow, 'status' | 'sessions'>,
) {
  const sessions = readSessions(input.sessions, before?.sessions)
  return {
    ...workColumns(input),
    organizationId: input.organization_id,
    isPublic: input.is_public,
    status: input.status ?? before?.status ?? 'open',
    skills: readWantedSkills(taxonomy, input.skills),
    accepts: [...new Set(input.accepts)],
    deadlineAt: input.deadline_at === undefined ? null : new Date(input.deadline_at),
    requires: [...new Set(input.requires.map(requirementOf))],
    minimumAge: input.minimum_age ?? null,
    gives: readGivenSkills(taxonomy, input.gives),
    budget: input.budget ?? null,
    positions: sessions.length > 0 ? positionsOf(sessions) : input.positions,
    sessions,
    brief: input.brief ?? null,
  }
}

/**
 * Throws `validation_failed` for a number of positions that differs from those of the sessions. The default and the stored
 * number are allowed: clients that send back what they have read did not choose them.
 */
function requirePositions(input: NeedInput, before: Pick<NeedRow, 'positions'> | undefined): void {
  const { positions, sessions } = input
  if (sessions.length === 0 || positions === DEFAULT_POSITIONS || positions === before?.positions) return
  const sum = positionsOf(sessions)
  if (positions === sum) return
  const messages = [message('fault_positions_differ', { sum })]
  throw validationFailed([{ pointer: '/positions', code: 'two_values', messages }])
}

function positionsOf(sessions: readonly { positions: number }[]): number {
  return sessions.reduce((sum, { positions }) => sum + positions, 0)
}

/** Returns a need in the form that its own partner sees, with notices in the reader's language. */
export function showNeed(row: NeedRow, language: ReaderLanguage): Need {
  const work = showWork(row)
  return {
    ...showResource(row),
    ...work,
    organization_id: row.organizationId,
    is_public: row.isPublic,
    status: row.status,
    skills: row.skills,
    accepts: row.accepts,
    deadline_at: row.deadlineAt?.toISOString() ?? null,
    requires: row.requires,
    minimum_age: row.minimumAge,
    gives: row.gives,
    budget: row.budget,
    positions: row.positions,
    sessions: row.sessions,
    brief: row.brief,
    notices: showNotices([...noticesOf(row), ...noticesOfText(row, work.inferred_skills)], language),
  }
}

/** Returns notices for the need's partner. */
function noticesOf(row: NeedRow): Message[] {
  const { accepts, budget, gives } = row
  const notices: Message[] = []
  if (budget && !accepts.includes('paid') && !accepts.includes('intern'))
    notices.push(message('budget_not_used'))
  if (gives.length > 0 && !accepts.includes('barter')) notices.push(message('gives_not_used'))
  if (row.sessions.some((session) => isOutside(session, row))) notices.push(message('sessions_outside_dates'))
  return notices
}

function isOutside(
  { starts_at, time_zone }: NeedRow['sessions'][number],
  { startsOn, endsOn }: NeedRow,
): boolean {
  const day = dayIn(time_zone, new Date(starts_at))
  return (startsOn !== null && day < startsOn) || (endsOn !== null && day > endsOn)
}
