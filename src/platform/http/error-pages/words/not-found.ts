import type { ResourceName } from '../../../../shared/errors.ts'
import type { Explanation } from './explanation.ts'

interface Lookup {
  /** The singular for people, if it differs from the name of the resource. */
  called?: string
  /** How to find the right id. */
  find: string
  /** An additional cause that only this resource has. */
  also?: string
}

/** The words that differ between the kinds of resource. */
const resources = {
  organization: { find: '`GET /v1/organizations` lists yours.' },
  helper: { find: '`GET /v1/helpers` lists yours.' },
  need: {
    find: '`GET /v1/needs` lists yours. `GET /v1/needs/{id}` reads only yours. Another partner’s need is shown with a match, and with `expand=need` on an introduction or an engagement.',
    also: 'The need has the visibility `partner` and belongs to another partner.',
  },
  offer: {
    find: '`GET /v1/offers` lists yours. `GET /v1/offers/{id}` reads only yours. Another partner’s offer is shown with a match, and with `expand=offer` on an introduction or an engagement.',
    also: 'The offer has the visibility `partner` and belongs to another partner.',
  },
  skill: {
    find: '`GET /v1/skills?q=bookkeeping` finds skills by their words.',
    also: 'An import of a newer classification removed the skill.',
  },
  staff: { called: 'person', find: 'The page Team of the desk lists all people.' },
  client: { find: '`GET /v1/clients` lists yours.' },
  introduction: { find: '`GET /v1/introductions` lists those that you sent and received.' },
  engagement: {
    find: '`GET /v1/engagements` lists yours.',
    also: 'It is the id of an introduction. Only an accepted introduction has an engagement, with an id of its own.',
  },
  hours: {
    called: 'entry of hours',
    find: '`GET /v1/engagements/{id}/hours` lists those of an engagement.',
    also: 'The hours belong to another engagement.',
  },
  sprint: { find: '`GET /v1/sprints` lists yours.' },
  program: { find: '`GET /v1/programs` lists yours.' },
  candidate: { find: '`GET /v1/candidates` lists yours.' },
  import: {
    find: '`GET /v1/imports` lists yours.',
    also: 'The import ended long ago and its report was deleted.',
  },
  cohort: { find: '`GET /v1/cohorts` lists yours.' },
  placement: {
    find: '`GET /v1/placements` lists yours.',
    also: 'The placement belongs to another cohort.',
  },
  ring: { find: '`GET /v1/rings` lists those that a party of yours is in.' },
  clearing: { find: '`GET /v1/rings/clearings` lists yours.' },
  webhook_endpoint: { find: '`GET /v1/webhook-endpoints` lists yours.' },
  calendar: {
    find: '`GET /v1/calendars` lists yours.',
    also: 'The calendar was deleted, or the record that it shows was deleted.',
  },
  agreement: {
    find: '`POST /v1/engagements/{id}/agreement` writes the first version.',
    also: 'There is no version with that number.',
  },
  document: {
    find: '`GET /v1/engagements/{id}/documents` lists those of an engagement.',
    also: 'The side that added it removed it, or the student was erased.',
  },
  delivery: {
    find: '`GET /v1/webhook-endpoints/{id}/deliveries` lists those of an endpoint.',
    also: 'The delivery belongs to another endpoint, or ended long ago and was deleted.',
  },
} as const satisfies Record<ResourceName, Lookup>

function wordsOf(name: string, { called = name, find, also }: Lookup): Explanation {
  const causes = [
    `The id is misspelled, or belongs to another kind of resource.`,
    `The ${called} was deleted.`,
    `It belongs to another partner, or to your sandbox while your token is for live data (or the other way round). The response is always the same, so that nobody can find out what others have.`,
  ]
  return {
    meaning: `No ${called} that you may see has this id.`,
    causes: also === undefined ? causes : [...causes, also],
    next: [
      'Compare the id with the one that the service returned. Its prefix names the kind of resource.',
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

/** Explanations of errors for ids that do not exist. */
export const notFoundErrors = {
  ...ofResources,
  import_profile_not_found: {
    meaning: 'You have no import profile with this name.',
    causes: ['The name is misspelled.', 'The profile was deleted.'],
    next: ['`GET /v1/import-profiles` lists yours.', 'Save one with `PUT /v1/import-profiles/{name}`.'],
    detail: 'There is no import profile with this name. GET /v1/import-profiles lists yours.',
  },
} satisfies Record<string, Explanation>
