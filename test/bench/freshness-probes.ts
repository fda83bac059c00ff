import { helperBody, needBody, offerBody, organizationBody } from '../support/bodies.ts'

/** A process to ask, and the right to. */
export interface Service {
  address: string
  token: string
}

/** A change of the market, and how to see in a ranking that it has arrived. */
export interface Change {
  write(service: Service): Promise<void>
  isShown(service: Service): Promise<boolean>
}

/** One side of the market: where its postings go, and how they look with and without what the ranking asks for. */
interface Side {
  path: 'needs' | 'offers'
  idField: 'need_id' | 'offer_id'
  /** The ranking in which the postings show. */
  rankingPath: string
  /** Always in that ranking, behind any posting that has the skill. */
  runnerUpId: string
  body: Record<string, unknown>
  has: Record<string, unknown>
  lacks: Record<string, unknown>
}

// Words of nobody else's, with nothing in common: a must skill of this name is only met by our own postings.
const STEADY = { offers: 'Quixotry', needs: 'Zymurgy' }
const BURST = { offers: 'Ferrotyping', needs: 'Bhangra' }
const LACKING = 'Origami'
/** The largest page there is. */
const PAGE = 100

/**
 * Prepares rankings in which changes show. A page is made of the index's ranking and then of the rows read afresh,
 * of which closed ones are left out: so that a row is gone says nothing about the index. Therefore a
 * change is seen by who comes first in a page of one, or, in bursts, by who has lost or won the skill.
 */
export async function createProbes(service: Service) {
  const ids = {
    organizationId: await post(service, 'organizations', organizationBody()),
    helperId: await post(service, 'helpers', helperBody()),
  }
  const steadySides = [
    await offersSide(service, ids, STEADY.offers),
    await needsSide(service, ids, STEADY.needs),
  ]
  const burstSides = [
    await offersSide(service, ids, BURST.offers),
    await needsSide(service, ids, BURST.needs),
  ]
  const next = cycle(steadySides)
  for (const side of steadySides)
    if ((await firstOf(service, side)) !== side.runnerUpId) throw new Error('another posting has the skill')
  let bursting: { side: Side; id: string }[] = []

  return {
    /** A ranking as it is asked for by the changes. */
    idle: (of: Service) => firstOf(of, steadySides[0] as Side),

    /** The next of a row of changes of which each must be seen before the one after it begins. */
    steady: next,

    /** As many changes at once: postings in turn are made, and lose the skill of all those made before. */
    async burst(count: number): Promise<Change[]> {
      const sides = burstSides.map((side) => ({ side, ranking: sharedRanking(side) }))
      if (bursting.length > 0) {
        const made = bursting.splice(0)
        return made.map(({ side, id }) => {
          const shared = sides.find((one) => one.side === side)
          return {
            write: (to) => patch(to, side, id, side.lacks),
            isShown: async (of) => !(await shared?.ranking(of))?.includes(id),
          }
        })
      }
      return Array.from({ length: count }, (_, i): Change => {
        const { side, ranking } = sides[i % sides.length] as (typeof sides)[number]
        let id = ''
        return {
          async write(to) {
            id = await post(to, side.path, { ...side.body, ...side.has, external_id: undefined })
            bursting = [...bursting, { side, id }]
          },
          // The id is known once the write is answered; the other process may have it sooner.
          isShown: async (of) => {
            const found = await ranking(of)
            return id !== '' && found.includes(id)
          },
        }
      })
    },
  }
}

/** Posted, without the skill, with it again, closed; the offers' side and the needs' in turn. */
function cycle(sides: Side[]): () => Change {
  let step = 0
  let id = ''
  return () => {
    const side = sides[Math.floor(step / 4) % sides.length] as Side
    const isFirst = async (of: Service) => id !== '' && (await firstOf(of, side)) === id
    const isRunnerUpFirst = async (of: Service) => (await firstOf(of, side)) === side.runnerUpId
    switch (step++ % 4) {
      case 0:
        id = ''
        return {
          write: async (to) => {
            id = await post(to, side.path, { ...side.body, ...side.has })
          },
          isShown: isFirst,
        }
      case 1:
        return { write: (to) => patch(to, side, id, side.lacks), isShown: isRunnerUpFirst }
      case 2:
        return { write: (to) => patch(to, side, id, side.has), isShown: isFirst }
      default:
        return {
          write: (to) => send(to, 'POST', `/v1/${side.path}/${id}/close`).then(() => {}),
          isShown: isRunnerUpFirst,
        }
    }
  }
}

type Ids = { organizationId: string; helperId: string }

async function offersSide(service: Service, ids: Ids, skill: string): Promise<Side> {
  const body = offerBody(ids.helperId, { title: 'Some help' })
  const wanted = [{ skill, importance: 'must', level: 'expert' }]
  const needId = await post(service, 'needs', needBody(ids.organizationId, { skills: wanted }))
  const weak = { skills: [{ skill, level: 'beginner' }] }
  return {
    path: 'offers',
    idField: 'offer_id',
    rankingPath: `/v1/needs/${needId}/matches`,
    runnerUpId: await post(service, 'offers', { ...body, ...weak }),
    body,
    has: { skills: [{ skill, level: 'expert' }] },
    lacks: { skills: [{ skill: LACKING, level: 'expert' }] },
  }
}

async function needsSide(service: Service, ids: Ids, skill: string): Promise<Side> {
  const body = needBody(ids.organizationId, { title: 'Some work', description: 'What there is to do.' })
  const has = { skills: [{ skill, importance: 'must', level: 'advanced' }] }
  const given = { skills: [{ skill, level: 'advanced' }] }
  const offerId = await post(service, 'offers', offerBody(ids.helperId, given))
  const weak = { skills: [{ skill, importance: 'must', level: 'expert' }] }
  return {
    path: 'needs',
    idField: 'need_id',
    rankingPath: `/v1/offers/${offerId}/matches`,
    runnerUpId: await post(service, 'needs', { ...body, ...weak }),
    body,
    has,
    lacks: { skills: [{ skill: LACKING, importance: 'must' }] },
  }
}

async function firstOf(service: Service, side: Side): Promise<string | undefined> {
  return (await ranking(service, side, 1))[0]
}

/** The ids of a ranking's page: all who ask while one is under way wait for the next, and share it. */
function sharedRanking(side: Side): (service: Service) => Promise<string[]> {
  const running = new Map<Service, Promise<string[]>>()
  const waiting = new Map<Service, Promise<string[]>>()
  const begin = (service: Service) => {
    waiting.delete(service)
    const asked = ranking(service, side, PAGE)
    running.set(service, asked)
    return asked
  }
  return (service) => {
    const shared =
      waiting.get(service) ?? (running.get(service) ?? Promise.resolve([])).then(() => begin(service))
    waiting.set(service, shared)
    return shared
  }
}

async function ranking(service: Service, side: Side, limit: number): Promise<string[]> {
  const answer = (await send(service, 'GET', `${side.rankingPath}?limit=${limit}`)) as {
    data: Record<Side['idField'], string>[]
  }
  return answer.data.map((match) => match[side.idField])
}

async function post(service: Service, path: string, body: Record<string, unknown>): Promise<string> {
  return ((await send(service, 'POST', `/v1/${path}`, body)) as { id: string }).id
}

async function patch(service: Service, side: Side, id: string, body: Record<string, unknown>): Promise<void> {
  await send(service, 'PATCH', `/v1/${side.path}/${id}`, body)
}

/** The body of the answer. Throws where it is a refusal. */
async function send(service: Service, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(service.address + path, {
    method,
    headers: {
      authorization: `Bearer ${service.token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(method === 'PATCH' && { 'if-match': '*' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
