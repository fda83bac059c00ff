import type { InjectOptions, RouteOptions } from 'fastify'
import type { Logger } from 'pino'
import type { Test } from 'tap'
import { buildApp } from '../../src/app/app.ts'
import { readConfig } from '../../src/app/config.ts'
import { createServices, type Services } from '../../src/app/services.ts'
import { createPartner, loadSigningKeys, type NewPartner } from '../../src/features/access/index.ts'
import type { ReadReplicas } from '../../src/platform/db/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { type Scope, scopes } from '../../src/platform/http/scopes.ts'
import { createLog } from '../../src/platform/telemetry/log.ts'
import { type Clock, systemClock } from '../../src/shared/clock.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { testSecrets, testSettings } from './settings.ts'

/** What came back: `body` is the parsed JSON, or the text where it is none. */
export interface Reply {
  status: number
  headers: Record<string, unknown>
  // A test reads whatever it expects there; a wrong path is undefined and fails the assertion.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
}

export interface Partner extends NewPartner {
  token: string
  /** A request with this partner's token. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    options?: CallOptions,
  ): Promise<Reply>
}

export interface CallOptions {
  body?: unknown
  headers?: Record<string, string>
}

export interface TestService {
  app: App
  /** Every route, as it was declared. */
  routes: readonly RouteOptions[]
  services: Services
  database: TestDatabase
  newPartner(options?: {
    name?: string
    scopes?: Scope[]
    kind?: 'site' | 'internship_office'
  }): Promise<Partner>
  /** A request without a token. */
  inject(options: InjectOptions): Promise<Reply>
}

/** The whole service without a port, on a database of its own where none is given. */
export async function startTestService(
  t: Test,
  options: {
    clock?: Clock
    env?: Record<string, string>
    log?: Logger
    database?: TestDatabase
    /** Where lists are read, if not in the database itself. */
    replicas?: Pick<ReadReplicas, 'read'>
    /** The address that the service believes to have. */
    issuer?: string | (() => string)
    /** False for a process that has just started and has not read the postings yet. */
    isLoaded?: boolean
  } = {},
): Promise<TestService> {
  const database = options.database ?? (await createTestDatabase(t))
  const clock = options.clock ?? systemClock
  const services = createServices({
    config: readConfig({ ...testSettings, ...options.env }),
    database,
    ...(options.replicas && { replicas: options.replicas }),
    log: options.log ?? createLog('silent'),
    clock,
    secrets: testSecrets,
    signingKeys: await loadSigningKeys({ db: database.db, clock, secrets: testSecrets }),
    issuer:
      typeof options.issuer === 'function'
        ? options.issuer
        : () => String(options.issuer ?? 'http://test.example'),
  })
  const routes: RouteOptions[] = []
  const app = await buildApp(services, { onRoute: (route) => routes.push(route) })
  t.teardown(() => app.close())
  t.teardown(() => services.market.meanings?.close())
  t.teardown(() => services.market.readings.close())
  t.teardown(async () => {
    await services.background.stop()
    await services.background.close()
  })
  if (options.isLoaded !== false) await services.market.feed.load()

  const inject = async (request: InjectOptions): Promise<Reply> => {
    const reply = await app.inject(request)
    return { status: reply.statusCode, headers: reply.headers, body: parsed(reply.payload) }
  }

  return {
    app,
    routes,
    services,
    database,
    inject,
    async newPartner({ name = 'Test', scopes: granted = [...scopes], kind = 'site' } = {}) {
      const made = await createPartner({ db: database.db, clock }, { name, kind, scopes: granted })
      // A new one for each request: a test may have moved the clock by more than a token's life.
      const newToken = () => services.access.tokens.issue({ ...made, scopes: granted })
      return {
        ...made,
        token: newToken(),
        call: (method, url, { body, headers } = {}) =>
          inject({
            method,
            url,
            headers: {
              authorization: `Bearer ${newToken()}`,
              ...(body !== undefined && { 'content-type': 'application/json' }),
              ...headers,
            },
            ...(body !== undefined && {
              payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
            }),
          }),
      }
    },
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}
