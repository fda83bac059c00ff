import type { Clearing, RingMarket } from '../../../engines/clearing/index.ts'
import { createThread, type Thread } from '../../../platform/jobs/index.ts'

/** Creates a thread that clears markets, one at a time, because clearing would block the event loop too long. */
export function createClearing(): Thread<RingMarket, Clearing> {
  return createThread(new URL('../../../engines/clearing/index.ts', import.meta.url), 'clearRings')
}
