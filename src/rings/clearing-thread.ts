import { createThread, type Thread } from '../shared/thread.ts'
import type { Clearing, RingMarket } from './clear.ts'

/** See `clearing-worker.ts`. */
export function createClearing(): Thread<RingMarket, Clearing> {
  return createThread(new URL('./clearing-worker.ts', import.meta.url), 'clearMarket')
}
