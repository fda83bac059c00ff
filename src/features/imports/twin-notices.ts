import type { Fault } from '../../shared/errors.ts'
import { emailIn } from './find-twins.ts'
import type { SourceRow, Twin, Twins } from './source-row.ts'
import { differenceOfIds } from './values/identity.ts'
import { joined } from './values/reading.ts'

/** What the office should know of records that look like this row: those of the file and those that are stored. */
export function noticeTwins({ externalId, patch, twins }: SourceRow, stored: Twins): Fault[] {
  if (externalId === null) return []
  const sameEmail = distinct(twins?.sameEmail ?? [], stored.sameEmail)
  const similarId = distinct(twins?.similarId ?? [], stored.similarId)
  const differences = new Set(similarId.map(({ name }) => differenceOfIds(name, externalId)))
  return [
    ...(sameEmail.length === 0
      ? []
      : [
          {
            pointer: emailIn(patch)?.pointer ?? '/email',
            code: 'same_email',
            detail: `Same e-mail as ${named(sameEmail)}. If they are one, keep one record.`,
          },
        ]),
    ...(similarId.length === 0
      ? []
      : [
          {
            pointer: '/external_id',
            code: 'similar_id',
            detail: `Differs from ${named(similarId)} in ${joined([...differences])} only. If they are one, write the same id.`,
          },
        ]),
  ]
}

/** A record of the file may be stored too. */
function distinct(inFile: readonly Twin[], stored: readonly Twin[]): Twin[] {
  return [...inFile, ...stored.filter(({ name }) => !inFile.some((twin) => twin.name === name))]
}

const MOST_NAMED = 4

function named(twins: readonly Twin[]): string {
  const names = twins
    .slice(0, MOST_NAMED)
    .map(({ name, line }) => (line === null ? name : `${name} (line ${line})`))
  return joined(twins.length > MOST_NAMED ? [...names, 'others'] : names)
}
