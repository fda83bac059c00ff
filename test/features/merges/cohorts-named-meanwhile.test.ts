import t from 'tap'
import type { WriteContext } from '../../../src/platform/events/index.ts'
import { type Id, idToUuid } from '../../../src/shared/ids.ts'
import { type CohortWorld, newCohort } from '../../support/cohort.ts'
import { openTransaction, untilItWaits } from '../../support/open-transaction.ts'
import { type Reply, startTestService } from '../../support/service.ts'

/*
 * Merges beside writes of cohorts that name the record which ends. One waits for the other, so afterwards no cohort and no
 * choice names a record that is gone.
 */

const service = await startTestService(t)
const { cohorts, candidates } = service.services.internships
const { merges } = service.services

const anyVersion = { precondition: null }
/** The records that are merged: of each two the second ends. */
const [KEPT, FROM] = [0, 1]

/** Ids that a test has just got from the service, of the kind that it says. */
const candidateOf = (world: CohortWorld, at: number) => world.candidates[at] as Id<'candidate'>
const organizationOf = (world: CohortWorld, at: number) => world.organizations[at] as Id<'org'>
const cohortOf = (world: CohortWorld) => world.cohortId as Id<'cohort'>
const needOf = (world: CohortWorld) => world.needs[KEPT] as Id<'need'>

const bodyOf = (world: CohortWorld) => ({
  candidate_ids: [candidateOf(world, FROM)],
  organizations: [{ organization_id: organizationOf(world, FROM), capacity: 1 }],
})

const preferencesOf = (world: CohortWorld) => ({
  candidates: [{ candidate_id: candidateOf(world, FROM), choices: [needOf(world)], tied: [] }],
  organizations: [
    { organization_id: organizationOf(world, FROM), ranking: [candidateOf(world, FROM)], tied: [] },
  ],
})

const rowOf = (world: CohortWorld, externalId: string, choices: string[]) => ({
  merges: [{ externalId, patch: { cohort_id: cohortOf(world), choices } }],
  dryRun: false,
})

/** How offices name records in cohorts: each names the candidate and the organization. */
const writes: Record<string, (ctx: WriteContext, world: CohortWorld) => Promise<unknown>> = {
  'a new cohort': (ctx, world) =>
    cohorts.post(ctx, {
      ...bodyOf(world),
      program_id: world.programId as Id<'program'>,
      name: 'Another',
      needs: [{ need_id: needOf(world) }],
      rules: { locked_pairs: [], forbidden_pairs: [], together: [], apart: [] },
    }),
  'a changed cohort': (ctx, world) =>
    cohorts.change(ctx, { id: cohortOf(world), patch: bodyOf(world), ...anyVersion }),
  choices: (ctx, world) =>
    cohorts.putPreferences(ctx, { id: cohortOf(world), input: preferencesOf(world), ...anyVersion }),
  'imported choices': (ctx, world) =>
    cohorts.mergeCandidatePreferences(ctx, rowOf(world, `student-${FROM}`, [needOf(world)])),
  'imported rankings': (ctx, world) =>
    cohorts.mergeOrganizationPreferences(
      ctx,
      rowOf(world, organizationOf(world, FROM), [candidateOf(world, FROM)]),
    ),
}

const mergesOf: Record<string, (world: CohortWorld) => Promise<Reply>> = {
  candidates: ({ office, candidates }) =>
    office.call('POST', `/v1/candidates/${candidates[KEPT]}/merge`, { body: { from_id: candidates[FROM] } }),
  organizations: ({ site, organizations }) =>
    site.call('POST', `/v1/organizations/${organizations[KEPT]}/merge`, {
      body: { from_id: organizations[FROM] },
    }),
}

/** Lists what cohorts and choices of an office name by one of these ids. */
async function stillNaming({ office, candidates, organizations }: CohortWorld): Promise<string[]> {
  const { rows } = await service.database.pool.query<{ row: string }>(
    `select to_jsonb(cohorts)::text as row from cohorts where partner_id = $1
     union all select to_jsonb(preferences)::text from preferences where partner_id = $1`,
    [idToUuid(office.partnerId)],
  )
  const ended = [candidates[FROM], organizations[FROM]].map((id) => id ?? '')
  const texts = [...ended, idToUuid(ended[0] as Id<'candidate'>)]
  return texts.filter((id) => rows.some(({ row }) => row.includes(id)))
}

const endedOf = ({ candidates, organizations }: CohortWorld, kind: string) =>
  kind === 'candidates'
    ? [candidates[FROM], idToUuid(candidates[FROM] as Id<'candidate'>)]
    : [organizations[FROM]]

for (const [kind, merge] of Object.entries(mergesOf)) {
  for (const [name, write] of Object.entries(writes)) {
    // Students choose needs.
    if (kind === 'organizations' && write === writes['imported choices']) continue
    t.test(`a merge of ${kind} sees ${name} of a transaction that was still open`, async (t) => {
      const world = await newCohort(service, { candidates: 2, needs: 2 })
      const writing = await openTransaction(service, world.office, (ctx) => write(ctx, world))
      const merged = merge(world)
      await untilItWaits(service, merged)
      await writing.commit()
      t.equal((await merged).status, 200)
      const ended = endedOf(world, kind)
      t.same(
        (await stillNaming(world)).filter((id) => ended.includes(id)),
        [],
      )
    })
  }
}

t.test(
  'what names a candidate or an organization while it is merged is refused with the kept one',
  async (t) => {
    const world = await newCohort(service, { candidates: 2, needs: 2 })
    const { office, site, cohortId } = world
    const ids = { candidates: world.candidates, organizations: world.organizations }
    for (const [kind, pointers] of [
      ['candidates', ['/candidate_ids/0', '/candidates/0/candidate_id', '/organizations/0/ranking/0']],
      ['organizations', ['/organizations/0/organization_id', '/organizations/0/organization_id']],
    ] as const) {
      const merging = await openTransaction(service, kind === 'candidates' ? office : site, (ctx) =>
        kind === 'candidates'
          ? candidates.merge(ctx, {
              id: candidateOf(world, KEPT),
              from_id: candidateOf(world, FROM),
              dry_run: false,
            })
          : merges.mergeOrganizations(ctx, {
              id: organizationOf(world, KEPT),
              from_id: organizationOf(world, FROM),
              dry_run: false,
            }),
      )
      const headers = { 'if-match': '*' }
      // The other kind is not merged here, or has been.
      const other = kind === 'candidates' ? FROM : KEPT
      const body = {
        candidate_ids: [ids.candidates[kind === 'candidates' ? FROM : KEPT]],
        organizations: [{ organization_id: ids.organizations[FROM], capacity: 1 }],
      }
      const patched = office.call('PATCH', `/v1/cohorts/${cohortId}`, { headers, body })
      const { candidates: choosers, organizations: rankers } = preferencesOf(world)
      const put = office.call('PUT', `/v1/cohorts/${cohortId}/preferences`, {
        headers,
        body:
          kind === 'candidates'
            ? { candidates: choosers, organizations: rankers }
            : { candidates: [], organizations: [{ ...rankers[0], ranking: [ids.candidates[other]] }] },
      })
      await untilItWaits(service, Promise.all([patched, put]), 2)
      await merging.commit()
      const faults = [...(await patched).body.errors, ...(await put).body.errors]
      t.same(
        faults.map(({ pointer }: { pointer: string }) => pointer),
        pointers,
      )
      t.ok(
        faults.every(
          ({ code, detail }) => code === 'record_merged' && detail.includes(ids[kind][KEPT] ?? ''),
        ),
      )
    }
  },
)

t.test(
  'rules that name a candidate who was merged are refused, but rules that did so before stay',
  async (t) => {
    const world = await newCohort(service, { candidates: 2, needs: 2 })
    const { office, cohortId, needs } = world
    await mergesOf.candidates?.(world)
    const pair = { candidate_id: candidateOf(world, FROM), need_id: needs[0] }
    const both = { candidate_ids: [candidateOf(world, KEPT), candidateOf(world, FROM)] }
    const patch = (body: unknown) =>
      office.call('PATCH', `/v1/cohorts/${cohortId}`, { headers: { 'if-match': '*' }, body })
    const { body } = await patch({ rules: { forbidden_pairs: [pair], together: [both] } })
    t.match(body.errors, [
      { pointer: '/rules/forbidden_pairs/0/candidate_id', code: 'record_merged' },
      { pointer: '/rules/together/0/candidate_ids/1', code: 'record_merged' },
    ])
    await service.database.pool.query('update cohorts set rules = $1 where partner_id = $2', [
      { locked_pairs: [], forbidden_pairs: [pair], together: [], apart: [] },
      idToUuid(office.partnerId),
    ])
    t.equal((await patch({ name: 'Another name' })).status, 200)
  },
)
