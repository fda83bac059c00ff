import type { ResourceName } from '../../../../shared/errors.ts'
import type { Explanation } from './explanation.ts'

interface Lookup {
  /** In the singular, if the name of the resource is not. */
  called?: string
  /** How to find the right id. */
  find: string
  /** A cause that other resources do not have. */
  also?: string
}

/** What is special about looking for each kind of resource. */
const resources = {
  organization: { find: '`GET /v1/organizations` lists yours.' },
  helper: { find: '`GET /v1/helpers` lists yours.' },
  need: {
    find: '`GET /v1/needs` lists yours.',
    also: 'The need has the visibility `partner` and belongs to another partner.',
  },
  offer: {
    find: '`GET /v1/offers` lists yours.',
    also: 'The offer has the visibility `partner` and belongs to another partner.',
  },
  skill: {
    find: '`GET /v1/skills?q=bookkeeping` finds skills by their words.',
    also: 'An import of a newer classification has removed the skill.',
  },
  staff: { called: 'person', find: 'The page Team of the desk lists everybody.' },
  client: { find: 'Operators create clients with `partner add-client`.' },
  introduction: { find: '`GET /v1/introductions` lists those of both directions.' },
  engagement: {
    find: '`GET /v1/engagements` lists yours.',
    also: 'It is the id of an introduction. Only an accepted introduction has an engagement, with an id of its own.',
  },
  hours: {
    called: 'entry of hours',
    find: '`GET /v1/engagements/{id}/hours` lists those of an engagement.',
    also: 'The hours belong to another engagement.',
  },
  sprint: { find: 'Keep the id that `POST /v1/sprints` answered.' },
  program: { find: '`GET /v1/programs` lists yours.' },
  candidate: { find: '`GET /v1/candidates` lists yours.' },
  import: {
    find: '`GET /v1/imports` lists yours.',
    also: 'The import ended long ago and was removed with its file.',
  },
  cohort: { find: '`GET /v1/cohorts` lists yours.' },
  placement: {
    find: '`GET /v1/cohorts/{id}/placements` lists those of a cohort.',
    also: 'The placement belongs to another cohort.',
  },
  ring: { find: '`GET /v1/rings` lists those that a party of yours is in.' },
  clearing: { find: '`GET /v1/rings/clearings` lists yours.' },
  webhook_endpoint: { find: '`GET /v1/webhook-endpoints` lists yours.' },
  calendar: {
    find: '`GET /v1/calendars` lists yours.',
    also: 'The address of the calendar was revoked, or what it was about was deleted.',
  },
  agreement: {
    find: '`POST /v1/engagements/{id}/agreement` writes the first version.',
    also: 'There is no version with that number.',
  },
  document: {
    find: '`GET /v1/engagements/{id}/documents` lists those of an engagement.',
    also: 'It was removed by the side that added it, or with the student.',
  },
  delivery: {
    find: '`GET /v1/webhook-endpoints/{id}/deliveries` lists those of an endpoint.',
    also: 'The delivery belongs to another endpoint, or ended so long ago that it was removed.',
  },
} as const satisfies Record<ResourceName, Lookup>

function wordsOf(name: string, { called = name, find, also }: Lookup): Explanation {
  const causes = [
    `The id is misspelled, or is that of another kind of resource.`,
    `The ${called} was deleted.`,
    `It belongs to another partner, or to your sandbox while the token does not. The answer is the same, so that nobody can find out what others have.`,
  ]
  return {
    meaning: `There is no ${called} with this id that you may see.`,
    causes: also === undefined ? causes : [...causes, also],
    next: [
      'Compare the id with the one that the service answered. Its prefix names the kind of resource.',
      find,
    ],
    detail: `There is no ${name} with this id, or you may not see it.`,
  }
}

type NotFound = `${ResourceName}_not_found`
const ofResources = Object.fromEntries(
  Object.entries(resources).map(([name, more]) => [
    `${name}_not_found`,
    wordsOf(name.replaceAll('_', ' '), more),
  ]),
  // The entries are those of the resources.
) as Record<NotFound, Explanation>

/** Refusals of ids that name nothing. */
export const notFoundErrors = {
  ...ofResources,
  import_profile_not_found: {
    meaning: 'You have no import profile with this name.',
    causes: ['The name is misspelled.', 'The profile was deleted.'],
    next: ['`GET /v1/import-profiles` lists yours.', 'Save one with `PUT /v1/import-profiles/{name}`.'],
    detail: 'There is no import profile with this name. GET /v1/import-profiles lists yours.',
  },
} satisfies Record<string, Explanation>
