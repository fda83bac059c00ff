import { customType } from 'drizzle-orm/pg-core'
import { type Id, type IdPrefix, idToUuid, uuidToId } from '../../shared/ids.ts'

/** Declares a `uuid` column whose values are TypeIDs in code. */
export function idColumn<P extends IdPrefix>(prefix: P) {
  return customType<{ data: Id<P>; driverData: string }>({
    dataType: () => 'uuid',
    toDriver: (id) => idToUuid(id),
    fromDriver: (uuid) => uuidToId(prefix, uuid),
  })
}

/** A `timestamptz(3)` column: accurate to the millisecond, as in the API. */
export const instantColumn = customType<{ data: Date; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (date) => date.toISOString(),
  fromDriver: (value) => new Date(value),
})

export const bytesColumn = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A transaction id (`xid8`) as text. */
export const xid8Column = customType<{ data: string }>({ dataType: () => 'xid8' })
