import type { App } from './app-type.ts'

/** When a route ends, and what comes instead. Dates such as `2027-05-01`, from their beginning in UTC on. */
export interface DeprecatedRoute {
  since: string
  /** From then on it may be gone. */
  sunset: string
  /** Address of the route to use instead. */
  successor?: string
  /** Address of a page on how to change over. */
  notes?: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    deprecated?: DeprecatedRoute
  }
}

/**
 * Says on every response of a deprecated route, refusals too, since when it is (RFC 9745), when it ends (RFC 8594) and
 * what to use instead. Throws where a route ends before it is deprecated.
 */
export function sendDeprecationHeaders(app: App): void {
  app.addHook('onRoute', ({ config, url }) => {
    if (config?.deprecated && !(at(config.deprecated.since) < at(config.deprecated.sunset)))
      throw new Error(`${url}: sunset must be a date after since`)
  })
  app.addHook('onRequest', async (request, reply) => {
    const { deprecated } = request.routeOptions.config
    if (deprecated) reply.headers(headersOf(deprecated))
  })
}

/** The text for the reference page. */
export function describeDeprecation({ since, sunset, successor, notes }: DeprecatedRoute): string {
  const instead = successor === undefined ? '' : ` Use \`${successor}\` instead.`
  const more = notes === undefined ? '' : ` See ${notes}.`
  return `Deprecated since ${since}; may be removed from ${sunset} on.${instead}${more}`
}

function headersOf({ since, sunset, successor, notes }: DeprecatedRoute): Record<string, string> {
  const links = [
    ...(successor === undefined ? [] : [`<${successor}>; rel="successor-version"`]),
    ...(notes === undefined ? [] : [`<${notes}>; rel="deprecation"`, `<${notes}>; rel="sunset"`]),
  ]
  return {
    deprecation: `@${at(since) / 1000}`,
    sunset: new Date(at(sunset)).toUTCString(),
    ...(links.length > 0 && { link: links.join(', ') }),
  }
}

function at(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}
