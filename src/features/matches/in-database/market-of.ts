import { idToUuid, isSandbox, type PartnerId } from '../../../shared/ids.ts'

const MARKET_OF_ALL = '00000000-0000-0000-0000-000000000000'

/** Returns the market of a partner as a `uuid` (see `createMarkets`). */
export function marketOf(partnerId: PartnerId): string {
  return isSandbox(partnerId) ? idToUuid(partnerId) : MARKET_OF_ALL
}
