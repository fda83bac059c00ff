import type { Context, InTransaction } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { ProposeRing } from '../rings/propose-ring.ts'
import type { RingInput } from '../rings/rings.schemas.ts'
import { type ClearingId, createClearingsRepository } from './clearings.repository.ts'
import type { ClearingResult, ClearingRow } from './clearings.table.ts'
import { readClearing } from './queue-clearing.ts'

export interface ProposeClearedPorts {
  inTransaction: InTransaction
  proposeRing: ProposeRing
}

/**
 * Proposes the rings of a clearing, each in its own transaction. A ring that can no longer be proposed gets the code of its
 * refusal; a ring proposed earlier stays unchanged. Throws `clearing_not_found` and `ring_not_open`.
 */
export function createProposeCleared({ inTransaction, proposeRing }: ProposeClearedPorts) {
  async function proposeOne(ctx: Context, ring: ClearingResult['rings'][number], byOperator: boolean) {
    // They were ids of needs and offers when the rings were found.
    const links = ring.links.map(({ gives_id, to_id }) => ({ gives_id, to_id })) as RingInput['links']
    try {
      const proposed = await inTransaction((tx) =>
        proposeRing({ ...ctx, ...tx }, { ring: { links }, byOperator }),
      )
      return { ...ring, ring_id: proposed.id, refusal: null }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { ...ring, refusal: error.code }
    }
  }

  return async function proposeCleared(ctx: Context, { id }: { id: ClearingId }): Promise<ClearingRow> {
    const row = await readClearing(ctx, { id })
    if (!row.result)
      throw new DomainError(
        'ring_not_open',
        row.status === 'failed'
          ? 'The clearing failed, so it found no rings. Start another with POST /v1/rings/clearings.'
          : `The clearing is ${row.status}. Wait until it is done: read it with GET /v1/rings/clearings/{id}.`,
      )
    const rings: ClearingResult['rings'] = []
    for (const ring of row.result.rings)
      rings.push(ring.ring_id === null ? await proposeOne(ctx, ring, row.scope === 'network') : ring)
    const result = { ...row.result, rings }
    await createClearingsRepository(ctx.db).update(row, { result })
    return { ...row, result }
  }
}
