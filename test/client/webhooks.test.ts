import { randomBytes } from 'node:crypto'
import { verifyWebhook, WebhookError } from 'smartsource/client'
import { Webhook } from 'standardwebhooks'
import t from 'tap'

const now = new Date('2026-11-20T17:00:00Z')
const body = JSON.stringify({
  type: 'match.found',
  timestamp: now.toISOString(),
  data: { event_id: 'event_1', resource_id: 'need_1', matches: [], note: 'añil ✓' },
})
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`
const secret = newSecret()

function signed({ secrets = [secret], at = now, text = body } = {}) {
  const signatures = secrets.map((one) => new Webhook(one).sign('event_1', at, text))
  return {
    'webhook-id': 'event_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  }
}

t.test(
  'a message that was signed as Standard Webhooks are is read, from any kind of headers and body',
  async (t) => {
    const headers = signed()
    const bytes = new TextEncoder().encode(body)
    const capitals = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]),
    )
    for (const given of [headers, new Headers(headers), capitals])
      for (const text of [body, bytes, bytes.buffer, Buffer.from(body)])
        t.same(await verifyWebhook({ body: text, headers: given, secrets: secret, now }), JSON.parse(body))
  },
)

t.test('while a secret is rotated, either side may know only one of the two', async (t) => {
  const next = newSecret()
  for (const [secrets, known] of [
    [[secret, next], [secret]],
    [[secret, next], [next]],
    [[next], [secret, next]],
  ] as const)
    t.ok(await verifyWebhook({ body, headers: signed({ secrets: [...secrets] }), secrets: known, now }))
  await t.rejects(verifyWebhook({ body, headers: signed(), secrets: next, now }), WebhookError)
})

t.test('a message that was changed, or whose signature was, is refused', async (t) => {
  const headers = signed()
  const changed = body.replace('need_1', 'need_2')
  const refused = (given: Partial<Parameters<typeof verifyWebhook>[0]>) =>
    t.rejects(verifyWebhook({ body, headers, secrets: secret, now, ...given }), WebhookError)
  await refused({ body: changed })
  await refused({ body: `${body} ` })
  await refused({ headers: { ...headers, 'webhook-id': 'event_2' } })
  await refused({ headers: { ...headers, 'webhook-timestamp': '1763658001' } })
  await refused({ headers: { ...headers, 'webhook-timestamp': 'now' } })
  for (const signature of ['', 'v1,', 'v1', 'v1,%%%', 'v2,AAAA', headers['webhook-signature'].slice(0, -4)])
    await refused({ headers: { ...headers, 'webhook-signature': signature } })
  for (const name of Object.keys(headers)) await refused({ headers: { ...headers, [name]: undefined } })
})

t.test('a message that was signed too long ago, or ahead of time, is refused', async (t) => {
  const shifted = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const read = (seconds: number, toleranceSeconds?: number) =>
    verifyWebhook({
      body,
      headers: signed({ at: shifted(seconds) }),
      secrets: secret,
      now,
      ...(toleranceSeconds !== undefined && { toleranceSeconds }),
    })
  for (const seconds of [-300, -1, 0, 300]) t.ok(await read(seconds))
  for (const seconds of [-301, 301]) await t.rejects(read(seconds), WebhookError)
  t.ok(await read(-3600, 3600))
  await t.rejects(read(-11, 10), WebhookError)
})

t.test('a secret that is none is a fault of the program, not of the message', async (t) => {
  for (const secrets of ['', 'abc', 'whsec_', 'whsec_%', [], [secret, '']])
    await t.rejects(verifyWebhook({ body, headers: signed(), secrets, now }), TypeError)
  // What a missing environment variable gives to JavaScript.
  await t.rejects(verifyWebhook({ body, headers: signed(), secrets: undefined as never, now }), TypeError)
})
