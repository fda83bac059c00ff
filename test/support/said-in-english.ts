import { type Detail, englishOf } from '../../src/features/imports/details.ts'
import type { Fault } from '../../src/shared/errors.ts'

/** A remark with what it says in English beside it, as the API says it. */
export function inEnglish<R extends { details: readonly Detail[] }>(remark: R): R & { message: string } {
  return { ...remark, message: englishOf(remark.details) }
}

/** The same for all remarks of a row. */
export function saidInEnglish<
  Row extends {
    notices: readonly { details: readonly Detail[] }[]
    faults: readonly { details: readonly Detail[] }[]
  },
>(row: Row) {
  return { ...row, notices: row.notices.map(inEnglish), faults: row.faults.map(inEnglish) }
}

/** The same for faults of requests, as a problem names them. */
export function faultsInEnglish(
  faults: readonly Fault[],
): { pointer: string; code: string; detail: string }[] {
  return faults.map(({ pointer, code, messages }) => ({ pointer, code, detail: englishOf(messages) }))
}
