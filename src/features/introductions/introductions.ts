import type { Context } from '../../platform/events/index.ts'
import { type AcceptPorts, createAccept, decline, withdraw } from './answer.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { IntroductionRow, IntroductionStatus } from './introductions.table.ts'
import { createPropose, type ProposePorts } from './propose.ts'
import { readIntroduction } from './read-introduction.ts'
import type { TwoSidedFilter } from './two-sided.repository.ts'

export type Introductions = ReturnType<typeof createIntroductions>

/** The verbs of introductions. Routes, the sandbox and placements call these. */
export function createIntroductions(ports: ProposePorts & AcceptPorts) {
  return {
    propose: createPropose(ports),
    accept: createAccept(ports),
    decline,
    withdraw,
    read: readIntroduction,
    list: (
      { actor, db }: Context,
      filter: TwoSidedFilter<'introduction', IntroductionStatus>,
    ): Promise<IntroductionRow[]> => createIntroductionsRepository(db).list(actor.partnerId, filter),
  }
}
