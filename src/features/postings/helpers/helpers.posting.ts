import { showContact, showLocation } from '../contact-and-location.ts'
import { showResource } from '../posting.schemas.ts'
import type { PostingDefinition } from '../posting-definition.ts'
import { requireGiven } from '../require-given.ts'
import { requireNotCandidate } from '../require-not-candidate.ts'
import { createHelpersRepository } from './helpers.repository.ts'
import { type Helper, type HelperInput, helperInput } from './helpers.schemas.ts'
import type { HelperRow } from './helpers.table.ts'

export const helperPosting: PostingDefinition<'helper', HelperInput, HelperRow> = {
  name: 'helper',
  prefix: 'helper',
  input: helperInput,
  createRepository: createHelpersRepository,
  searchLike: createHelpersRepository,
  stillInUse: {
    code: 'helper_has_offers',
    detail: 'First delete the offers of this helper and unlink its organization.',
  },

  guard: requireNotCandidate,

  requirePossible(input, { before, now }) {
    const [one, other] = [input.credentials, before?.credentials]
    requireGiven(
      {
        consents: [
          [
            '/credentials/guardian_consent/recorded_at',
            one.guardian_consent?.recorded_at,
            other?.guardian_consent?.recorded_at,
          ],
        ],
        days: daysOf(one, other),
      },
      now,
    )
  },

  columns: helperColumns,

  toInput: (row) => ({
    name: row.name,
    preferred_name: row.preferredName ?? undefined,
    kind: row.kind,
    contact: row.contact,
    location: row.location ?? undefined,
    time_zone: row.timeZone,
    languages: row.languages,
    credentials: row.credentials,
    max_hours_per_week: row.maxHoursPerWeek ?? undefined,
    connections: row.connections,
    blocked_organization_ids: row.blockedOrganizationIds,
    external_id: row.externalId ?? undefined,
    metadata: row.metadata,
  }),
}

type Credentials = HelperInput['credentials']

/** Returns the days of issue of all credentials, with those that the helper had. */
function daysOf(one: Credentials, other: Credentials | undefined) {
  const before = new Map(other?.licences.map(({ name, issued_on }) => [name, issued_on]))
  return [
    [
      '/credentials/age_over_18/confirmed_on',
      one.age_over_18?.confirmed_on,
      other?.age_over_18?.confirmed_on,
    ],
    [
      '/credentials/background_check/issued_on',
      one.background_check?.issued_on,
      other?.background_check?.issued_on,
    ],
    ...one.licences.map(
      ({ name, issued_on }, at) =>
        [`/credentials/licences/${at}/issued_on`, issued_on, before.get(name)] as const,
    ),
  ] as const
}

/** Returns the columns of a helper that its body fills. */
export function helperColumns(input: HelperInput, before?: Pick<HelperRow, 'formerEmails'>) {
  return {
    name: input.name,
    preferredName: input.preferred_name ?? null,
    kind: input.kind,
    contact: input.contact,
    location: input.location ?? null,
    timeZone: input.time_zone,
    languages: input.languages,
    credentials: input.credentials,
    maxHoursPerWeek: input.max_hours_per_week ?? null,
    connections: input.connections,
    blockedOrganizationIds: input.blocked_organization_ids,
    isCandidate: false,
    formerEmails: before?.formerEmails ?? [],
  }
}

/** Returns a helper in the form that its own partner sees. */
export function showHelper(row: HelperRow): Helper {
  const { age_band, guardian_consent, age_over_18, background_check, licences } = row.credentials
  return {
    ...showResource(row),
    name: row.name,
    preferred_name: row.preferredName,
    kind: row.kind,
    contact: showContact(row.contact),
    location: showLocation(row.location),
    time_zone: row.timeZone,
    languages: row.languages,
    credentials: {
      age_band: age_band ?? null,
      guardian_consent: guardian_consent ?? null,
      age_over_18: age_over_18 ?? null,
      background_check: background_check
        ? { issued_on: background_check.issued_on, expires_on: background_check.expires_on ?? null }
        : null,
      licences: licences.map((licence) => ({
        name: licence.name,
        issued_on: licence.issued_on ?? null,
        expires_on: licence.expires_on ?? null,
      })),
    },
    max_hours_per_week: row.maxHoursPerWeek,
    connections: row.connections,
    blocked_organization_ids: row.blockedOrganizationIds,
  }
}
