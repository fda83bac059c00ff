import type { Queryable } from '../../platform/db/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { createImportsRepository } from './imports.repository.ts'

/** Limits on a partner's unfinished imports: their number, and the size of their files together. */
export interface WaitingLimits {
  imports: number
  mib: number
}

const MIB = 1024 * 1024
const WHAT_TO_DO =
  'Wait until one of your imports has ended, or cancel one with POST /v1/imports/{id}/cancel.'

/** Checks that a partner's imports, including those to add, stay within the limits. Throws `too_many_imports`. */
export async function requireRoom(
  db: Queryable,
  partnerId: PartnerId,
  { limits, added }: { limits: WaitingLimits; added: { imports: number; bytes: number } },
): Promise<void> {
  const waiting = await createImportsRepository(db).waitingOf(partnerId)
  if (waiting.imports + added.imports > limits.imports)
    throw new DomainError(
      'too_many_imports',
      `${waiting.imports} of your imports are waiting, and at most ${limits.imports} may. ${WHAT_TO_DO}`,
    )
  if (waiting.bytes + added.bytes > limits.mib * MIB)
    throw new DomainError(
      'too_many_imports',
      `The files of your waiting imports have ${Math.ceil(waiting.bytes / MIB)} MiB. With this file they would have more than ${limits.mib} MiB. ${WHAT_TO_DO}`,
    )
}
