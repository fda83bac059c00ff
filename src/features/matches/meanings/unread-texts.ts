import { isSandbox, type PartnerId } from '../../../shared/ids.ts'
import type { Key } from '../market.repository.ts'

type Side = 'need' | 'offer'

export interface UnreadText {
  side: Side
  key: Key
}

/** Postings in the index whose meaning is unknown or may be of an earlier text. */
export interface UnreadTexts {
  note(one: UnreadText): void
  /** Removes a posting: the index has the meaning of its text, or no longer has the posting. */
  forget(id: string): void
  list(): UnreadText[]
  /** Returns whether there are postings of one side in the market of this partner. */
  hasIn(partnerId: PartnerId, side: Side): boolean
  /** Resolves once there are none, or once the signal is aborted. */
  untilNone(signal: AbortSignal): Promise<void>
}

export function createUnreadTexts(): UnreadTexts {
  const unread = new Map<string, UnreadText>()
  const counts = new Map<string, number>()
  let waiting: (() => void)[] = []

  function count({ side, key: { partnerId } }: UnreadText, change: 1 | -1): void {
    const market = marketOf(partnerId, side)
    const now = (counts.get(market) ?? 0) + change
    if (now === 0) counts.delete(market)
    else counts.set(market, now)
  }

  return {
    note(one) {
      if (unread.has(one.key.id)) return
      unread.set(one.key.id, one)
      count(one, 1)
    },
    forget(id) {
      const one = unread.get(id)
      if (!one) return
      unread.delete(id)
      count(one, -1)
      if (unread.size > 0) return
      const done = waiting
      waiting = []
      for (const resolve of done) resolve()
    },
    list: () => [...unread.values()],
    hasIn: (partnerId, side) => counts.has(marketOf(partnerId, side)),
    untilNone: (signal) =>
      new Promise((resolve) => {
        if (unread.size === 0 || signal.aborted) return resolve()
        waiting.push(resolve)
        signal.addEventListener('abort', () => resolve(), { once: true })
      }),
  }
}

/** Each sandbox is a separate market. */
function marketOf(partnerId: PartnerId, side: Side): string {
  return `${side} ${isSandbox(partnerId) ? partnerId : ''}`
}
