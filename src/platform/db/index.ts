export { awaitWorkers } from './citus/await-workers.ts'
export { DistributionError, isDistributedAt } from './citus/distribute.ts'
export { distribute } from './citus/distribute-database.ts'
export { forEachPartner, perPartner } from './citus/per-partner.ts'
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
export { insertUnlessTaken } from './insert-one.ts'
export { listen } from './listen.ts'
export { type Counted, countListed } from './lists/count-listed.ts'
export {
  anyIn,
  beginsAs,
  choice,
  holdsPairs,
  idsOf,
  is,
  isAmongFew,
  isNegative,
  type ListFilter,
  numberIn,
  oneOf,
  severalOf,
  statusOf,
  whether,
} from './lists/filters.ts'
export { createList, type List, type ListedRow } from './lists/list.ts'
export {
  compareRows,
  type ListAsked,
  listParts,
  positionOf,
  sortOf,
} from './lists/list-clauses.ts'
export { createListReader } from './lists/list-reader.ts'
export { findsFew, type ListedAmong, readList } from './lists/read-list.ts'
export { byText, textIn, wordsOf } from './lists/search-words.ts'
export { type DatabaseAddress, migrate, prepareDatabase } from './migrate.ts'
export { deleteRows, type PartnerRows, rowsOf, rowsThrough } from './partner-rows.ts'
export { createReadReplicas, type ReadReplicas } from './read-replicas.ts'
export { runAndRollBack } from './run-and-roll-back.ts'
export { runNamed } from './run-named.ts'
export { DatabaseRoleError, grantServiceRole, requireTimeLimits } from './service-role.ts'
