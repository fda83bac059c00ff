import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { clearRings, type Edge } from '../../src/engines/clearing/clear.ts'
import { createRandom, createZipf, type Random } from '../support/random.ts'
import { rounded } from './percentiles.ts'

// How soon rings are cleared, and how well: node test/bench/rings.ts [--participants N]
// Synthetic markets of skills, cap 3: everybody gives one to three skills and wants one to three, by Zipf, and lives in a
// town; of those who give what it wants it takes the best eight, by a score that is higher in its own town. So there are
// far more short rings than in a random graph: some where skills are many, and most where they are few. `ask.txt` is a real multi-way trade: see the data's
// SOURCES.md; without that folder it is left out, and said so.

const { values } = parseArgs({ options: { participants: { type: 'string' } } })
const SIZES = values.participants ? [Number(values.participants)] : [1000, 10_000, 50_000]
const ASK = '../shared/data/rings/ask.txt'
const ZIPF_OFFSET = 5
const MARKETS = [
  { skills: 400, town: 50 },
  { skills: 40, town: 30 },
]
const EDGES = 8
/** Of those who give something, so many are looked at. */
const SAMPLED = 40
const TOWN_BONUS = 0.3

const synthetic = MARKETS.flatMap((kind) =>
  SIZES.map((participants) => {
    const edges = market(participants, kind)
    return { ...kind, participants, edges: edges.length, max_length: 3, ...cleared(participants, edges, 3) }
  }),
)
const ask = existsSync(ASK) ? askMarket(readFileSync(ASK, 'utf8')) : null
const trade = ask
  ? [2, 3, Number.POSITIVE_INFINITY].map((maxLength) => ({
      max_length: maxLength === Number.POSITIVE_INFINITY ? 'unlimited' : maxLength,
      ...cleared(ask.participants, ask.edges, maxLength),
    }))
  : `left out: there is no ${ASK}`
process.stdout.write(`${JSON.stringify({ cpus: availableParallelism(), synthetic, ask: trade })}\n`)

function cleared(participants: number, edges: Edge[], maxLength: number) {
  const begunMs = performance.now()
  const { rings, served, weight, optimal, bound } = clearRings({
    participants,
    edges,
    maxLength,
    objective: 'participants',
  })
  const seconds = rounded((performance.now() - begunMs) / 1000, 3)
  return { seconds, rings: rings.length, served, weight: rounded(weight, 3), optimal, bound }
}

function market(participants: number, { skills, town }: (typeof MARKETS)[number]): Edge[] {
  const random = createRandom(participants)
  const skill = createZipf(skills, ZIPF_OFFSET)
  const some = () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => skill(random))
  const townOf = (one: number) => Math.floor(one / town)
  const givers: number[][] = Array.from({ length: skills }, () => [])
  const byTown = new Map<string, number[]>()
  for (let one = 0; one < participants; one++) {
    for (const given of new Set(some())) {
      givers[given]?.push(one)
      const key = `${townOf(one)} ${given}`
      byTown.set(key, [...(byTown.get(key) ?? []), one])
    }
  }
  return Array.from({ length: participants }, (_, to) => {
    const scores = new Map<number, number>()
    for (const wanted of some()) {
      const near = byTown.get(`${townOf(to)} ${wanted}`) ?? []
      for (const from of [...near, ...sample(givers[wanted] ?? [], random)])
        if (from !== to) scores.set(from, scoreOf(townOf(from) === townOf(to), random))
    }
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, EDGES)
    return best.map(([from, score]): Edge => [from, to, score])
  }).flat()
}

function scoreOf(isNear: boolean, random: Random): number {
  return rounded(0.5 + random() * 0.2 + (isNear ? TOWN_BONUS : 0), 6)
}

function sample(all: readonly number[], random: Random): number[] {
  return Array.from(
    { length: Math.min(SAMPLED, all.length) },
    () => all[Math.floor(random() * all.length)] ?? 0,
  )
}

/** A line is one participant: its own item, then those that it would take; who has one gives it to who takes it. */
function askMarket(text: string): { participants: number; edges: Edge[] } {
  const lines = text
    .split('\n')
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
  const numberOf = new Map(lines.map(([item], at) => [item, at]))
  const edges = lines.flatMap(([, ...wanted], to) =>
    wanted.flatMap((item): Edge[] => {
      const from = numberOf.get(item)
      return from === undefined || from === to ? [] : [[from, to, 1]]
    }),
  )
  return { participants: lines.length, edges }
}
