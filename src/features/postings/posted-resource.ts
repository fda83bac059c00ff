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

/** Definition of the routes of a posted resource. `T` is the form that its own partner sees. */
export interface PostedResource<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T> {
  posting: Posting<R, I>
  name: N
  tag: string
  scope: ScopeResource
  input: z.ZodType<I>
  shown: ObjectSchema<T>
  /** Shows a row, with sentences in the reader's language, or in English if the resource is not localized. */
  show: (row: R, language: ReaderLanguage) => T
  /** Whether it contains sentences for readers. See `Route`. */
  isLocalized?: boolean
  /** Error codes of its operations, besides those of every posted resource. */
  refusals?: {
    read?: readonly ErrorCode[]
    /** Error codes of POST, PUT and PATCH. */
    write?: readonly ErrorCode[]
    /** Error codes of PUT, PATCH and the status shortcuts. */
    change?: readonly ErrorCode[]
    remove?: readonly ErrorCode[]
  }
  /** What a reader of one resource should know. */
  readNote?: string
  /** Another representation of one resource, selected by `Accept`. */
  alternative?: { mediaType: string; show: ShowOther<R> }
  /** Resources that a read or a list may include. */
  expansions?: Expansions<R>
  /** Writes the list as CSV. */
  sheet?: BodySheet
  /** Filters, sort orders and search of its list. */
  list: List<R>
  /** Filters that name another resource. Each returns the ids of the rows that belong to it. */
  related?: Readonly<Record<string, RelatedIds>>
}

/** Writes bodies as the rows of a spreadsheet. */
export interface BodySheet {
  columns: readonly string[]
  /** Writes a row. `key` replaces a missing external id. */
  write(body: PostedInput, key: string, format: Pick<CsvFormat, 'separator'>): CsvCell[]
}

/** Shows the other representation. It may include what other scopes of the token allow. */
export type ShowOther<R> = (ctx: Context & { actor: Caller }, row: R) => Promise<object>

export function addressOf(name: PostedName): `/v1/${PostedName}s` {
  return `/v1/${name}s`
}

/** Returns a name with its article: `a need`, `an offer`. */
export function withArticle(name: PostedName): string {
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}
