import { z } from 'zod'
import { DomainError } from '../shared/errors.ts'

export const DEFAULT_LIMIT = 20
export const MAX_LIMIT = 100

/** Query parameters that every list takes. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().min(1).max(500).optional().describe('`next_cursor` of the page before'),
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), next_cursor: z.string().nullable() })
}

/** A position in a list as an opaque text. */
export function encodeCursor(position: Record<string, string | number>): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Throws `invalid_cursor` where the text is not a position of this kind of list. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    value = undefined
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const detail = 'Send next_cursor of the page before as it was, to the same list.'
  throw new DomainError('invalid_cursor', detail, [{ pointer: '?cursor', code: 'invalid_cursor', detail }])
}
