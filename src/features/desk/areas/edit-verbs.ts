import type { WriteContext } from '../../../platform/events/index.ts'
import type { IdsOf, RequestContext } from '../../../platform/http/index.ts'
import type { prefixes } from '../../../shared/ids.ts'
import type { Precondition } from '../../../shared/precondition.ts'

/** The operations that the forms of a record call: `K` is the resource, `R` its row and `I` its body. */
export interface EditVerbs<K extends keyof typeof prefixes, R, I> {
  get(ctx: RequestContext, given: IdsOf<{ id: K }>): Promise<R>
  post(ctx: WriteContext, input: I): Promise<R>
  change(
    ctx: WriteContext,
    given: IdsOf<{ id: K }> & { patch: unknown; precondition: Precondition },
  ): Promise<R>
}
