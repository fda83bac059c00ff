import type { ListAsked } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import { createClearingsRepository } from './clearings/clearings.repository.ts'
import { createProposeCleared, type ProposeClearedPorts } from './clearings/propose-cleared.ts'
import { queueClearing, readClearing } from './clearings/queue-clearing.ts'
import { readAccount, readStatement, setCreditLimit } from './ledger/credits.ts'
import { createLedgerRepository } from './ledger/ledger.repository.ts'
import { createAcceptRing, declineRing } from './rings/answer-ring.ts'
import type { ClosePorts } from './rings/close-ring.ts'
import {
  createFindRingsOfNeed,
  createFindRingsOfOrganization,
  type FindRingsPorts,
} from './rings/find-rings.ts'
import { createProposeRing, type ProposeRingPorts } from './rings/propose-ring.ts'
import { createRingsRepository, type Ring, type RingId } from './rings/rings.repository.ts'

export type Barter = ReturnType<typeof createBarter>

type BarterPorts = ProposeRingPorts &
  FindRingsPorts &
  ClosePorts &
  Omit<ProposeClearedPorts, 'proposeRing'> & {
    /** Starts waiting clearings. Called after the commit that queued one. */
    wakeClearings(): void
  }

interface Counting {
  asked: Pick<ListAsked, 'filters'>
  most: number
}

/** Creates the operations on rings, clearings and time credits. */
export function createBarter(ports: BarterPorts) {
  const proposeRing = createProposeRing(ports)
  return {
    requireIndex: ports.requireIndex,
    findRingsOfNeed: createFindRingsOfNeed(ports),
    findRingsOfOrganization: createFindRingsOfOrganization(ports),
    proposeRing,
    acceptRing: createAcceptRing(ports),
    declineRing,
    /** Returns a ring. Throws `ring_not_found` unless the caller has a party in it. */
    async readRing({ actor, db }: Context, { id }: { id: RingId }): Promise<Ring> {
      const ring = await createRingsRepository(db).find(actor.partnerId, id)
      if (!ring) throw notFound('ring')
      return ring
    },
    /** Counts rings that wait for the caller's answer, up to `most`. */
    countRingsToAnswer: ({ actor, db }: Context, { most }: { most: number }): Promise<number> =>
      createRingsRepository(db).countToAnswer(actor.partnerId, most),
    listRings: ({ actor, db }: Context, asked: ListAsked) =>
      createRingsRepository(db).list(actor.partnerId, asked),
    /** Counts the caller's rings that match the filters, up to `most`. */
    countRings: ({ actor, db }: Context, { asked, most }: Counting) =>
      createRingsRepository(db).count(actor.partnerId, asked, most),
    queueClearing,
    readClearing,
    listClearings: ({ actor, db }: Context, asked: ListAsked) =>
      createClearingsRepository(db).list(actor.partnerId, asked),
    /** Counts the caller's clearings that match the filters, up to `most`. */
    countClearings: ({ actor, db }: Context, { asked, most }: Counting) =>
      createClearingsRepository(db).count(actor.partnerId, asked, most),
    proposeCleared: createProposeCleared({ inTransaction: ports.inTransaction, proposeRing }),
    wakeClearings: ports.wakeClearings,
    readAccount,
    listAccounts: ({ actor, db }: Context, asked: ListAsked) =>
      createLedgerRepository(db).list(actor.partnerId, asked),
    countAccounts: ({ actor, db }: Context, { asked, most }: Counting) =>
      createLedgerRepository(db).count(actor.partnerId, asked, most),
    setCreditLimit,
    readStatement,
  }
}
