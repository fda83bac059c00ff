import type { Fault } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import { emailIn } from './find-twins.ts'
import type { SourceRow, Twin, Twins } from './source-row.ts'
import { differenceOfIds } from './values/identity.ts'

/** Reports records of the file and stored records that look like this row. */
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
            messages: [message('import_same_email', named(sameEmail))],
          },
        ]),
    ...(similarId.length === 0
      ? []
      : [
          {
            pointer: '/external_id',
            code: 'similar_id',
            messages: [message('import_similar_id', { ...named(similarId), differences: [...differences] })],
          },
        ]),
  ]
}

/** Joins both lists without repeating a record that is in the file and stored. */
function distinct(inFile: readonly Twin[], stored: readonly Twin[]): Twin[] {
  return [...inFile, ...stored.filter(({ name }) => !inFile.some((twin) => twin.name === name))]
}

const MOST_NAMED = 4

function named(twins: readonly Twin[]): { twins: Twin[]; areMore: boolean } {
  return { twins: twins.slice(0, MOST_NAMED), areMore: twins.length > MOST_NAMED }
}
