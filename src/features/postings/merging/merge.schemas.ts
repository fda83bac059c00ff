import { z } from 'zod'
import type { IdPrefix } from '../../../shared/ids.ts'
import * as wire from '../../../shared/wire.ts'

/** The body of a merge: the same for every kind of record. */
export function mergeInputOf<P extends IdPrefix>(prefix: P) {
  return z.strictObject({
    from_id: wire.idOf(prefix).describe('The record that ends. The one in the URL stays'),
    dry_run: z.boolean().default(false).describe('Write nothing; answer what would happen'),
  })
}

/** What the answer to a merge holds for every kind of record, besides the kept record and the counts. */
export function mergeAnswerFields<P extends IdPrefix>(prefix: P) {
  return {
    dry_run: z.boolean().describe('True if nothing was written'),
    from_id: wire.idOf(prefix).describe('The record that ended'),
    fields: z
      .array(
        z.object({
          name: z.string().describe('Name of the field'),
          outcome: z
            .enum(['kept', 'filled', 'combined'])
            .describe(
              "`kept`: the kept record's value stays. `filled`: it was blank and took the other's. `combined`: made of both",
            ),
          kept: z.unknown().describe('Value of the kept record before the merge'),
          from: z.unknown().describe('Value of the other record'),
        }),
      )
      .describe('Fields in which the two records differ'),
  }
}
