import type { Clearing, RingMarket } from '../../../engines/clearing/index.ts'
import { createThread, type Thread } from '../../../platform/jobs/index.ts'

/** See `clearing-worker.ts`. */
export function createClearing(): Thread<RingMarket, Clearing> {
  return createThread(new URL('./clearing-worker.ts', import.meta.url), 'clearMarket')
}
