import { message } from '../../../shared/messages/index.ts'
import type { Pair } from '../pair.ts'
import { CONNECTION_SAME_PARTNER } from '../weights.ts'
import { shared } from './factor.ts'

/** Whether the two sides already know each other, or at least share a partner. */
export const connection = shared(
  'connection',
  (pair) => (isConnected(pair) ? 1 : isOfSamePartner(pair) ? CONNECTION_SAME_PARTNER : 0),
  ({ pair }) => {
    if (isConnected(pair)) return [message('already_connected')]
    return isOfSamePartner(pair) ? [message('same_partner')] : []
  },
)

/**
 * Within one partner the word of either side is enough. Across partners both must confirm, because anyone can claim a
 * connection.
 */
function isConnected(pair: Pair): boolean {
  const { need, offer } = pair
  if (isOfSamePartner(pair)) return offer.knows(need) || need.knows(offer)
  return offer.knows(need) && need.knows(offer)
}

function isOfSamePartner({ need, offer }: Pair): boolean {
  return need.partner === offer.partner
}
