import type { Context } from '../../platform/events/index.ts'
import { type Message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import type { ShownBlocker } from './blockers-for.ts'
import { createNearestOffers, type NearestPorts } from './find-near-misses.ts'
import { toKnownNeed } from './known-postings.ts'
import type { NeedRecord } from './market.repository.ts'

/** Number of near misses whose blockers are compared. */
const NEAR_MISSES = 60

/** One change to a need, and how many of its near misses would match after only this change. */
export interface OpeningChange {
  code: string
  change: string
  opens: number
}

/**
 * Finds the one change to a need that lets most of its near misses match: each offer that a single gate blocks is a
 * vote for that gate's smallest change. If votes are equal, the change with the better offer wins. Returns null if no
 * single change helps.
 */
export function createFindOpeningChange(ports: NearestPorts) {
  const nearestOffers = createNearestOffers(ports)
  return async function findOpeningChange(
    ctx: Context,
    { record, language }: { record: NeedRecord; language: ReaderLanguage },
  ): Promise<OpeningChange | null> {
    const { nearest } = await nearestOffers(ctx, {
      need: toKnownNeed(record),
      limit: NEAR_MISSES,
      kinds: record.need.accepts,
      mostCounted: 0,
    })
    const most = changeWithMostVotes(nearest.map(({ blockers }) => blockers))
    return most && { ...most, change: textOf(most.change, language) }
  }
}

type MostVoted = Omit<OpeningChange, 'change'> & { change: Message }

/** `blockersOfOffers` is sorted, best offer first. */
function changeWithMostVotes(blockersOfOffers: readonly (readonly ShownBlocker[])[]): MostVoted | null {
  const changes = new Map<string, MostVoted>()
  for (const [only, second] of blockersOfOffers) {
    if (!only || second || only.code === 'not_available') continue
    const known = changes.get(only.code) ?? { code: only.code, change: only.smallestChange, opens: 0 }
    changes.set(only.code, { ...known, opens: known.opens + 1 })
  }
  // Of equal changes, the first has the best offer.
  return [...changes.values()].reduce<MostVoted | null>(
    (most, one) => (most && most.opens >= one.opens ? most : one),
    null,
  )
}
