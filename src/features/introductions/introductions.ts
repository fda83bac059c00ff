import type { Counted, ListAsked } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { type AcceptPorts, createAccept, decline, withdraw } from './answer.ts'
import { changeMetadata } from './change-metadata.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { createPropose, type ProposePorts } from './propose.ts'
import { readIntroduction } from './read-introduction.ts'

export type Introductions = ReturnType<typeof createIntroductions>

/** Creates the operations on introductions. Routes, the sandbox and placements call these. */
export function createIntroductions(ports: ProposePorts & AcceptPorts) {
  return {
    propose: createPropose(ports),
    accept: createAccept(ports),
    decline,
    withdraw,
    changeMetadata,
    read: readIntroduction,
    list: ({ actor, db }: Context, asked: ListAsked): Promise<IntroductionRow[]> =>
      createIntroductionsRepository(db).list(actor.partnerId, asked),
    /** Counts the introductions that match the filters, up to `most`. */
    count: (
      { actor, db }: Context,
      { asked, most }: { asked: Pick<ListAsked, 'filters' | 'q'>; most: number },
    ): Promise<Counted> => createIntroductionsRepository(db).count(actor.partnerId, asked, most),
  }
}
