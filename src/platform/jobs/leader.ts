import { randomUUID } from 'node:crypto'
import type { Queryable } from '../db/index.ts'
import { createLeasesRepository } from './leases.repository.ts'

/**
 * If a leader hangs or dies, another takes over within this time. If it stops, another takes over at the next
 * renewal.
 */
const LEASE_MS = 15_000
const RENEWAL_MS = 3000

export interface Leader {
  /** Whether this process is the leader. */
  readonly leads: boolean
  /**
   * Competes for the lead from now on. `begin` is called each time this process becomes the leader; the
   * function that it returns is called when the process no longer leads. For a moment two processes may both
   * believe that they lead, if one of them hung.
   */
  start(begin: () => Promise<() => Promise<void>>): void
  /** Ends the leader's work and lets another process lead. */
  stop(): Promise<void>
}

/** Elects a leader among all processes of a database: the one that holds the lease with this name. */
export function createLeader(deps: {
  db: Queryable
  name: string
  onError: (error: Error) => void
  leaseMs?: number
  renewalMs?: number
}): Leader {
  const { db, name, onError, leaseMs = LEASE_MS, renewalMs = RENEWAL_MS } = deps
  const leases = createLeasesRepository(db)
  const me = randomUUID()
  let end: (() => Promise<void>) | null = null
  let endsAtMs = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false

  async function renew(begin: () => Promise<() => Promise<void>>): Promise<void> {
    const askedAtMs = performance.now()
    const isTaken = await leases.take(name, me, leaseMs).catch((error: Error) => {
      onError(error)
      return null
    })
    if (isTaken) endsAtMs = askedAtMs + leaseMs
    if (isTaken && !end && !isStopped) end = await begin()
    if (isTaken === false || askedAtMs > endsAtMs) await finish()
  }

  async function finish(): Promise<void> {
    const ending = end
    end = null
    await ending?.()
  }

  return {
    get leads() {
      return end !== null
    },
    start(begin) {
      const turn = () => {
        running = renew(begin)
          .catch(onError)
          .then(() => {
            if (!isStopped) timer = setTimeout(turn, renewalMs)
          })
      }
      turn()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
      await finish()
      await leases.give(name, me).catch(onError)
    },
  }
}
