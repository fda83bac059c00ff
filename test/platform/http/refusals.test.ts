import { maxHeaderSize } from 'node:http'
import t from 'tap'
import { headOf, readAll, sendRaw } from '../../support/raw-request.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t, { env: { REQUEST_TIMEOUT_MS: '300' } })
const port = Number(new URL(await service.app.listen({ port: 0, host: '127.0.0.1' })).port)

interface Operation {
  requestBody?: unknown
  parameters?: { in: string }[]
  responses: Record<string, { content?: Record<string, unknown>; headers?: Record<string, unknown> }>
}
// As JSON, since the plugin's own type knows nothing of what an operation holds.
const document: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
  JSON.stringify(service.app.swagger()),
)

t.test('what Node refuses by itself is a problem with a Request-Id too', async (t) => {
  const refused = {
    malformed_request: { status: 400, text: 'NONSENSE\r\n\r\n' },
    request_timeout: { status: 408, text: 'GET /v1/needs HTTP/1.1\r\nhost: x\r\n' },
    headers_too_large: { status: 431, text: headOf('GET', '/livez', 0, { x: 'x'.repeat(maxHeaderSize) }) },
  }
  for (const [code, { status, text }] of Object.entries(refused)) {
    const answer = await readAll(await sendRaw(port, text))
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    t.match(head, new RegExp(`^HTTP/1\\.1 ${status} `), code)
    t.match(head, /^content-type: application\/problem\+json$/im)
    const [, requestId] = /^request-id: (req_[\w-]+)$/im.exec(head) ?? []
    t.match(JSON.parse(body), { code, status, request_id: requestId, detail: String })
  }
})

t.test('every operation declares the refusals that any request may meet, as problems', (t) => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { responses, requestBody, parameters = [] }] of Object.entries(methods)) {
      const expected = ['400', '408', '429', '431', '500', '503']
      if (parameters.some((parameter) => parameter.in === 'path')) expected.push('414')
      if (requestBody) expected.push('413')
      for (const status of expected) {
        const { content, headers } = responses[status] ?? {}
        t.ok(content?.['application/problem+json'], `${method} ${path} ${status}`)
        t.ok(headers?.['Request-Id'], `${method} ${path} ${status} has a Request-Id`)
      }
    }
  }
  t.end()
})

t.test('metrics and the errors of the token endpoint are declared by their media types', (t) => {
  t.same(Object.keys(document.paths['/metrics']?.get?.responses['200']?.content ?? {}), ['text/plain'])
  const { 400: refused, 401: unknown } = document.paths['/oauth/token']?.post?.responses ?? {}
  t.same(Object.keys(refused?.content ?? {}).sort(), ['application/json', 'application/problem+json'])
  t.same(Object.keys(unknown?.content ?? {}), ['application/json'])
  t.end()
})

t.test('a body whose fields are all optional may be absent or empty, any other may not', async (t) => {
  const { token } = await service.newPartner()
  const authorization = `Bearer ${token}`
  const json = { authorization, 'content-type': 'application/json' }
  const post = (url: string, headers: Record<string, string>, payload?: string) =>
    service.inject({ method: 'POST', url, headers, ...(payload !== undefined && { payload }) })
  const { body: endpoint } = await post(
    '/v1/webhook-endpoints',
    json,
    JSON.stringify({ url: 'https://hooks.example.com/in' }),
  )
  const rotate = `/v1/webhook-endpoints/${endpoint.id}/rotate-secret`
  t.equal((await post(rotate, { authorization })).status, 200)
  t.equal((await post(rotate, json, '')).status, 200)
  t.match(await post('/v1/needs', { authorization }), {
    status: 422,
    body: { errors: [{ pointer: '', code: 'required', detail: 'This is required.' }] },
  })
  t.match(await post('/v1/needs', json, ''), { status: 400, body: { detail: /^The body is empty/ } })
  t.match(await post('/v1/needs/need_01h455vb4pex5vsknk084sn02q/close', json, ''), { status: 404 })
})
