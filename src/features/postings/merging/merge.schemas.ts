import { z } from 'zod'
import type { IdPrefix } from '../../../shared/ids.ts'
import * as wire from '../../../shared/wire.ts'

/** Returns the schema of a merge body, which is the same for every kind of record. */
export function mergeInputOf<P extends IdPrefix>(prefix: P) {
  return z.strictObject({
    from_id: wire
      .idOf(prefix)
      .describe('Id of the record to merge into the one in the URL. This id becomes invalid'),
    dry_run: z.boolean().default(false).describe('`true` writes nothing and returns what would happen'),
  })
}

/** Returns the fields that every answer to a merge has, besides the kept record and the counts. */
export function mergeAnswerFields<P extends IdPrefix>(prefix: P) {
  return {
    dry_run: z.boolean().describe('True if nothing was written'),
    from_id: wire.idOf(prefix).describe('Id of the merged record, now invalid'),
    fields: z
      .array(
        z.object({
          name: z.string().describe('Name of the field'),
          outcome: z
            .enum(['kept', 'filled', 'combined'])
            .describe(
              "`kept`: the kept record's value stays. `filled`: it was blank and took the other's value. `combined`: the values of both were combined",
            ),
          kept: z.unknown().describe('Value of the kept record before the merge'),
          from: z.unknown().describe('Value of the other record'),
        }),
      )
      .describe('Fields in which the two records differed'),
  }
}
