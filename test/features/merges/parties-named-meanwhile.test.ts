import t from 'tap'
import { helperInput, organizationInput } from '../../../src/features/postings/index.ts'
import type { WriteContext } from '../../../src/platform/events/index.ts'
import { type Id, type IdPrefix, isId, sameNumber } from '../../../src/shared/ids.ts'
import { candidateBody, helperBody, organizationBody, programBody } from '../../support/bodies.ts'
import { openTransaction, untilItWaits } from '../../support/open-transaction.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

/*
 * Lists of known and blocked parties name records of any partner. Whether they are written before, while or after such a record
 * is merged, they name the kept one, so that a block holds.
 */

const service = await startTestService(t)
const { postings, merges, internships } = service.services

type Kind = 'organizations' | 'helpers' | 'candidates'
const kinds: readonly Kind[] = ['organizations', 'helpers', 'candidates']

/** Two records of one partner, and another partner that names the one which ends. */
async function newWorld(kind: Kind) {
  const isOffice = kind === 'candidates'
  const owner = await service.newPartner({ kind: isOffice ? 'internship_office' : 'site' })
  const programId = isOffice ? await post(owner, '/v1/programs', programBody()) : ''
  const bodies = {
    organizations: organizationBody,
    helpers: helperBody,
    candidates: () => candidateBody(programId),
  }
  const add = () => post(owner, `/v1/${kind}`, bodies[kind]())
  return { kind, owner, kept: await add(), from: await add(), other: await service.newPartner() }
}
type World = Awaited<ReturnType<typeof newWorld>>

/** The party that others name: of a candidate its helper. */
const partyOf = (id: string) => (isId('candidate', id) ? sameNumber('helper', id) : id)

/** What names the parties, in all fields that can. */
function naming({ kind }: World, ids: string[]) {
  const parties = ids.map(partyOf)
  return kind === 'organizations'
    ? {
        path: 'helpers' as const,
        body: helperBody({ connections: parties, blocked_organization_ids: parties }),
      }
    : {
        path: 'organizations' as const,
        body: organizationBody({ connections: parties, blocked_helper_ids: parties }),
      }
}

/** Writes what names the ended record, in an open transaction. */
const writes: Record<string, (ctx: WriteContext, world: World) => Promise<unknown>> = {
  'a new record': (ctx, world) => {
    const { path, body } = naming(world, [world.from])
    const put = { externalId: 'naming', precondition: null }
    return path === 'helpers'
      ? postings.helpers.put(ctx, { ...put, input: helperInput.parse(body) })
      : postings.organizations.put(ctx, { ...put, input: organizationInput.parse(body) })
  },
  'an imported row': (ctx, world) => {
    const { path, body } = naming(world, [world.from])
    return postings[path].mergeMany(ctx, {
      merges: [{ externalId: 'naming', patch: body }],
      dryRun: false,
    })
  },
}

const merge = ({ kind, owner, kept, from }: World) =>
  owner.call('POST', `/v1/${kind}/${kept}/merge`, { body: { from_id: from } })

/** Writes as the API does, and returns whom the record names then. */
async function put(world: World, ids: string[]) {
  const { path, body } = naming(world, ids)
  const { status } = await world.other.call('PUT', `/v1/${path}/by-external-id/naming`, { body })
  if (status !== 201) throw new Error(`answered ${status}`)
  return named(world)
}

async function named(world: World): Promise<string[][]> {
  const { path } = naming(world, [])
  const { body } = await world.other.call('GET', `/v1/${path}?external_id=naming`)
  const [{ connections, blocked_helper_ids: helpers, blocked_organization_ids: organizations }] = body.data
  return [connections, helpers ?? organizations]
}

for (const kind of kinds) {
  for (const [name, write] of Object.entries(writes))
    t.test(`a merge of ${kind} sees ${name} of a transaction that was still open`, async (t) => {
      const world = await newWorld(kind)
      const writing = await openTransaction(service, world.other, (ctx) => write(ctx, world))
      const merged = merge(world)
      await untilItWaits(service, merged)
      await writing.commit()
      t.equal((await merged).status, 200)
      t.same(await named(world), [[partyOf(world.kept)], [partyOf(world.kept)]])
    })

  t.test(`who names one of ${kind} while it is merged names the kept one`, async (t) => {
    const world = await newWorld(kind)
    const merging = await openTransaction(service, world.owner, (ctx) => mergeIn(ctx, world))
    const writing = put(world, [world.from])
    await untilItWaits(service, writing)
    await merging.commit()
    t.same(await writing, [[partyOf(world.kept)], [partyOf(world.kept)]])
  })

  t.test(`so does who names one of ${kind} afterwards, once`, async (t) => {
    const world = await newWorld(kind)
    t.equal((await merge(world)).status, 200)
    t.same(await put(world, [world.from, world.kept]), [[partyOf(world.kept)], [partyOf(world.kept)]])
    const { path } = naming(world, [])
    const connections = [partyOf(world.from)]
    const [{ id }] = (await world.other.call('GET', `/v1/${path}?external_id=naming`)).body.data
    const patch = (body: unknown) =>
      world.other.call('PATCH', `/v1/${path}/${id}`, { headers: { 'if-match': '*' }, body })
    t.same((await patch({ connections: [] })).body.connections, [])
    t.same((await patch({ connections })).body.connections, [partyOf(world.kept)])
  })
}

t.test('a candidate blocks the kept organization', async (t) => {
  const world = await newWorld('organizations')
  await merge(world)
  const office = await service.newPartner({ kind: 'internship_office' })
  const programId = await post(office, '/v1/programs', programBody())
  const body = candidateBody(programId, { blocked_organization_ids: [world.from] })
  const reply = await office.call('POST', '/v1/candidates', { body })
  t.match(reply, { status: 201, body: { blocked_organization_ids: [world.kept] } })
})

/** Merges with the verbs themselves. A test has just got the ids, of the kind that it says. */
async function mergeIn(ctx: WriteContext, { kind, kept, from }: World): Promise<unknown> {
  const pair = <P extends IdPrefix>() => ({ id: kept as Id<P>, from_id: from as Id<P>, dry_run: false })
  if (kind === 'candidates') return internships.candidates.merge(ctx, pair<'candidate'>())
  return kind === 'helpers'
    ? merges.mergeHelpers(ctx, pair<'helper'>())
    : merges.mergeOrganizations(ctx, pair<'org'>())
}
