import { requestsListed } from '../../src/features/access/requests/requests.list.ts'
import { createRequestsRepository } from '../../src/features/access/requests/requests.repository.ts'
import { clearingsListed } from '../../src/features/barter/clearings/clearings.list.ts'
import { createClearingsRepository } from '../../src/features/barter/clearings/clearings.repository.ts'
import { creditsListed } from '../../src/features/barter/ledger/credits.list.ts'
import { createLedgerRepository } from '../../src/features/barter/ledger/ledger.repository.ts'
import { ringsListed } from '../../src/features/barter/rings/rings.list.ts'
import { createRingsRepository } from '../../src/features/barter/rings/rings.repository.ts'
import { engagementsListed } from '../../src/features/engagements/engagements.list.ts'
import { createEngagementsRepository } from '../../src/features/engagements/index.ts'
import { candidateList } from '../../src/features/internships/candidates/candidates.list.ts'
import { cohortList } from '../../src/features/internships/cohorts/cohorts.list.ts'
import { createCohortsRepository } from '../../src/features/internships/cohorts/cohorts.repository.ts'
import { createCandidatesRepository } from '../../src/features/internships/index.ts'
import { placementsListed } from '../../src/features/internships/placements/placements.list.ts'
import { createPlacementsRepository } from '../../src/features/internships/placements/placements.repository.ts'
import { programList } from '../../src/features/internships/programs/programs.list.ts'
import { createProgramsRepository } from '../../src/features/internships/programs/programs.repository.ts'
import { introductionsListed } from '../../src/features/introductions/introductions.list.ts'
import { createIntroductionsRepository } from '../../src/features/introductions/introductions.repository.ts'
import { helperList } from '../../src/features/postings/helpers/helpers.list.ts'
import {
  createHelpersRepository,
  createNeedsRepository,
  createOffersRepository,
  createOrganizationsRepository,
} from '../../src/features/postings/index.ts'
import { needList } from '../../src/features/postings/needs/needs.list.ts'
import { offerList } from '../../src/features/postings/offers/offers.list.ts'
import { organizationList } from '../../src/features/postings/organizations/organizations.list.ts'
import { sprintsListed } from '../../src/features/sprints/sprints.list.ts'
import { createSprintsRepository } from '../../src/features/sprints/sprints.repository.ts'
import type { Counted, List, ListAsked, Queryable } from '../../src/platform/db/index.ts'
import { type PartnerId, uuidToId } from '../../src/shared/ids.ts'
import {
  CLIENT_ID,
  COHORT_ID,
  HELPER_ID,
  type ListedTable,
  NEED_ID,
  OFFER_ID,
  ORGANIZATION_ID,
  PROGRAM_ID,
} from './lists-data.ts'

type Declared = Pick<List<never>, 'filters' | 'sorts' | 'words'>
type Reader = {
  list(partnerId: PartnerId, asked: ListAsked): Promise<unknown>
  count(partnerId: PartnerId, asked: ListAsked, most: number): Promise<Counted>
}

/** The lists that a table is filled for, and how each is read. */
export const readers: Readonly<Record<ListedTable, [Declared, (db: Queryable) => Reader]>> = {
  needs: [needList, createNeedsRepository],
  offers: [offerList, createOffersRepository],
  organizations: [organizationList, createOrganizationsRepository],
  helpers: [helperList, createHelpersRepository],
  candidates: [candidateList, createCandidatesRepository],
  introductions: [introductionsListed, createIntroductionsRepository],
  engagements: [engagementsListed, createEngagementsRepository],
  programs: [programList, createProgramsRepository],
  cohorts: [cohortList, createCohortsRepository],
  placements: [placementsListed, createPlacementsRepository],
  sprints: [sprintsListed, createSprintsRepository],
  credit_accounts: [creditsListed, createLedgerRepository],
  requests: [requestsListed, createRequestsRepository],
  rings: [ringsListed, createRingsRepository],
  clearings: [clearingsListed, createClearingsRepository],
}

/** Values of each filter, of which a list takes those that it knows. A filter without one fails the run. */
const samples: Readonly<Record<string, unknown[]>> = {
  status: [
    ...[['open'], ['filled'], ['open', 'filled'], ['proposed'], ['accepted', 'declined']],
    ...[['active'], ['completed'], ['active', 'completed'], ['closed'], ['paused']],
    ...[['draft'], ['publishing'], ['published'], [200], [404, 500]],
    ...[['broken'], ['broken', 'proposed'], ['done'], ['failed'], ['queued', 'failed']],
  ],
  kind: [['nonprofit'], ['person'], ['organization']],
  kinds: [['volunteer'], ['barter', 'paid']],
  external_id: ['own-4711'],
  metadata: [{ crm_id: '4711' }],
  organization_id: [uuidToId('org', ORGANIZATION_ID)],
  helper_id: [uuidToId('helper', HELPER_ID)],
  need_id: [uuidToId('need', NEED_ID)],
  offer_id: [uuidToId('offer', OFFER_ID)],
  program_id: [uuidToId('program', PROGRAM_ID)],
  sprint_id: [[uuidToId('need', NEED_ID)]],
  cohort_id: [uuidToId('cohort', COHORT_ID)],
  client_id: [uuidToId('client', CLIENT_ID)],
  request_id: ['req_nowhere'],
  method: [['stable'], ['stable', 'most_placed']],
  party: ['organization', 'helper'],
  is_owing: ['true', 'false'],
  has_ended: ['true', 'false'],
  is_ranked: ['true', 'false'],
  role: ['need', 'offer'],
  turn: ['yours', 'theirs'],
  created_since: ['2026-11-01T00:00:00Z'],
  created_before: ['2026-02-01T00:00:00Z'],
  updated_since: ['2026-11-01T00:00:00Z'],
  updated_before: ['2026-02-01T00:00:00Z'],
}

/** Lists of two sides are asked for the helpers of a program. */
const helpersOfProgram = [[uuidToId('helper', HELPER_ID)]]

/** Of every frequency: in all texts, in a third, in one of 60, in few, in none. */
const WORDS = ['bookkeeping', 'w17', 'w170', 'w4321', 'nosuchword', 'w17 w23']

type Query = Omit<ListAsked, 'limit'>

/** Each filter alone, each order alone, words alone, and each filter with each order and each of the words. */
export function queriesOf({ filters, sorts, words }: Declared): Query[] {
  const byFilter = Object.entries(filters).flatMap(([name, { value: schema }]) => {
    const known = samples[name]
    if (!known) throw new Error(`no sample of the filter ${name}`)
    const taken = filters.role && name === 'program_id' ? helpersOfProgram : known
    return taken.filter((value) => isTaken(name, schema, value)).map((value) => ({ [name]: value }))
  })
  const orders = [undefined, ...Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`])]
  const searches = [undefined, ...(words ? WORDS : [])]
  return [undefined, ...byFilter].flatMap((filter) =>
    orders.flatMap((sort) =>
      searches.map((q) => ({
        ...(filter && { filters: filter }),
        ...(sort && { sort }),
        ...(q && { q }),
      })),
    ),
  )
}

/** Whether a list has these values: each has other states and kinds. */
function isTaken(name: string, schema: List<never>['filters'][string]['value'], value: unknown): boolean {
  if (name !== 'status' && name !== 'kind') return true
  return Array.isArray(value) && schema.safeParse(value.join(',')).success
}
