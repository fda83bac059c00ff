import type { Logger } from 'pino'

/**
 * Returns a handler that logs a failure as a warning, without the message, which may contain personal data of
 * a query.
 */
export function warn(log: Logger, what: string): (error: unknown) => void {
  return (error) => log.warn({ reason: reasonOf(error) }, what)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return `${error.name} ${'code' in error ? String(error.code) : ''}`.trim()
}
