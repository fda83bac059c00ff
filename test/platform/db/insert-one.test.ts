import { eq, sql } from 'drizzle-orm'
import t from 'tap'
import { helpers, needs, offers, organizations } from '../../../src/features/postings/index.ts'
import { insertUnlessTaken } from '../../../src/platform/db/index.ts'
import { idToUuid, newId } from '../../../src/shared/ids.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const { db } = service.services.runtime

t.test(
  'a row is stored as Drizzle stores it, what is null as NULL, and what is left out by default',
  async (t) => {
    const partner = await service.newPartner()
    const organizationId = await post(partner, '/v1/organizations', organizationBody())
    const helperId = await post(partner, '/v1/helpers', helperBody())
    await post(partner, '/v1/needs', needBody(organizationId, { metadata: { colour: 'blue' } }))
    await post(partner, '/v1/offers', offerBody(helperId))
    for (const [table, kind] of [
      [organizations, 'org'],
      [helpers, 'helper'],
      [needs, 'need'],
      [offers, 'offer'],
    ] as const) {
      const [row] = await db.select().from(table).where(eq(table.partnerId, partner.partnerId))
      if (!row) throw new Error('it was posted')
      const ids = [newId(kind), newId(kind)]
      const [ours, theirs] = ids.map((id) => ({ ...row, id, externalId: null, metadata: undefined }))
      t.equal(await insertUnlessTaken(db, table, ours ?? {}, [table.partnerId, table.externalId]), true)
      // Drizzle can't infer a row of one of several tables.
      await db.insert(table).values(theirs as never)
      // The text of a row tells NULL from the JSON value null.
      const stored = await db.execute(sql`
      select replace(t::text, t.id::text, '') as row from ${table} t
      where t.partner_id = ${idToUuid(partner.partnerId)} and t.id = any(${sql.param(ids.map(idToUuid))}::uuid[])`)
      t.equal(stored.rows.length, 2)
      t.same(stored.rows[0], stored.rows[1], kind)
    }
  },
)

t.test('a row whose external id another has is not stored, and whoever inserts is told', async (t) => {
  const partner = await service.newPartner()
  await post(partner, '/v1/helpers', helperBody({ external_id: 'maria' }))
  const [row] = await db.select().from(helpers).where(eq(helpers.partnerId, partner.partnerId))
  const again = { ...row, id: newId('helper') }
  t.equal(await insertUnlessTaken(db, helpers, again, [helpers.partnerId, helpers.externalId]), false)
  const stored = await db.select().from(helpers).where(eq(helpers.partnerId, partner.partnerId))
  t.equal(stored.length, 1)
})
