import { customType } from 'drizzle-orm/pg-core'
import { type Id, type IdPrefix, idToUuid, uuidToId } from '../../shared/ids.ts'

/** A `uuid` column whose values are TypeIDs in code. */
export function idColumn<P extends IdPrefix>(prefix: P) {
  return customType<{ data: Id<P>; driverData: string }>({
    dataType: () => 'uuid',
    toDriver: (id) => idToUuid(id),
    fromDriver: (uuid) => uuidToId(prefix, uuid),
  })
}

/** A `timestamptz(3)` column: milliseconds, as the wire has them. */
export const instantColumn = customType<{ data: Date; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (date) => date.toISOString(),
  fromDriver: (value) => new Date(value),
})

export const bytesColumn = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** The number of a transaction, as text. */
export const xid8Column = customType<{ data: string }>({ dataType: () => 'xid8' })
