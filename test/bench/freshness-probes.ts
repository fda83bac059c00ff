import { setTimeout as delay } from 'node:timers/promises'
import { helperBody, needBody, offerBody, organizationBody } from '../support/bodies.ts'

/** A process to ask, and the right to. */
export interface Service {
  address: string
  token: string
}

/** A change of the market, and how to see in a ranking that it has arrived. */
export interface Change {
  /** Returns the id of what has changed. */
  write(service: Service): Promise<string>
  isShown(service: Service): Promise<boolean>
}

type Body = Record<string, unknown>

/** One side of the market: where its postings go, and how they look with and without what the ranking asks for. */
interface Side {
  path: 'needs' | 'offers'
  /** The ranking in which the postings show. */
  rankingPath: string
  withSkill(title: string): Body
  withoutSkill: Body
}

// Words of nobody else's, with nothing in common: a must skill of this name is only met by our own postings.
const STEADY = { offers: 'Quixotry', needs: 'Zymurgy' }
const BURST = { offers: 'Ferrotyping', needs: 'Bhangra' }
const LACKING = 'Origami'
/**
 * Always in the ranking, behind any other posting that has the skill: three levels away, so that it stays behind also while the
 * meaning of the other is unknown.
 */
const RUNNER_UP = 'Second best'
/** The largest page there is. */
const PAGE = 100
const REST_MS = 10

/**
 * Prepares rankings in which changes show. A page is what the index ranks, told by the rows as they are now, of which
 * closed ones are left out: so that a row is gone says nothing about the index. Therefore a change is seen by
 * who comes first in a page of one, or, in bursts, by who has won or lost the skill. Postings are known by their
 * titles: their ids are not, until the write is answered.
 */
export async function createProbes(service: Service) {
  const parties = {
    organizationId: await post(service, 'organizations', organizationBody()),
    helperId: await post(service, 'helpers', helperBody()),
  }
  const steadySides = [
    await offersSide(service, parties, STEADY.offers),
    await needsSide(service, parties, STEADY.needs),
  ] as const
  for (const side of steadySides)
    if ((await firstOf(service, side)) !== RUNNER_UP) throw new Error('another posting has the skill')
  const burstSides = [
    await offersSide(service, parties, BURST.offers),
    await needsSide(service, parties, BURST.needs),
  ] as const

  return {
    /** Asks for a ranking as the changes do. */
    idle: (of: Service) => firstOf(of, steadySides[0]),
    /** The next of a row of changes of which each must be seen before the one after it begins. */
    steady: createSteps(steadySides),
    /** As many changes to make at once. */
    burst: createBursts(burstSides),
  }
}

/** Posted, without the skill, with it again, closed; offers and needs in turn. */
function createSteps(sides: readonly [Side, Side]): () => Change {
  let step = 0
  let id = ''
  return () => {
    const side = sides[Math.floor(step / 4) % 2 === 0 ? 0 : 1]
    const title = `Posting ${Math.floor(step / 4)}`
    const isFirst = async (of: Service) => (await firstOf(of, side)) === title
    const isRunnerUpFirst = async (of: Service) => (await firstOf(of, side)) === RUNNER_UP
    const writeWith = (body: Body) => (to: Service) => patch(to, side, id, body)
    switch (step++ % 4) {
      case 0:
        return {
          async write(to) {
            id = await post(to, side.path, side.withSkill(title))
            return id
          },
          isShown: isFirst,
        }
      case 1:
        return { write: writeWith(side.withoutSkill), isShown: isRunnerUpFirst }
      case 2:
        return { write: writeWith(side.withSkill(title)), isShown: isFirst }
      default:
        return { write: (to) => close(to, side, id), isShown: isRunnerUpFirst }
    }
  }
}

/** In turn new postings, half offers and half needs, and the loss of the skill by all of them. */
function createBursts(sides: readonly [Side, Side]): (count: number) => Change[] {
  const shared = sides.map((side) => ({ side, titles: sharedTitles(side) })) as [Shared, Shared]
  let made: { id: string; title: string; of: Shared }[] = []
  let last = 0
  return (count) => {
    if (made.length > 0) {
      return made.splice(0).map(({ id, title, of: { side, titles } }) => ({
        write: (to) => patch(to, side, id, side.withoutSkill),
        isShown: async (of) => !(await titles(of)).includes(title),
      }))
    }
    made = []
    return Array.from({ length: count }, (_, i): Change => {
      const of = shared[i % 2 === 0 ? 0 : 1]
      const title = `Posting in a burst ${++last}`
      return {
        async write(to) {
          const id = await post(to, of.side.path, of.side.withSkill(title))
          made.push({ id, title, of })
          return id
        },
        isShown: async (service) => (await of.titles(service)).includes(title),
      }
    })
  }
}

type Shared = { side: Side; titles: (service: Service) => Promise<string[]> }
type Parties = { organizationId: string; helperId: string }

async function offersSide(service: Service, parties: Parties, skill: string): Promise<Side> {
  const wanted = [{ skill, importance: 'must', level: 'expert' }]
  const needId = await post(service, 'needs', needBody(parties.organizationId, { skills: wanted }))
  const body = (title: string, level: string) =>
    offerBody(parties.helperId, { title, skills: [{ skill, level }] })
  await post(service, 'offers', body(RUNNER_UP, 'beginner'))
  return {
    path: 'offers',
    rankingPath: `/v1/needs/${needId}/matches`,
    withSkill: (title) => body(title, 'expert'),
    withoutSkill: { skills: [{ skill: LACKING, level: 'expert' }] },
  }
}

async function needsSide(service: Service, parties: Parties, skill: string): Promise<Side> {
  const offered = [{ skill, level: 'beginner' }]
  const offerId = await post(service, 'offers', offerBody(parties.helperId, { skills: offered }))
  const body = (title: string, level: string) =>
    needBody(parties.organizationId, { title, skills: [{ skill, level, importance: 'must' }] })
  await post(service, 'needs', body(RUNNER_UP, 'expert'))
  return {
    path: 'needs',
    rankingPath: `/v1/offers/${offerId}/matches`,
    withSkill: (title) => body(title, 'beginner'),
    withoutSkill: { skills: [{ skill: LACKING, importance: 'must' }] },
  }
}

async function firstOf(service: Service, side: Side): Promise<string | undefined> {
  return (await titlesOf(service, side, 1))[0]
}

/**
 * A ranking's page. All who ask while one is under way wait for the next, and share it. Explaining a long page takes
 * a process longer than following the market, so it is left some time in between.
 */
function sharedTitles(side: Side): (service: Service) => Promise<string[]> {
  const rested = new Map<Service, Promise<unknown>>()
  const waiting = new Map<Service, Promise<string[]>>()
  const begin = (service: Service) => {
    waiting.delete(service)
    const asked = titlesOf(service, side, PAGE)
    const restedAfter = asked.then(() => delay(REST_MS))
    rested.set(service, restedAfter)
    return asked
  }
  return (service) => {
    const shared = waiting.get(service) ?? Promise.resolve(rested.get(service)).then(() => begin(service))
    waiting.set(service, shared)
    return shared
  }
}

async function titlesOf(service: Service, side: Side, limit: number): Promise<string[]> {
  // As the API's description has it: a match holds the other side's face.
  const { data } = (await send(service, 'GET', `${side.rankingPath}?limit=${limit}`)) as {
    data: { need?: { title: string }; offer?: { title: string } }[]
  }
  return data.flatMap(({ need, offer }) => need?.title ?? offer?.title ?? [])
}

async function post(service: Service, path: string, body: Body): Promise<string> {
  return ((await send(service, 'POST', `/v1/${path}`, body)) as { id: string }).id
}

async function patch(service: Service, side: Side, id: string, body: Body): Promise<string> {
  await send(service, 'PATCH', `/v1/${side.path}/${id}`, body)
  return id
}

async function close(service: Service, side: Side, id: string): Promise<string> {
  await send(service, 'POST', `/v1/${side.path}/${id}/close`)
  return id
}

/** The body of the answer. Throws where it is a refusal. */
async function send(service: Service, method: string, path: string, body?: Body): Promise<unknown> {
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
