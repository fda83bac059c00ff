import type { z } from 'zod'
import type { List } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import type {
  Caller,
  CsvCell,
  CsvFormat,
  Expansions,
  ObjectSchema,
  RelatedIds,
  ScopeResource,
} from '../../platform/http/index.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { prefixes } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import type { PostedRow } from './posted.table.ts'
import type { Posting } from './posting.ts'
import type { PostedInput, PostedName } from './posting-definition.ts'

/** The row of a posted resource by its name. */
export type RowNamed<N extends PostedName> = PostedRow<(typeof prefixes)[N]>

/** Definition of the routes of a posted resource. `T` is the resource as its own partner sees it. */
export interface PostedResource<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T> {
  posting: Posting<R, I>
  name: N
  tag: string
  scope: ScopeResource
  input: z.ZodType<I>
  shown: ObjectSchema<T>
  /** Writes sentences in the language of the reader, which is English if the resource is not localized. */
  show: (row: R, language: ReaderLanguage) => T
  /** It holds sentences for readers. See `Route`. */
  isLocalized?: boolean
  /** Codes with which its verbs may refuse, beyond those of every posted resource. */
  refusals?: {
    read?: readonly ErrorCode[]
    /** Refusals of POST, PUT and PATCH. */
    write?: readonly ErrorCode[]
    /** Refusals of PUT, PATCH and the status shortcuts. */
    change?: readonly ErrorCode[]
    remove?: readonly ErrorCode[]
  }
  /** Another form of one resource, for callers who prefer it in `Accept`. */
  alternative?: { mediaType: string; show: ShowOther<R> }
  /** Resources that a read or a list may include. */
  expansions?: Expansions<R>
  /** Writes the list as CSV too. */
  sheet?: BodySheet
  /** What its list is narrowed to, sorted by and searched for. */
  list: List<R>
  /** Filters that name another resource: the ids of the rows that belong to it. */
  related?: Readonly<Record<string, RelatedIds>>
}

/** Writes bodies as the rows of a spreadsheet. */
export interface BodySheet {
  columns: readonly string[]
  /** `key` takes the place of an external id that the body lacks. */
  write(body: PostedInput, key: string, format: Pick<CsvFormat, 'separator'>): CsvCell[]
}

/** Shows the other form. It may include what other scopes of the token allow. */
export type ShowOther<R> = (ctx: Context & { actor: Caller }, row: R) => Promise<object>

export function addressOf(name: PostedName): `/v1/${PostedName}s` {
  return `/v1/${name}s`
}

/** `a need`, `an offer`. */
export function withArticle(name: PostedName): string {
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}
