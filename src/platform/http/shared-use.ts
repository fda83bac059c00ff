import type { RateCountsRepository } from './rate-counts.repository.ts'

/** Use of quotas by clients in other processes. Keys are those of `limitRate`. */
export interface SharedUse {
  /** Counts a request to this process. */
  note(key: string): void
  /** Calls `listener` with the number of requests to other processes. */
  listen(listener: (key: string, requests: number) => void): void
  /** Exchanges counts: writes what was noted, and passes on what others have written. */
  exchange(): Promise<void>
}

/**
 * Creates the exchange: one statement for all clients that were active since the last one. A process that
 * meets a client for the first time in a minute gets the count of the whole minute.
 */
export function createSharedUse(counts: Pick<RateCountsRepository, 'add'>): SharedUse {
  const listeners: ((key: string, requests: number) => void)[] = []
  let noted = new Map<string, number>()
  /** By key: the minute of the last exchange, and all requests in it that are known here. */
  let known = new Map<string, { minute: number; used: number }>()

  return {
    note(key) {
      noted.set(key, (noted.get(key) ?? 0) + 1)
    },
    listen(listener) {
      listeners.push(listener)
    },
    async exchange() {
      if (noted.size === 0) return
      const own = noted
      noted = new Map()
      const uses = await counts.add(own).catch((error: unknown) => {
        for (const [key, used] of own) noted.set(key, (noted.get(key) ?? 0) + used)
        throw error
      })
      for (const { key, minute, used } of uses) {
        const before = known.get(key)
        const knownUse = (before?.minute === minute ? before.used : 0) + (own.get(key) ?? 0)
        if (used > knownUse) for (const listener of listeners) listener(key, used - knownUse)
        known.set(key, { minute, used })
      }
      const minute = Math.max(...uses.map((use) => use.minute))
      known = new Map([...known].filter(([, one]) => one.minute === minute))
    },
  }
}
