import type { Clearing, RingMarket } from '../../../engines/clearing/index.ts'
import { createThread, type Thread } from '../../../platform/jobs/index.ts'

/** A thread that clears markets, one at a time: that takes longer than an event loop may be held. */
export function createClearing(): Thread<RingMarket, Clearing> {
  return createThread(new URL('../../../engines/clearing/index.ts', import.meta.url), 'clearRings')
}
