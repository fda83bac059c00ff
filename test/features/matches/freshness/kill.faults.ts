import { once } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../../support/bodies.ts'
import { createTestDatabase } from '../../../support/database.ts'
import { newToken, serve, until } from '../../../support/process.ts'

t.test(
  'what a killed process had answered is in the index of the others, and in its own again',
  async (t) => {
    const { connectionString } = await createTestDatabase(t)
    // One name for all, so that a token of one is a token of all.
    const env = { DATABASE_URL: connectionString, PUBLIC_URL: 'http://replicas.example' }
    const [survivor, killed] = await Promise.all([serve(t, env), serve(t, env)])
    const token = await newToken(survivor.address, env)
    const post = (address: string, path: string, body: unknown) => send(token, address, path, body)
    const organizationId = await post(killed.address, '/v1/organizations', organizationBody())
    const helperId = await post(killed.address, '/v1/helpers', helperBody())
    const offerId = await post(killed.address, '/v1/offers', offerBody(helperId))

    const answered: string[] = []
    const writers = Array.from({ length: 4 }, async () => {
      for (;;) answered.push(await post(killed.address, '/v1/needs', needBody(organizationId)))
    })
    const ended = Promise.allSettled(writers)
    await until(() => answered.length >= 20)
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    t.ok((await ended).every(({ status }) => status === 'rejected'))

    const reborn = await serve(t, env)
    answered.push(await post(reborn.address, '/v1/needs', needBody(organizationId, { title: 'Later' })))
    const rankings = () =>
      Promise.all([survivor, reborn].map(({ address }) => ranking(token, address, offerId)))
    await until(async () => isDeepStrictEqual(...((await rankings()) as [unknown, unknown])))
    const [own] = await rankings()
    // One that starts now has no past to have missed anything of.
    t.same(own, await ranking(token, (await serve(t, env)).address, offerId))
    const ids = new Set(own?.map(({ id }) => id))
    t.same(
      answered.filter((id) => !ids.has(id)),
      [],
    )
  },
)

async function send(token: string, address: string, path: string, body: unknown): Promise<string> {
  const reply = await fetch(address + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`)
  return ((await reply.json()) as { id: string }).id
}

/** All needs that an offer is ranked with, page by page. */
async function ranking(token: string, address: string, offerId: string) {
  const ranked: { id: string; score: number }[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = `limit=100${cursor && `&cursor=${cursor}`}`
    const reply = await fetch(`${address}/v1/offers/${offerId}/matches?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const page = (await reply.json()) as {
      data: { need_id: string; score: number }[]
      next_cursor: string | null
    }
    ranked.push(...page.data.map(({ need_id: id, score }) => ({ id, score })))
    cursor = page.next_cursor
  }
  return ranked
}
