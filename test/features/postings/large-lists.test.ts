import t from 'tap'
import { createNeedsRepository } from '../../../src/features/postings/index.ts'
import type { ListAsked } from '../../../src/platform/db/index.ts'
import { idToUuid, type OrganizationId, uuidToId } from '../../../src/shared/ids.ts'
import { organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner()
const organization = (await post(partner, '/v1/organizations', organizationBody())) as OrganizationId
const { db, pool } = service.database
const { rows: owners } = await pool.query('select partner_id from organizations where id = $1', [
  idToUuid(organization),
])
const partnerId = uuidToId('partner', owners[0].partner_id)
const ROWS = 12_000

// Words of every frequency, rare states at the end of the order, and letters that are folded.
await pool.query(
  `insert into needs (partner_id, id, organization_id, status, title, description, skills, accepts, modality, requires, gives,
     positions, visibility, version, created_at, updated_at)
   select partner_id, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, id,
     case when i % 997 = 0 then 'filled' when i > 11000 then 'closed' else 'open' end,
     case when i % 3 = 0 then 'often' else 'other' end || ' ' || md5(i::text),
     case when i % 700 = 0 then 'Straße seldom' when i % 90 = 0 then 'sometimes' else 'Nothing' end || case when i = 11999 then ' lonely' else '' end,
     '[]', case when i % 50 = 0 then '{barter}' else '{volunteer}' end::text[], 'remote', '{}', '[]', 1, 'partner', 1,
     timestamptz '2026-01-01' + i * interval '1 minute', timestamptz '2026-02-01' + (i * 7919 % 12007) * interval '1 minute'
   from organizations, generate_series(1, $2::int) as i where id = $1`,
  [idToUuid(organization), ROWS],
)
// A list that most rows are in is told from a rare one by the statistics.
await pool.query('analyze needs')
const needs = createNeedsRepository(db)
const all = await needs.findAll(partnerId, await needs.idsOf(partnerId))
type Need = (typeof all)[number]

const filters: [Record<string, unknown>, (need: Need) => boolean][] = [
  [{}, () => true],
  [{ status: ['filled'] }, ({ status }) => status === 'filled'],
  [{ status: ['open'] }, ({ status }) => status === 'open'],
  [{ status: ['closed'] }, ({ status }) => status === 'closed'],
  [{ status: ['closed', 'filled'] }, ({ status }) => status !== 'open'],
  [{ kinds: ['barter'] }, ({ accepts }) => accepts.includes('barter')],
  [
    { created_since: '2026-01-09T00:00:00Z' },
    ({ createdAt }) => createdAt >= new Date('2026-01-09T00:00:00Z'),
  ],
  [
    { updated_before: '2026-02-01T01:00:00Z' },
    ({ updatedAt }) => updatedAt < new Date('2026-02-01T01:00:00Z'),
  ],
]
const words = [undefined, 'often', 'strasse', 'SELDOM', 'some', 'lone', 'often some', 'nosuch']
const sorts = [undefined, '-created_at', 'updated_at', '-updated_at', 'title']

const textOf = ({ title, description }: Need) => ` ${title} ${description}`.toLowerCase().replace('ß', 'ss')
const hasWords = (need: Need, q: string | undefined) =>
  (q ?? '')
    .toLowerCase()
    .split(' ')
    .every((word) => textOf(need).includes(` ${word}`))

function inOrder(found: readonly Need[], sort: string | undefined, isByChange: boolean): string[] {
  const by = sort?.replace('-', '') ?? (isByChange ? 'updated_at' : 'created_at')
  const keyOf = ({ title, createdAt, updatedAt }: Need) =>
    by === 'title' ? title : String((by === 'created_at' ? createdAt : updatedAt).getTime()).padStart(16, '0')
  const sorted = found.toSorted((a, b) => (`${keyOf(a)} ${a.id}` < `${keyOf(b)} ${b.id}` ? -1 : 1))
  return (sort?.startsWith('-') ? sorted.reverse() : sorted).map(({ id }) => id)
}

t.equal(all.length, ROWS)
for (const [filter, isFound] of filters)
  t.test(
    `a long list has what ${JSON.stringify(filter)} finds, by each search and order, page after page`,
    async (t) => {
      for (const q of words)
        for (const sort of sorts) {
          const expected = inOrder(
            all.filter((need) => isFound(need) && hasWords(need, q)),
            sort,
            'updated_before' in filter,
          )
          const asked: ListAsked = { filters: filter, q, sort, limit: 40 }
          const name = JSON.stringify(asked)
          const page = await needs.list(partnerId, asked)
          t.same(
            page.map(({ id }) => id),
            expected.slice(0, 40),
            name,
          )
          const counted = await needs.count(partnerId, asked, ROWS)
          t.same(counted, { value: expected.length, isExact: true }, name)
        }
    },
  )

t.test('a total is cut where counting ends, and frequent words are estimated', async (t) => {
  t.same(await needs.count(partnerId, {}, 100), { value: 100, isExact: false })
})
