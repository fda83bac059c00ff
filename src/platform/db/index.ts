export { bytesColumn, idColumn, instantColumn, xid8Column } from './columns.ts'
export { insertAll, upsertAll } from './copy.ts'
export { countUpTo } from './count-up-to.ts'
export {
  type Database,
  type DatabaseConnection,
  isDatabaseAway,
  openDatabase,
  ping,
  type Queryable,
  violatedConstraint,
} from './database.ts'
export { acquireEmbeddedPostgres } from './embedded/embedded-postgres.ts'
export { listen } from './listen.ts'
export { type DatabaseAddress, migrate, prepareDatabase } from './migrate.ts'
export { deleteRows, type PartnerRows, rowsOf, rowsThrough } from './partner-rows.ts'
export { DatabaseRoleError, grantServiceRole } from './service-role.ts'
export { undone } from './undone.ts'
