import type { Examples, OperationExample } from '../../../src/platform/http/index.ts'
import type { CallOptions, Partner, Reply, TestService } from '../service.ts'
import type { World } from '../world.ts'
import { CURSOR_EXAMPLE, headerValues, notTried, parameterValues } from './parameters.ts'
import { createSteady } from './steady.ts'

export interface Operation {
  operationId: string
  parameters?: { in: string; name: string; schema: { type?: string; enum?: unknown[] } }[]
}
type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>

export interface Recorder {
  /** Notes the request of a case and its answer. */
  note(
    route: string,
    told: { url: string; options: CallOptions; world: World; owner: Partner; reply: Reply },
  ): void
  /** Notes another answer of the same route. */
  noteOther(route: string, told: { world: World; owner: Partner; reply: Reply }): void
  /** Sends a list all its query parameters together. Undefined for what has none. */
  tryParameters(
    route: string,
    given: { url: string; world: World; owner: Partner },
  ): Promise<Reply | undefined>
  /** Also of the routes that no partner calls with a token. */
  examples(service: TestService): Promise<Examples>
}

/** Records requests and answers as examples. `operations` are those of the service's document, by path and method. */
export function createRecorder(operations: Operations, now: Date): Recorder {
  const told: Record<string, OperationExample> = {}
  function operationOf(route: string): Operation {
    const [method = '', path = ''] = route.split(' ')
    const operation = operations[path]?.[method.toLowerCase()]
    if (!operation) throw new Error(`${route} is not in the reference`)
    return operation
  }

  return {
    note(route, { url, options, world, owner, reply }) {
      const operation = operationOf(route)
      const path = route.split(' ')[1] ?? ''
      const steady = createSteady(now)
      steady([...Object.values(world), owner.partnerId])
      const given = steady({ parameters: parametersOf({ operation, path, url, world }), body: options.body })
      if ('query cursor' in given.parameters) given.parameters['query cursor'] = CURSOR_EXAMPLE
      // Other refusals have their examples by code.
      const answer = reply.body !== '' && reply.status < 400 && { body: steady(shortened(reply.body)) }
      told[operation.operationId] = { ...given, answer: { status: reply.status, ...answer } }
    },

    noteOther(route, { world, owner, reply }) {
      const example = told[operationOf(route).operationId]
      if (!example) throw new Error(`${route} has no first answer`)
      const steady = createSteady(now)
      steady([...Object.values(world), owner.partnerId])
      const [mediaType = ''] = String(reply.headers['content-type']).split(';')
      example.otherAnswers = [
        ...(example.otherAnswers ?? []),
        { status: reply.status, mediaType, body: steady(shortened(reply.body)) },
      ]
    },

    async tryParameters(route, { url, world, owner }) {
      const operation = operationOf(route)
      const address = new URL(url, 'http://test.example')
      for (const { in: place, name, schema } of operation.parameters ?? []) {
        const value = exampleOf(operation, name, schema, world)
        if (place === 'query' && !notTried.has(name) && value !== undefined)
          for (const [key, text] of queryOf(name, value)) address.searchParams.set(key, text)
      }
      if (!route.startsWith('GET ') || address.search === '') return undefined
      return owner.call('GET', address.pathname + address.search)
    },

    examples: async (service) => ({ ...told, ...(await recordOpenRoutes(service, operations, now)) }),
  }
}

/** A reader learns no more from the hundredth item of a list, such as that of all skills. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return (value.length > 100 ? value.slice(0, 2) : value).map(shortened)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]))
}

/** A parameter as a query writes it: pairs as `metadata[key]=value`. */
function queryOf(name: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, String(value)]]
  return Object.entries(value).map(([key, text]) => [`${name}[${key}]`, String(text)])
}

interface Given {
  operation: Operation
  url: string
  world: World
}

/** The values of all parameters: those in the address, and others from the list. */
function parametersOf({ operation, path, url, world }: Given & { path: string }): Record<string, unknown> {
  const address = new URL(url, 'http://test.example')
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const pattern = new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`)
  const values = pattern.exec(address.pathname)?.slice(1) ?? []
  const inPath = Object.fromEntries(names.map((name, at) => [`path ${name}`, values[at]]))
  const others = (operation.parameters ?? [])
    .filter((parameter) => parameter.in !== 'path')
    .map((parameter) => {
      const { in: place, name, schema } = parameter
      const sent = address.searchParams.get(name)
      const value = sent === null ? exampleOf(operation, name, schema, world) : typed(sent, schema)
      return [`${place} ${name}`, place === 'header' ? headerValues[name] : value] as const
    })
  return { ...inPath, ...Object.fromEntries(others) }
}

function exampleOf(
  { operationId }: Operation,
  name: string,
  schema: { type?: string; enum?: unknown[]; items?: { enum?: unknown[] } },
  world: World,
): unknown {
  if (name === 'cursor') return CURSOR_EXAMPLE
  const value = parameterValues[`${operationId} ${name}`] ?? parameterValues[name]
  if (typeof value === 'function') return value(world)
  // A name may stand for other choices in each list.
  const choices = schema.enum ?? schema.items?.enum
  if (!choices || [value].flat().every((one) => choices.includes(one))) return value
  return schema.type === 'array' ? choices.slice(0, 1) : choices[0]
}

function typed(text: string, { type }: { type?: string }): unknown {
  if (type === 'array') return text.split(',')
  return type === 'integer' || type === 'number' ? Number(text) : text
}

/** Leaves nothing that other cases would find in the market. */
export async function clear({ services }: TestService, owner: Partner): Promise<void> {
  // No candidate is erased while an import of its office runs.
  await services.background.works.run_imports.idle()
  for (const path of ['/v1/candidates', '/v1/needs', '/v1/offers']) {
    const { body } = await owner.call('GET', path)
    for (const { id } of body.data) {
      const reply = await owner.call('DELETE', `${path}/${id}`, { headers: { 'if-match': '*' } })
      if (reply.status !== 204) throw new Error(`${path}/${id}: ${JSON.stringify(reply.body)}`)
    }
  }
  await services.market.feed.catchUp()
}

/** The routes that no partner calls with a token. */
async function recordOpenRoutes(service: TestService, operations: Operations, now: Date): Promise<Examples> {
  const { clientId, clientSecret } = await service.newPartner({ scopes: ['needs:read', 'needs:write'] })
  const form = { grant_type: 'client_credentials', scope: 'needs:read' }
  const told: Record<string, OperationExample> = {}
  for (const path of OPEN_ROUTES) {
    const isToken = path === '/oauth/token'
    const method = isToken ? 'POST' : 'GET'
    const reply = await service.inject({
      ...{ method, url: path, headers: { accept: '*/*' } },
      ...(isToken && {
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams(form).toString(),
      }),
    })
    const { operationId = '' } = operations[path]?.[method.toLowerCase()] ?? {}
    const body = path === '/metrics' ? someMetrics(reply.body) : createSteady(now)(reply.body)
    told[operationId] = {
      parameters: {},
      ...(isToken && { body: form }),
      answer: { status: reply.status, body },
    }
  }
  return told
}

const OPEN_ROUTES = [
  ...['/livez', '/readyz', '/metrics', '/oauth/token', '/.well-known/jwks.json'],
  ...['/.well-known/oauth-authorization-server', '/robots.txt', '/'],
]

/** What the first two metrics are called and mean: their values change with each request. */
function someMetrics(text: string): string {
  return `${text
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .slice(0, 4)
    .join('\n')}\n`
}
