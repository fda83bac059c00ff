import type { App } from './app-type.ts'

/** Adds the address of the next page of a list as `Link` (RFC 8288), so that clients need not build it. */
export function linkPages(app: App): void {
  app.addHook('preSerialization', async ({ method, url }, reply, payload: unknown) => {
    const { data, next_cursor } = Object(payload)
    if (method !== 'GET' && method !== 'HEAD') return payload
    if (!Array.isArray(data) || typeof next_cursor !== 'string') return payload
    const [path = '', query] = url.split('?')
    const parameters = new URLSearchParams(query)
    parameters.set('cursor', next_cursor)
    const next = `<${path}?${parameters}>; rel="next"`
    const links = reply.getHeader('link')
    reply.header('link', links === undefined ? next : `${links}, ${next}`)
    return payload
  })
}
