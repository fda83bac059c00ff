import { z } from 'zod'
import { type App, addRoute } from '../../platform/http/index.ts'

const answers = { 303: z.undefined() }

/**
 * Leads a GET of an address that only takes a form to the nearest page above it. A refused form is shown at its own
 * address, which browsers ask for again when somebody goes back or reloads.
 */
export function leadBackFrom(
  app: App,
  { formsAt, shownAt }: { formsAt: readonly string[]; shownAt: ReadonlySet<string> },
): void {
  for (const url of new Set(formsAt)) {
    if (shownAt.has(url)) continue
    const depth = depthOfPageAbove(url, shownAt)
    addRoute(
      app,
      'GET',
      url,
      { tag: 'Desk', summary: url, page: { role: null }, answers },
      async (request, reply) => {
        const [path = ''] = request.url.split('?')
        return reply.redirect(path.split('/').slice(0, depth).join('/'), 303)
      },
    )
  }
}

/** Returns how many parts of the address lead to a page. `/desk` always does. */
function depthOfPageAbove(url: string, shownAt: ReadonlySet<string>): number {
  const parts = url.split('/')
  for (let depth = parts.length - 1; depth > 2; depth--)
    if (shownAt.has(parts.slice(0, depth).join('/'))) return depth
  return 2
}
