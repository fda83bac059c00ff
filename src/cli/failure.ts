import { isDatabaseAway } from '../platform/db/index.ts'

/** Describes a failure in one line for a person at a terminal. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (isDatabaseAway(error)) return `cannot reach the database: ${firstLine(rootOf(error))}`
  return firstLine(rootOf(error))
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
