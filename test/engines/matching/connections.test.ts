import t from 'tap'
import { createEngine } from '../../../src/engines/matching/index.ts'
import { AS_OF_MS, need, offer, settings } from '../../support/market-postings.ts'
import { many } from '../../support/random.ts'

const DAY_MS = 86_400_000
/** More than a search looks at together. */
const OTHERS = 2000
const first = { limit: 1, asOfMs: AS_OF_MS }
/** Much older, so that only the connection can put it first. */
const postedAtMs = AS_OF_MS - 60 * DAY_MS
/** The same words on both sides: their bound is their value. */
const words = { title: 'Keep our donation books', description: '' }

const cases = [
  {
    name: 'of another partner, named by both',
    need: { connectedHelperIds: ['helper_1'] },
    offer: { connectedOrganizationIds: ['org_1'] },
  },
  {
    name: 'of the same partner, named by the helper',
    need: {},
    offer: { partnerId: 'partner_1', connectedOrganizationIds: ['org_1'] },
  },
  {
    name: 'of the same partner, named by the organization',
    need: { connectedHelperIds: ['helper_1'] },
    offer: { partnerId: 'partner_1' },
  },
]

for (const { name, ...pair } of cases) {
  t.test(`a connection ${name} is found among many that are newer, from both sides`, async (t) => {
    const engine = createEngine(settings)
    const one = {
      need: need({ ...words, ...pair.need, postedAtMs }),
      offer: offer({ ...words, ...pair.offer, postedAtMs }),
    }
    for (const other of many(OTHERS, (at) =>
      offer({ ...words, id: `offer_${at + 2}`, helperId: `helper_${at + 2}` }),
    ))
      engine.putOffer({ ...other, partnerId: one.offer.partnerId })
    for (const other of many(OTHERS, (at) =>
      need({ ...words, id: `need_${at + 2}`, organizationId: `org_${at + 2}` }),
    ))
      engine.putNeed(other)
    engine.putOffer(one.offer)
    engine.putNeed(one.need)
    t.equal(engine.rankOffers(one.need, first)[0]?.offerId, 'offer_1')
    t.equal(engine.rankNeeds(one.offer, first)[0]?.needId, 'need_1')
  })
}
