import { isDatabaseAway } from '../platform/db/index.ts'

/** Describes a failure in one line for a person at a terminal. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const message = firstLine(rootOf(error))
  // PgBouncer refuses time limits this way. The error code only says that the connection failed.
  if (message.includes('unsupported startup parameter'))
    return `DATABASE_URL leads to a pooler: set DATABASE_DIRECT_URL to the address of the database itself (${message})`
  if (isDatabaseAway(error)) return `cannot reach the database: ${message}`
  return message
}

function rootOf(error: Error): Error {
  return error.cause instanceof Error ? rootOf(error.cause) : error
}

function firstLine(error: Error): string {
  const message =
    error instanceof AggregateError && error.errors[0] instanceof Error
      ? error.errors[0].message
      : error.message
  return message.split('\n')[0] || error.name
}
