import type { Services } from '../../app/services.ts'
import type { WriteContext } from '../../platform/events/index.ts'
import type { NeedId, OfferId, PartnerId } from '../../shared/ids.ts'
import { dayIn } from '../../shared/time.ts'
import type { ExampleIntroduction } from './marketplace-files.ts'

interface Loaded {
  partners: { site: PartnerId; office: PartnerId }
  needIds: ReadonlyMap<string, NeedId>
  offerIds: ReadonlyMap<string, OfferId>
  /** Time zones of helpers, by the names of their offers. */
  zoneOfOffer: ReadonlyMap<string, string | undefined>
}

/**
 * Proposes the example introductions, so that the desk shows open work. For those with hours, the other side
 * accepts and the helper's side logs them. Skips a pair that is already introduced.
 */
export async function loadIntroductions(
  services: Pick<Services, 'runtime' | 'introductions' | 'engagements'>,
  examples: readonly ExampleIntroduction[],
  { partners, needIds, offerIds, zoneOfOffer }: Loaded,
): Promise<void> {
  const { introductions, engagements, runtime } = services
  const as = <T>(partnerId: PartnerId, work: (ctx: WriteContext) => Promise<T>) =>
    runtime.inTransaction((tx) => work({ ...tx, clock: runtime.clock, actor: { partnerId } }))
  for (const { need, offer, proposed_by, message, hours_of_first_day } of examples) {
    const pair = { need_id: idOf(needIds, need), offer_id: idOf(offerIds, offer) }
    const proposer = partners[proposed_by]
    const asked = { limit: 1, filters: pair }
    const known = await as(proposer, (ctx) => introductions.list(ctx, asked))
    if (known.length > 0) continue
    const { id } = await as(proposer, (ctx) => introductions.propose(ctx, { ...pair, message }))
    if (hours_of_first_day === undefined) continue
    const answering = proposed_by === 'office' ? partners.site : partners.office
    await as(answering, (ctx) => introductions.accept(ctx, { id }))
    const work = {
      worked_on: dayIn(zoneOfOffer.get(offer) ?? 'UTC', runtime.clock()),
      hours: hours_of_first_day,
    }
    await as(partners.office, async (ctx) => {
      const [engagement] = await engagements.list(ctx, asked)
      if (engagement) await engagements.logHours(ctx, { id: engagement.id, ...work })
    })
  }
}

function idOf<I>(ids: ReadonlyMap<string, I>, name: string): I {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`example marketplace: no ${name}`)
  return id
}
