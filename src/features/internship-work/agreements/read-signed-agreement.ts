import type { Context } from '../../../platform/events/index.ts'
import { createEngagementsRepository, type EngagementId, logNameDisclosure } from '../../engagements/index.ts'
import { type ReadAgreement, readAgreement } from './agreements.ts'

/** A version with the names of both parties, as it is printed. */
export interface SignedAgreement extends ReadAgreement {
  names: { organization: string; helper: string }
}

/** Reads a version to print, and logs the disclosure of the helper's name. Throws what `readAgreement` throws. */
export async function readSignedAgreement(
  ctx: Context,
  asked: { id: EngagementId; version?: number | undefined },
): Promise<SignedAgreement> {
  const read = await readAgreement(ctx, asked)
  await logNameDisclosure(ctx, read.engagement)
  const names = await createEngagementsRepository(ctx.db).namesOf(read.engagement)
  return { ...read, names }
}
