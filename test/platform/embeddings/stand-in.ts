import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

const DIMENSIONS = 256

export type Behaviour =
  | 'answers'
  | 'hangs'
  | 'hangs in the answer'
  | 'fails'
  | 'refuses'
  | 'redirects'
  | 'no json'
  | 'too few'
  | 'not a number'
  | 'endless'

export interface StandIn {
  url: string
  behaviour: Behaviour
  /** Of the vectors that it answers from now on. */
  dimensions: number
  /** Texts that, alone or in a batch, are refused. */
  refused: Set<string>
  /** Every request's texts. */
  requests: string[][]
  authorizations: (string | undefined)[]
  /** How often each text was asked for. */
  times(): Map<string, number>
}

/**
 * An endpoint of OpenAI's form on a port of its own: vectors of hashed character trigrams, so that texts that look
 * alike are near, and texts of one group are very near however they look.
 */
export async function startStandIn(t: Test, groups: string[][] = []): Promise<StandIn> {
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behaviour: 'answers',
    dimensions: DIMENSIONS,
    refused: new Set(),
    requests: [],
    authorizations: [],
    times() {
      const times = new Map<string, number>()
      for (const text of standIn.requests.flat()) times.set(text, (times.get(text) ?? 0) + 1)
      return times
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: string[] }
    standIn.requests.push(input)
    standIn.authorizations.push(request.headers.authorization)
    if (request.url !== '/v1/embeddings') return end(response, 404, '{}')
    if (input.some((text) => standIn.refused.has(text))) return end(response, 400, '{"error":{}}')
    misbehave[standIn.behaviour](response, input)
  }

  const misbehave: Record<Behaviour, (response: ServerResponse, input: string[]) => void> = {
    answers: (response, input) => end(response, 200, shown(input)),
    hangs: () => {},
    'hangs in the answer': (response, input) => void response.write(shown(input).slice(0, 20)),
    fails: (response) => end(response, 503, '{"error":"overloaded"}'),
    refuses: (response) => end(response, 400, '{"error":{}}'),
    redirects: (response) =>
      response.writeHead(307, { location: `${standIn.url}/v1/embeddings?elsewhere` }).end(),
    'no json': (response) => end(response, 200, '<html>Welcome</html>'),
    'too few': (response, input) => end(response, 200, shown(input.slice(1))),
    'not a number': (response, input) => end(response, 200, shown(input).replace(/\[[^,\]]+,/, '[null,')),
    endless: (response) => {
      response.writeHead(200)
      const more = () => {
        while (response.writable && response.write(' '.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    },
  }

  function shown(input: string[]): string {
    const data = input.map((text, index) => ({
      index,
      embedding: [...vectorOf(text, groups, standIn.dimensions)],
    }))
    // The order of an answer is not promised: `index` is.
    return JSON.stringify({ object: 'list', data: data.reverse(), model: 'stand-in' })
  }
  return standIn
}

function end(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

function vectorOf(text: string, groups: string[][], dimensions: number): Float64Array {
  const vector = new Float64Array(dimensions)
  count(vector, text, 1)
  const group = groups.find((texts) => texts.includes(text))
  if (group) count(vector, `group ${groups.indexOf(group)} of texts that mean the same`, 8)
  return vector
}

function count(vector: Float64Array, text: string, times: number): void {
  const padded = ` ${text} `
  for (let i = 0; i + 3 <= padded.length; i++) {
    let hash = 2166136261
    for (const unit of padded.slice(i, i + 3)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16777619)
    const place = (hash >>> 0) % vector.length
    vector[place] = (vector[place] ?? 0) + times
  }
}
