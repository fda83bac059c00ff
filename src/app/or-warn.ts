import type { Logger } from 'pino'

/** Logs what could not be done, and why: without a query's parameters, which may be personal. */
export function orWarn(log: Logger, what: string): (error: unknown) => void {
  return (error) => log.warn({ reason: reasonOf(error) }, what)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return `${error.name} ${'code' in error ? String(error.code) : ''}`.trim()
}
