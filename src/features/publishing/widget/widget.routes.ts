import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type App, addRoute, sendText } from '../../../platform/http/index.ts'

const text = readFileSync(new URL('embed.js', import.meta.url), 'utf8')
const mediaType = 'text/javascript; charset=utf-8'
const AN_HOUR_S = 60 * 60

/**
 * Registers the script that shows open needs on any site. Its URL never changes, so browsers request it again after an hour.
 */
export function registerWidget(app: App): void {
  const route = {
    ...{ tag: 'Public', summary: 'Read the script that shows open needs on any site', page: { role: null } },
    answers: { 200: { [mediaType]: z.string() } },
  }
  addRoute(app, 'GET', '/embed.js', route, async (request, reply) => {
    reply.headers({
      'cache-control': `public, max-age=${AN_HOUR_S}`,
      // Sites may check what they load (`integrity`), and may block what does not allow cross-origin use.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    return sendText(request, reply, { mediaType, text })
  })
}
