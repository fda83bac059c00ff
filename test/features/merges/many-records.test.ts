import t from 'tap'
import { MOST_EVENTS_OF_MERGE } from '../../../src/features/postings/merging/merge-records.ts'
import { idToUuid, type NeedId } from '../../../src/shared/ids.ts'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const { pool } = service.database

async function organizationWithNeeds(owner: Partner, count: number): Promise<string> {
  const id = await post(owner, '/v1/organizations', organizationBody())
  const needId = (await post(owner, '/v1/needs', needBody(id, { status: 'closed' }))) as NeedId
  const { rows } = await pool.query(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_schema = current_schema() and table_name = 'needs' and column_name <> 'id' and is_generated = 'NEVER'`,
  )
  const columns: string = rows[0].names
  await pool.query(
    `insert into needs (id, ${columns}) select gen_random_uuid(), ${columns} from needs, generate_series(2, $2::int) where id = $1`,
    [idToUuid(needId), count],
  )
  return id
}

const needsOf = async (owner: Partner, id: string): Promise<number> =>
  (await owner.call('GET', `/v1/needs?organization_id=${id}&include=total&limit=1`)).body.total.value

const eventsOf = async (owner: Partner): Promise<number> => {
  const { rows } = await pool.query(
    `select count(*)::int from events where partner_id = $1 and type = 'need.changed'`,
    [idToUuid(owner.partnerId)],
  )
  return rows[0].count
}

t.test(
  'a merge tells of each record up to its bound; beyond it nothing changes, and the other way round works',
  async (t) => {
    const owner = await service.newPartner()
    const many = await organizationWithNeeds(owner, MOST_EVENTS_OF_MERGE + 1)
    const few = await organizationWithNeeds(owner, 2)
    const merge = (keptId: string, fromId: string, more = {}) =>
      owner.call('POST', `/v1/organizations/${keptId}/merge`, { body: { from_id: fromId, ...more } })
    for (const more of [{ dry_run: true }, {}]) {
      const { status, body } = await merge(few, many, more)
      t.match(
        { status, body },
        {
          status: 409,
          body: {
            code: 'merge_blocked',
            errors: [
              {
                pointer: '/from_id',
                code: 'too_many_records',
                detail: `${many} has more than 5,000 records that would move. If ${few} has fewer, merge the other way round: then only those of ${few} move.`,
              },
            ],
          },
        },
      )
    }
    t.same([await needsOf(owner, many), await needsOf(owner, few)], [MOST_EVENTS_OF_MERGE + 1, 2])
    t.equal(await eventsOf(owner), 0)

    t.match(await merge(many, few), { status: 200, body: { moved: { needs: 2 } } })
    t.equal(await needsOf(owner, many), MOST_EVENTS_OF_MERGE + 3)
    t.equal(await eventsOf(owner), 2)
  },
)

t.test('a merge of as many records as may move moves them all, each with its event', async (t) => {
  const owner = await service.newPartner()
  const many = await organizationWithNeeds(owner, MOST_EVENTS_OF_MERGE)
  const keptId = await post(owner, '/v1/organizations', organizationBody())
  const startedAtMs = performance.now()
  const { status, body } = await owner.call('POST', `/v1/organizations/${keptId}/merge`, {
    body: { from_id: many },
  })
  t.comment(`${Math.round(performance.now() - startedAtMs)} ms`)
  t.match({ status, body }, { status: 200, body: { moved: { needs: MOST_EVENTS_OF_MERGE } } })
  t.equal(await eventsOf(owner), MOST_EVENTS_OF_MERGE)
})
