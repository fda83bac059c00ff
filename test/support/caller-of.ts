import fastify from 'fastify'
import type { Actor, Tokens } from '../../src/platform/http/actor.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { identifyCallers } from '../../src/platform/http/authentication.ts'

/** The caller that a service with these rules sees behind a token; null if it refuses the token. */
export async function callerOf(tokens: Tokens, token: string): Promise<Actor | null> {
  const app: App = fastify()
  await identifyCallers(app, tokens)
  let caller: Actor | null = null
  app.get('/', async (request) => {
    caller = request.actor
    return null
  })
  await app.inject({ url: '/', headers: { authorization: `Bearer ${token}` } })
  await app.close()
  return caller
}
