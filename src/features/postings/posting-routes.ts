import type { z } from 'zod'
import type { Actor, Scope } from '../../platform/http/index.ts'
import type { IdPrefix } from '../../shared/ids.ts'
import type { PostedRow } from './posted.table.ts'
import type { Posting } from './posting.ts'
import type { PostedName } from './posting-definition.ts'

/** What the routes of one posted resource are made of. */
export interface PostingRoutes<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
> {
  posting: Posting<R, I>
  path: `${PostedName}s`
  tag: string
  name: PostedName
  prefix: P
  readScope: Scope
  writeScope: Scope
  input: z.ZodType<I>
  shown: z.ZodType
  show: (row: R) => unknown
  /** What one is shown as in another media type, to who asks for that. */
  alternative?: { mediaType: string; show: (row: R, actor: Actor) => Promise<object> }
  /** Further equality filters of the list: query parameter → column. */
  filters?: Record<string, { schema: z.ZodType<string | undefined>; column: string }>
}
