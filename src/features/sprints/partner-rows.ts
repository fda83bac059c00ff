import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { sprints } from './sprints.table.ts'

/** The rows that a sandbox deletes when it is reset. */
export const sprintsOfPartner: readonly PartnerRows[] = [rowsOf(sprints.partnerId)]
