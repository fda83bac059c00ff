import type { App } from './app-type.ts'

/** When a route ends, and its replacement. Dates such as `2027-05-01` begin at midnight UTC. */
export interface DeprecatedRoute {
  since: string
  /** Earliest date of removal. */
  sunset: string
  /** Address of the replacement. */
  successor?: string
  /** Address of a page that explains the migration. */
  notes?: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    deprecated?: DeprecatedRoute
  }
}

/**
 * Adds headers to every response of a deprecated route, including refusals: since when it is deprecated (RFC
 * 9745), when it ends (RFC 8594) and its replacement. Throws if a route ends before it is deprecated.
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

/** Returns the text for the reference page. */
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
