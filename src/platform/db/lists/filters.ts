import { eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { instant } from '../../../shared/wire.ts'

/** What a list may be narrowed to by one query parameter: how it is sent, and which rows have it. */
export interface ListFilter {
  value: z.ZodType
  /** Whether an index finds these rows in the order of their ids, or finds so few that it does not matter. */
  isIndexed?: true
  /** Whether indexes find these rows, in no order of the list. */
  isFound?: true
  /** Whether an index finds them in the order of their changes too. */
  isIndexedByChange?: boolean
  /** The order whose key it narrows to a span. */
  spanOf?: string
  /** Undefined if the rows are chosen otherwise, as the side of a list that two sides share. */
  where(value: unknown, partnerId: PartnerId): SQL | undefined
}

// The schema of a filter has parsed the value before `where` sees it: so the casts in this file hold.

/** Several values with commas between, such as `open,filled`. */
export function severalOf<T extends string>(values: z.ZodEnum<Record<T, T>>) {
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(values).min(1).max(values.options.length))
    .meta({ type: 'array', items: { type: 'string', enum: [...values.options] } })
}

/** Rows by a state of theirs. An index finds those of one state in the order of their changes. */
export function statusOf<T extends string>(
  column: PgColumn,
  values: z.ZodEnum<Record<T, T>>,
  description: string,
): ListFilter {
  return { ...oneOf(column, values, description), isIndexedByChange: true }
}

/** Rows whose column has one of the values that are sent. */
export function oneOf<T extends string>(
  column: PgColumn,
  values: z.ZodEnum<Record<T, T>>,
  description: string,
): ListFilter {
  return {
    value: severalOf(values).describe(`${description}, comma separated`),
    isIndexed: true,
    where: (value) => among(column, value as string[]),
  }
}

/** Rows whose column has one of the whole numbers that are sent. */
export function numberIn(
  column: PgColumn,
  { min, max }: { min: number; max: number },
  description: string,
): ListFilter {
  const number = z.coerce.number<string>().int().min(min).max(max)
  return {
    value: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(number).min(1).max(20))
      .meta({ type: 'array', items: { type: 'integer', minimum: min, maximum: max } })
      .describe(`${description}, comma separated`),
    where: (value) => inArray(column, value as number[]),
  }
}

/** Rows whose array has one of the values that are sent. */
export function anyIn<T extends string>(
  column: PgColumn,
  values: z.ZodEnum<Record<T, T>>,
  description: string,
): ListFilter {
  return {
    value: severalOf(values).describe(`${description}, comma separated`),
    where: (value) => sql`${column} && ${sql.param(value as string[])}::text[]`,
  }
}

/** Rows whose column is the value that is sent. */
export function is(column: PgColumn, value: z.ZodType, description: string): ListFilter {
  return { value: value.describe(description), isIndexed: true, where: (given) => eq(column, given) }
}

/** The same in a list of few rows, where no index has the column. */
export function isAmongFew(column: PgColumn, value: z.ZodType, description: string): ListFilter {
  return { value: value.describe(description), where: (given) => eq(column, given) }
}

/** Rows with one of the ids that the value stands for. Whoever reads the list finds them first. */
export function idsOf(column: PgColumn, value: z.ZodType, description: string): ListFilter {
  return {
    value: value.describe(description),
    isIndexed: true,
    where: (ids) => among(column, ids as string[]),
  }
}

/** Rows that meet a condition, or those that do not. */
export function whether(condition: SQLWrapper, description: string): ListFilter {
  return {
    value: z
      .enum(['true', 'false'])
      .describe(description)
      .meta({ type: 'string', enum: ['true', 'false'] }),
    where: (value) => (value === 'true' ? sql`${condition}` : sql`not (${condition})`),
  }
}

/** Rows whose column is below zero, or those where it is not. */
export function isNegative(column: PgColumn, description: string): ListFilter {
  return whether(sql`${column} < 0`, description)
}

/** Rows whose text begins with what one of these names stands for. */
export function beginsAs<T extends string>(
  column: PgColumn,
  beginnings: Readonly<Record<T, string>>,
  description: string,
): ListFilter {
  const names = z.enum(Object.keys(beginnings))
  return {
    value: names.describe(description),
    isIndexed: true,
    where: (name) => sql`starts_with(${column}, ${beginnings[name as T]})`,
  }
}

/** Rows whose pairs of texts hold those that are sent. An index finds them within the partner, the first step of its paths. */
export function holdsPairs(column: PgColumn, tenant: PgColumn, value: z.ZodType): ListFilter {
  return {
    value,
    isIndexed: true,
    where(pairs, partnerId) {
      const wanted = JSON.stringify({ [idToUuid(partnerId)]: pairs })
      // Rows without pairs are not in the index.
      return sql`${column} <> '{}' and jsonb_set('{}', array[${tenant}::text], ${column}) @> ${wanted}::jsonb`
    },
  }
}

/** A choice that the rows' own repository makes. */
export function choice(value: z.ZodType, description: string): ListFilter {
  return { value: value.describe(description), where: () => undefined }
}

/** A span of the time that an order goes by: since an instant, and before another. */
export function span(
  column: PgColumn,
  spanOf: string,
  what: string,
  more = '',
): { since: ListFilter; before: ListFilter } {
  const at = (value: unknown) => sql`${new Date(value as string).toISOString()}::timestamptz`
  return {
    since: {
      spanOf,
      value: instant.describe(`Return only resources ${what} at this time or later${more}`),
      where: (value) => sql`${column} >= ${at(value)}`,
    },
    before: {
      spanOf,
      value: instant.describe(`Return only resources ${what} before this time`),
      where: (value) => sql`${column} < ${at(value)}`,
    },
  }
}

/** One value is compared by `=`, so that an index that goes on behind it still gives the order. */
function among(column: PgColumn, values: readonly string[]): SQL {
  const [only] = values
  return only !== undefined && values.length === 1 ? eq(column, only) : inArray(column, [...values])
}
