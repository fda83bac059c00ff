import type { Taxonomy } from '../../../engines/skills/index.ts'
import type { Context } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { CandidateId, HelperId, ProgramId } from '../../../shared/ids.ts'
import { createPosting, missingRecord, type Posting } from '../../postings/index.ts'
import { createCandidatePosting } from './candidates.posting.ts'
import { createCandidatesRepository } from './candidates.repository.ts'
import type { CandidateInput } from './candidates.schemas.ts'
import type { CandidateRow } from './candidates.table.ts'
import { type ReadDisclosures, readDisclosures } from './disclosure-log.ts'
import { type ErasePerson, eraseCandidate, type ReturnPosition } from './erase-candidate.ts'
import { exportCandidate, type ListElsewhere } from './export-candidate.ts'
import { createMergeCandidates, type MergeCandidates } from './merge/merge-candidates.ts'
import { noticeCandidates } from './notice-candidates.ts'
import { removeUnchangedCandidates } from './remove-unchanged-candidates.ts'

export interface CandidatePorts {
  taxonomy: Taxonomy
  /** Erases the person from the data of other features. */
  eraseElsewhere: ErasePerson
  /** Returns the position that broken-off work took. */
  returnPosition: ReturnPosition
  /** Lists what other features store about the person. */
  listElsewhere: ListElsewhere
}

export interface Candidates extends Posting<CandidateRow, CandidateInput> {
  /** Returns notices about merges before they are written, for each in order. */
  notice: typeof noticeCandidates
  merge: MergeCandidates
  removeAllUnchanged: typeof removeUnchangedCandidates
  /** Throws `candidate_not_found` for a candidate that never existed, but not for an erased one. */
  requireKnown(ctx: Context, given: { id: CandidateId }): Promise<void>
  /** Lists what other partners saw of a candidate, including an erased one. Throws `candidate_not_found`. */
  disclosures: ReadDisclosures
  /** Lists the helpers of a program's candidates. */
  helpersOfProgram(ctx: Context, programId: ProgramId): Promise<HelperId[]>
  /** Returns everything stored about the person. Throws `candidate_not_found` and `candidate_erased`. */
  export(ctx: Context, given: { id: CandidateId }): ReturnType<typeof exportCandidate>
}

/**
 * Creates the operations on candidates: those of every posting, except that removing one erases the person, and reading an
 * erased one throws `candidate_erased`.
 */
export function createCandidates(ports: CandidatePorts): Candidates {
  const { taxonomy, listElsewhere } = ports
  const definition = createCandidatePosting({ taxonomy })
  const posting = createPosting(definition)
  return {
    ...posting,
    notice: noticeCandidates,
    removeAllUnchanged: removeUnchangedCandidates,
    merge: createMergeCandidates(definition, getCandidate),

    get: (ctx, { id }) => getCandidate(ctx, id),
    export: async (ctx, { id }) => exportCandidate(ctx, await getCandidate(ctx, id), listElsewhere),

    helpersOfProgram: ({ actor, db }, programId) =>
      createCandidatesRepository(db).helpersOfProgram(actor.partnerId, programId),

    async requireKnown(ctx, { id }) {
      await findOrErased(ctx, id)
    },

    async disclosures(ctx, page) {
      await findOrErased(ctx, page.id)
      return readDisclosures(ctx, page)
    },

    async remove(ctx, { id, precondition }) {
      // An empty change locks the row and checks the version that the caller read.
      const row = await posting.change(ctx, { id, patch: {}, precondition })
      await eraseCandidate(ctx, row, ports)
    },
  }
}

async function getCandidate(ctx: Context, id: CandidateId): Promise<CandidateRow> {
  const row = await findOrErased(ctx, id)
  if (row !== 'erased') return row
  throw new DomainError(
    'candidate_erased',
    'This candidate was erased. No personal data is left. If the student comes back, post a new candidate with POST /v1/candidates.',
  )
}

async function findOrErased(ctx: Context, id: CandidateId): Promise<CandidateRow | 'erased'> {
  const { actor, db } = ctx
  const repository = createCandidatesRepository(db)
  const row = await repository.find(actor.partnerId, id)
  if (row) return row
  if (await repository.isErased(actor.partnerId, id)) return 'erased'
  throw await missingRecord(ctx, 'candidate', id)
}
