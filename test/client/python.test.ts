import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Webhook } from 'standardwebhooks'
import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../support/bodies.ts'
import { startTestService } from '../support/service.ts'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('../../openapi/client/python', import.meta.url))
const { status } = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))'])
const skip = status !== 0 && 'no Python 3.9 or newer'

/** Runs Python that imports the example, with values as JSON in its first argument. Returns what it prints. */
async function python(code: string, given: unknown): Promise<string> {
  const source = `import json, sys\nfrom smartsource_example import *\ngiven = json.loads(sys.argv[1])\n${code}`
  const options = { cwd: folder, env: { PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: '1' } }
  return (await run('python3', ['-c', source, JSON.stringify(given)], options)).stdout.trim()
}

t.test(
  'the Python example posts a need, reads its matches with reasons, and changes it',
  { skip },
  async (t) => {
    const service = await startTestService(t)
    const address = await service.app.listen({ port: 0, host: '127.0.0.1' })
    const partner = await service.newPartner()
    const helper = (await partner.call('POST', '/v1/helpers', { body: helperBody() })).body
    const offer = {
      ...offerBody(helper.id),
      kind: 'volunteer',
      terms: {},
      open_to: ['small_business'],
      title: 'Books for bakeries',
      skills: ['bookkeeping'],
      modality: 'remote',
    }
    t.equal((await partner.call('POST', '/v1/offers', { body: offer })).status, 201)
    const env = {
      PATH: process.env.PATH,
      API: address,
      CLIENT_ID: partner.clientId,
      CLIENT_SECRET: partner.clientSecret,
    }
    const { stdout } = await run('python3', ['-B', 'smartsource_example.py'], { cwd: folder, env })
    t.match(
      stdout,
      /^Posted Books that keep themselves\n0\.\d\d Books for bakeries\n( {6,}\S.*\n)+1 needs\nChanged to 6 hours, then: precondition_failed\n$/,
    )
    t.match(stdout, 'Offers Bookkeeping')

    const given = { address, clientId: partner.clientId, clientSecret: partner.clientSecret }
    const connect = 'api = Smartsource(given["address"], given["clientId"], given["clientSecret"])'
    const organization = (await partner.call('POST', '/v1/organizations', { body: organizationBody() })).body
    for (let one = 0; one < 4; one++)
      await partner.call('POST', '/v1/needs', { body: needBody(organization.id) })
    const ids = await python(
      `${connect}\nprint(*[need["id"] for need in api.pages("/v1/needs", {"limit": 2})])`,
      given,
    )
    t.equal(new Set(ids.split(' ')).size, 5, 'each item of a list once, over many pages')
    const refusal = `${connect}\ntry: api.call("POST", "/v1/organizations", {"name": ""})\nexcept Refused as refused: print(refused.status, refused.code, len(refused.problem["errors"]) > 3)`
    t.equal(await python(refusal, given), '422 validation_failed True')
    const missing = 'try: Smartsource("http://localhost", None, "")\nexcept ValueError as error: print(error)'
    t.equal(await python(missing, given), 'url, client_id and client_secret are required')
  },
)

t.test(
  'the Python example reads only webhooks that were signed with its secrets, and lately',
  { skip },
  async (t) => {
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const other = `whsec_${randomBytes(32).toString('base64')}`
    const body = JSON.stringify({ type: 'need.posted', data: { note: 'añil' } })
    const at = new Date('2026-11-20T17:00:00Z')
    const signatures = [other, secret].map((one) => new Webhook(one).sign('event_1', at, body))
    const seconds = at.getTime() / 1000
    const headers = {
      'Webhook-Id': 'event_1',
      'Webhook-Timestamp': String(seconds),
      'Webhook-Signature': signatures.join(' '),
    }
    const code =
      'try: print(verify_webhook(given["body"].encode(), given["headers"], given["secrets"], given["now"])["type"])\nexcept WrongSignature: print("refused")'
    const good = { body, headers, secrets: [secret], now: seconds + 299 }
    const results = await Promise.all(
      [
        good,
        { ...good, secrets: [`whsec_${randomBytes(32).toString('base64')}`, secret] },
        { ...good, body: `${body} ` },
        { ...good, secrets: [`whsec_${randomBytes(32).toString('base64')}`] },
        { ...good, now: seconds + 301 },
        { ...good, headers: { ...headers, 'Webhook-Timestamp': String(seconds + 1) } },
        { ...good, headers: {} },
      ].map((given) => python(code, given)),
    )
    t.same(results, ['need.posted', 'need.posted', 'refused', 'refused', 'refused', 'refused', 'refused'])
  },
)

t.test(
  'the Python example asks a busy service again with the same key, and renews a refused token',
  { skip },
  async (t) => {
    const seen: string[] = []
    const answers = [503, 401, 200]
    const server = createServer((request, response) => {
      const isToken = request.url === '/oauth/token'
      seen.push(isToken ? 'token' : String(request.headers['idempotency-key']))
      const json = { 'content-type': 'application/json' }
      request.resume().on('end', () => {
        if (isToken) return response.writeHead(200, json).end('{"access_token":"x","expires_in":900}')
        response.writeHead(answers.shift() ?? 500, json).end('{"code":"overloaded","detail":"busy"}')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    t.teardown(() => server.close())
    const bound = server.address()
    const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
    await python('Smartsource(given, "client_1", "secret").call("POST", "/v1/needs", {})', address)
    const [, key] = seen
    t.match(key, /^[0-9a-f-]{36}$/)
    t.same(seen, ['token', key, key, 'token', key])
  },
)
