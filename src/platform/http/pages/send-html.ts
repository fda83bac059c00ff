import type { FastifyReply } from 'fastify'
import type { Html } from '../../../shared/html.ts'

/** Allows only content and script files of this service, and forms that are sent to it. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(';')

/** Sends a page that only its reader may cache. */
export function sendHtml(reply: FastifyReply, page: Html, status = 200): FastifyReply {
  return reply
    .code(status)
    .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .serializer(String)
    .send(`<!doctype html>\n${page}`)
}
