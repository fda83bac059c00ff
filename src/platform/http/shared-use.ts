import type { RateCountsRepository } from './rate-counts.repository.ts'

/** What clients use of their quotas in other processes too. Keys are those of `limitRate`. */
export interface SharedUse {
  /** Counts a request that came here. */
  note(key: string): void
  /** `listener` is told of requests that came to other processes. */
  listen(listener: (key: string, requests: number) => void): void
  /** Tells the other processes what was noted, and the listeners what they have. */
  exchange(): Promise<void>
}

/**
 * Each exchange is one statement for all clients that were active since the last one. A process that meets a client for the
 * first time in a minute is told of the whole minute.
 */
export function createSharedUse(counts: Pick<RateCountsRepository, 'add'>): SharedUse {
  const listeners: ((key: string, requests: number) => void)[] = []
  let noted = new Map<string, number>()
  /** By key: the minute that was last told, and all of its uses that are known here. */
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
