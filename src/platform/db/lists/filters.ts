import { eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { instant } from '../../../shared/wire.ts'
import { wholeNumber } from '../../../shared/written-numbers.ts'

/** A filter of a list: how its query parameter is sent, and which rows it selects. */
export interface ListFilter {
  value: z.ZodType
  /**
   * Whether an index finds these rows in the order of their ids, or there are so few that it does not matter.
   */
  isIndexed?: true
  /** Whether indexes find these rows, in no useful order. */
  isFound?: true
  /** Whether an index also finds them in the order of their last change. */
  isIndexedByChange?: boolean
  /** Name of the order whose key this filter limits to a span. */
  spanOf?: string
  /**
   * Returns the condition, or undefined if the repository selects the rows in another way, such as the side
   * of a shared list.
   */
  where(value: unknown, partnerId: PartnerId): SQL | undefined
}

// A filter's schema has parsed the value before `where` gets it, so the casts in this file are safe.

/** Parses several comma-separated values, such as `open,filled`. */
export function severalOf<T extends string>(values: z.ZodEnum<Record<T, T>>) {
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(values).min(1).max(values.options.length))
    .meta({ type: 'array', items: { type: 'string', enum: [...values.options] } })
}

/** Filters by status. An index finds the rows of one status in the order of their last change. */
export function statusOf<T extends string>(
  column: PgColumn,
  values: z.ZodEnum<Record<T, T>>,
  description: string,
): ListFilter {
  return { ...oneOf(column, values, description), isIndexedByChange: true }
}

/** Filters by a column: one or more values. */
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

/** Filters by a column: one or more whole numbers. */
export function numberIn(
  column: PgColumn,
  { min, max }: { min: number; max: number },
  description: string,
): ListFilter {
  const number = wholeNumber(z.int().min(min).max(max))
  return {
    value: z
      .string()
      .transform((text): unknown[] => text.split(','))
      .pipe(z.array(number).min(1).max(20))
      .meta({ type: 'array', items: { type: 'integer', minimum: min, maximum: max } })
      .describe(`${description}, comma separated`),
    where: (value) => inArray(column, value as number[]),
  }
}

/** Filters by an array column that contains at least one of the values. */
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

/** Filters by a column: a single value. */
export function is(column: PgColumn, value: z.ZodType, description: string): ListFilter {
  return { value: value.describe(description), isIndexed: true, where: (given) => eq(column, given) }
}

/** Like `is`, for small lists without an index on the column. */
export function isAmongFew(column: PgColumn, value: z.ZodType, description: string): ListFilter {
  return { value: value.describe(description), where: (given) => eq(column, given) }
}

/** Filters by ids that the value stands for. The code that reads the list finds them first. */
export function idsOf(column: PgColumn, value: z.ZodType, description: string): ListFilter {
  return {
    value: value.describe(description),
    isIndexed: true,
    where: (ids) => among(column, ids as string[]),
  }
}

/** Filters by a condition that holds or does not hold. */
export function whether(condition: SQLWrapper, description: string): ListFilter {
  return {
    value: z
      .enum(['true', 'false'])
      .describe(description)
      .meta({ type: 'string', enum: ['true', 'false'] }),
    where: (value) => (value === 'true' ? sql`${condition}` : sql`not (${condition})`),
  }
}

/** Filters by a column that is negative or not. */
export function isNegative(column: PgColumn, description: string): ListFilter {
  return whether(sql`${column} < 0`, description)
}

/** Filters by the beginnings of a text column that these names stand for. */
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

/**
 * Filters by key-value pairs that the rows' metadata contains. An index finds them within the partner, the
 * first step of its paths.
 */
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

/** Declares a filter that the rows' repository applies. */
export function choice(value: z.ZodType, description: string): ListFilter {
  return { value: value.describe(description), where: () => undefined }
}

/** Filters by a span of the time of an order: since an instant, and before another. */
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

/** A single value is compared with `=`, so that an index with further columns still yields the order. */
function among(column: PgColumn, values: readonly string[]): SQL {
  const [only] = values
  return only !== undefined && values.length === 1 ? eq(column, only) : inArray(column, [...values])
}
