import type { Context } from '../../platform/events/index.ts'
import type { RelatedIds } from '../../platform/http/index.ts'
import { type HelperId, isId, type ProgramId } from '../../shared/ids.ts'
import { type NeedsOfSprint, relatedNeeds } from '../postings/index.ts'

/** Finds the parties behind filters that name another resource. */
export interface RelatedPorts {
  needsOfSprint: NeedsOfSprint
  helpersOfProgram: (ctx: Context, programId: ProgramId) => Promise<readonly HelperId[]>
}

/** Returns the filters of a two-sided list by sprint or program. */
export function relatedParties({
  needsOfSprint,
  helpersOfProgram,
}: RelatedPorts): Readonly<Record<'sprint_id' | 'program_id', RelatedIds>> {
  return {
    ...relatedNeeds(needsOfSprint),
    program_id: async (ctx, id) => (isId('program', id) ? helpersOfProgram(ctx, id) : []),
  }
}
