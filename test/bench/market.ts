import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../../src/app/config.ts'
import { startServer } from '../../src/app/server.ts'
import { createPartner } from '../../src/features/access/index.ts'
import { fetchToken } from './bench-database.ts'
import { type JudgedMarket, readJudgedMarket, type SkillsGiven } from './market-files.ts'
import { marketMetrics } from './market-metrics.ts'
import { rankByBm25, rankByMiniSearch } from './market-peers.ts'

// How well people are matched by what they write: npm run -s bench:market -- DIR [--skills | --tagged] [--without meaning]
// Posts a judged market through the API and reads the default list of each need. Judgments are about the topic, so all
// postings are remote and voluntary, and every gate is open. --without leaves a part of the understanding out. Prints one
// JSON object.

const USAGE = 'usage: npm run -s bench:market -- DIR [--skills | --tagged] [--without meaning]…'
/** Settings that leave a part of the understanding out. */
const PARTS: Readonly<Record<string, Record<string, string>>> = { meaning: { EMBEDDINGS: 'off' } }
/** The default length of a list. */
const LISTED = 20
const LOOK_AGAIN_MS = 200

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    skills: { type: 'boolean' },
    tagged: { type: 'boolean' },
    without: { type: 'string', multiple: true, default: [] },
  },
})
const [dir] = positionals
if (
  dir === undefined ||
  (values.skills && values.tagged) ||
  !values.without.every((part) => Object.hasOwn(PARTS, part))
)
  throw new Error(USAGE)
const given: SkillsGiven = values.tagged ? 'tagged' : values.skills ? 'skills' : 'text'
const market = readJudgedMarket(dir, given)

const folder = mkdtempSync(join(tmpdir(), 'bench-market-'))
const config = readConfig({
  DATA_DIR: folder,
  PORT: '0',
  LOG_LEVEL: 'silent',
  OVERLOAD_EVENT_LOOP_DELAY_MS: '0',
  RATE_LIMIT_PER_MINUTE: '1000000',
  ...Object.assign({}, ...values.without.map((part) => PARTS[part])),
})
const server = await startServer(config)
try {
  const partner = await createPartner(server.services.runtime, { name: 'Bench', kind: 'site' })
  const token = await fetchToken(server.address, partner)
  const lists = await readLists(market, createCaller(server.address, token))
  const report = {
    given,
    without: values.without,
    needs: market.needs.length,
    offers: market.offers.length,
    ...marketMetrics(lists, market.grades),
    peers: {
      bm25: marketMetrics(rankByBm25(market, LISTED), market.grades),
      minisearch: marketMetrics(rankByMiniSearch(market, LISTED), market.grades),
    },
  }
  process.stdout.write(`${JSON.stringify(report)}\n`)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Caller = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Record<string, unknown>>

function createCaller(address: string, token: string): Caller {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
    const reply = await fetch(address + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    // The answers of our own service.
    const answer = (await reply.json()) as Record<string, unknown>
    if (!reply.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }
}

/** Posts everything, then reads the default list of each need: ids of offers by id of the need, as in the files. */
async function readLists({ organizations, needs, offers }: JudgedMarket, call: Caller) {
  const organizationIds = new Map<string, unknown>()
  for (const { id, name, kind, languages: _, ...place } of organizations) {
    const body = {
      name,
      kind,
      contact: { name, email: `${id}@example.org` },
      languages: ['en'],
      location: { country: 'US', ...place },
      time_zone: 'America/Chicago',
    }
    organizationIds.set(id, (await call('POST', '/v1/organizations', body)).id)
  }
  const offerIds = new Map<unknown, string>()
  for (const { id, helper_name, title, description, skills, languages: _, ...place } of offers) {
    const contact = { name: helper_name, email: `${id}@example.org` }
    const location = { country: 'US', ...place }
    const helper = { name: helper_name, kind: 'person', contact, location, languages: ['en'] }
    const { id: helper_id } = await call('POST', '/v1/helpers', { ...helper, time_zone: 'America/Chicago' })
    const body = {
      helper_id,
      kind: 'volunteer',
      modality: 'remote',
      title,
      description,
      skills: skills.map((skill) => ({ skill })),
    }
    const open_to = ['solopreneur', 'small_business', 'nonprofit']
    offerIds.set((await call('POST', '/v1/offers', { ...body, open_to })).id, id)
  }
  const needIds = new Map<string, unknown>()
  for (const { id, organization_id, title, description, skills } of needs) {
    const body = {
      organization_id: organizationIds.get(organization_id),
      accepts: ['volunteer'],
      modality: 'remote',
      title,
      description,
    }
    const posted = await call('POST', '/v1/needs', { ...body, skills: skills.map((skill) => ({ skill })) })
    needIds.set(id, posted.id)
  }
  while ((server.services.market.meanings?.waiting ?? 0) > 0) await setTimeout(LOOK_AGAIN_MS)
  const lists = new Map<string, string[]>()
  for (const [id, needId] of needIds) {
    // The answer of our own service.
    const { data } = (await call('GET', `/v1/needs/${needId}/matches?limit=${LISTED}`)) as {
      data: { offer: { id: string } }[]
    }
    lists.set(
      id,
      data.map(({ offer }) => offerIds.get(offer.id) ?? ''),
    )
  }
  return lists
}
