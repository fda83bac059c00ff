import { and, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import type { ListFilter } from '../../platform/db/index.ts'
import { introductions, type Side } from './introductions.table.ts'

const turn = z
  .enum(['yours', 'theirs'])
  .describe(
    'Return only proposals that you must answer (`yours`) or that the other side must answer (`theirs`)',
  )

/** Filters proposals by the side that must answer them, which is the side that did not propose. */
export const byTurn: ListFilter = {
  value: turn,
  where: (value, partnerId) => {
    const { status, proposedBy, needPartnerId, offerPartnerId } = introductions
    const other = { need: 'offer', offer: 'need' } as const
    const proposer = (side: Side) => (value === 'yours' ? other[side] : side)
    return and(
      eq(status, 'proposed'),
      or(
        and(eq(needPartnerId, partnerId), eq(proposedBy, proposer('need'))),
        and(eq(offerPartnerId, partnerId), eq(proposedBy, proposer('offer'))),
      ),
    )
  },
}
