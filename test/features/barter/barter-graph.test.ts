import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createEngine, PART_KINDS } from '../../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer } from '../../../src/engines/matching/postings.ts'
import { BarterGraph, type Edge } from '../../../src/features/barter/barter-graph.ts'
import type { BarterIds, BarterPostingId } from '../../../src/features/barter/barter-ids.ts'
import { createSavableBarter } from '../../../src/features/barter/savable-barter.ts'
import { searchRings } from '../../../src/features/barter/search-rings.ts'
import {
  createMarkets,
  type MatchNeed,
  type MatchOffer,
  type PartyId,
  type PostingParty,
} from '../../../src/features/matches/index.ts'
import { uuidToId } from '../../../src/shared/ids.ts'
import { holds } from '../../support/holds.ts'
import { AS_OF_MS, inReturn, settings } from '../../support/market-postings.ts'
import { type Change, remaining, someChanges, someOffer } from '../../support/random-market.ts'

const newGraph = (minScore: number) =>
  new BarterGraph({ engine: createEngine(settings), clock: () => new Date(AS_OF_MS), minScore })

function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

// Random markets name their postings and people as they like: the brands of real ids are given here.
const ofNeed = (need: MarketNeed) =>
  ({
    ...need,
    partyId: need.organizationId,
    partyIds: [need.organizationId],
    partyBlocks: need.blockedHelperIds,
  }) as MatchNeed & PostingParty
const ofOffer = (offer: MarketOffer) =>
  ({
    ...offer,
    partyId: offer.helperId,
    partyIds: [offer.helperId],
    partyBlocks: offer.blockedOrganizationIds,
  }) as MatchOffer & PostingParty

function apply(graph: BarterGraph, change: Change): void {
  if ('remove' in change) {
    if (change.remove === 'need') graph.removeNeed(change.id as BarterPostingId)
    else graph.removeOffer(change.id as BarterPostingId)
  } else if (change.put === 'need') graph.putNeed(ofNeed(change.need))
  else graph.putOffer(ofOffer(change.offer))
}

/** All edges out of all parties, and into them. */
function edgesOf(graph: BarterGraph): { out: Edge[]; into: Edge[] } {
  const parties = graph.parties.sort()
  return {
    out: parties.flatMap((party) => atOnce(graph.outOf(party))),
    into: parties.flatMap((party) => atOnce(graph.into(party))),
  }
}

const MIN_SCORE = 0.2
const LAG = 0.05

/** Who could give to whom by the one and not by the other, but for those so near the threshold that a lag may decide. */
function clearlyMissing(from: readonly Edge[], among: readonly Edge[]): Edge[] {
  const pairs = new Set(from.map(({ from, to }) => `${from} ${to}`))
  return among.filter((edge) => edge.score >= MIN_SCORE + LAG && !pairs.has(`${edge.from} ${edge.to}`))
}

const inOrder = (edges: readonly Edge[]) => edges.map((edge) => JSON.stringify(edge)).sort()

t.test('after any changes the graph is that of a fresh one, whenever it was asked in between', async (t) => {
  let edges = 0
  holds(
    t,
    fc.property(someChanges, fc.nat(5), (changes, askEvery) => {
      const graph = newGraph(MIN_SCORE)
      for (const [at, change] of changes.entries()) {
        apply(graph, change)
        if (at % (askEvery + 1) === 0) edgesOf(graph)
      }
      const fresh = newGraph(MIN_SCORE)
      const { needs, offers } = remaining(changes)
      for (const need of needs) fresh.putNeed(ofNeed(need))
      for (const offer of offers) fresh.putOffer(ofOffer(offer))
      const [own, expected] = [edgesOf(graph), edgesOf(fresh)]
      assert.deepEqual(inOrder(own.into), inOrder(expected.into))
      assert.deepEqual(inOrder(expected.out), inOrder(expected.into), 'the same from both ends')
      // A score that was ranked before other postings came or went may lag behind a little: words weigh by the market.
      assert.deepEqual(clearlyMissing(own.out, expected.out), [], 'what a fresh one has is there')
      assert.deepEqual(clearlyMissing(expected.out, own.out), [], 'and no more')
      edges += expected.out.length
    }),
    150,
  )
  t.ok(edges > 100, `${edges} edges, enough to mean something`)
})

t.test('an edge ends at its threshold, and never joins a party to itself', async (t) => {
  holds(
    t,
    fc.property(someChanges, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (changes, minScore) => {
      const graph = newGraph(minScore)
      for (const change of changes) apply(graph, change)
      for (const { from, to, score } of edgesOf(graph).out) {
        assert.ok(score >= minScore)
        assert.notEqual(from, to)
      }
    }),
    100,
  )
})

/** Every simple ring through a party, by walking all paths. */
function everyRing(edges: readonly Edge[], party: string, maxLength: number): string[] {
  const rings: string[] = []
  const walk = (path: Edge[]) => {
    const last = path.at(-1)
    for (const edge of edges) {
      if (edge.from !== (last?.to ?? party)) continue
      if (edge.to === party) rings.push([...path, edge].map(({ from }) => from).join(' '))
      else if (path.length + 1 < maxLength && !path.some(({ from }) => from === edge.to))
        walk([...path, edge])
    }
  }
  walk([])
  return rings.filter((ring) => ring.split(' ').length >= 2).sort()
}

t.test('finds every ring through a party, each once, the best first', async (t) => {
  const someEdges = fc.uniqueArray(
    fc.record({
      from: fc.integer({ min: 0, max: 6 }),
      to: fc.integer({ min: 0, max: 6 }),
      score: fc.double({ min: 0.5, max: 1, noNaN: true }),
    }),
    { selector: ({ from, to }) => `${from} ${to}`, maxLength: 30 },
  )
  await fc.assert(
    fc.asyncProperty(someEdges, fc.integer({ min: 2, max: 4 }), async (drawn, maxLength) => {
      const edges = drawn
        .filter(({ from, to }) => from !== to)
        .map(
          ({ from, to, score }): Edge => ({
            from: `p${from}` as PartyId,
            to: `p${to}` as PartyId,
            givesId: `g${from}` as BarterPostingId,
            toId: `w${to}` as BarterPostingId,
            score,
          }),
        )
      const reader = {
        outOf: async (party: string) => edges.filter(({ from }) => from === party),
        into: async (party: string) => edges.filter(({ to }) => to === party),
        isOpenToAll: () => true,
      }
      const rings = await searchRings(reader, 'p0', { maxLength, limit: 10_000 })
      assert.deepEqual(
        rings.map((ring) => ring.edges.map(({ from }) => from).join(' ')).sort(),
        everyRing(edges, 'p0', maxLength),
      )
      for (const [at, { score }] of rings.entries())
        assert.ok(at === 0 || score <= (rings[at - 1]?.score ?? 0))
    }),
    { numRuns: 400 },
  )
  t.pass('rings of 2, 3 and 4')
})

t.test(
  'a graph that is saved while it changes knows all edges again, once the changes are applied',
  async (t) => {
    holds(
      t,
      fc.property(someChanges, someChanges, (before, meanwhile) => {
        const { graph, index } = newSavable()
        for (const change of before) apply(graph, change)
        const parts: SavablePart[] = []
        const changes = meanwhile[Symbol.iterator]()
        for (const part of index.save()) {
          parts.push(part)
          const { value, done } = changes.next()
          if (!done) apply(graph, value)
        }
        for (const change of changes) apply(graph, change)
        const other = newSavable()
        for (const kind of [...PART_KINDS, 'parties'])
          for (const part of parts) if (part.kind === kind) Array.from(other.index.loadInSteps(part))
        other.index.endLoading()
        // As the feed does: what has changed since saving began.
        for (const change of meanwhile) apply(other.graph, change)
        assert.deepEqual(other.graph.parties.sort(), graph.parties.sort())
        assert.deepEqual(edgesOf(other.graph), edgesOf(graph))
      }),
      60,
    )
  },
)

t.test('an index of barter that is cleared has no parties and no postings', async (t) => {
  const { graph, index } = newSavable()
  for (const change of fc.sample(someChanges, { seed: 1, numRuns: 5 }).flat()) apply(graph, change)
  t.not(graph.parties.length, 0)
  index.clear()
  t.same(graph.parties, [])
  t.same([...graph.postings()], [])
  t.same(
    [...index.save()].map(({ kind }) => kind).filter((kind) => kind !== 'models'),
    [],
  )
})

t.test('what is removed from a sandbox leaves neither what it gave nor what it wanted', async (t) => {
  const { graph, index } = newSavable()
  const partnerId = uuidToId('partner', '01920000-0000-8000-8000-000000000001')
  const [swap] = fc.sample(someOffer, { seed: 1, numRuns: 1 }).map((one) => ({
    ...one,
    partnerId,
    terms: { kind: 'barter' as const, wants: [inReturn('bookkeeping')] },
  }))
  if (!swap) throw new Error('one offer was asked for')
  graph.putOffer(ofOffer(swap))
  const rows = () =>
    [...index.save()].flatMap(({ kind }) => (kind === 'needs' || kind === 'offers' ? [kind] : []))
  t.same(rows(), ['needs', 'offers'])
  // Of what is not there, the engine of all others is asked.
  graph.putOffer(ofOffer(swap))
  t.same(rows(), ['needs', 'offers'])
  graph.removeOffer(ofOffer(swap).id)
  t.same(rows(), [])
})

function newSavable() {
  const markets = createMarkets(() => createEngine<BarterIds>(settings))
  const graph = new BarterGraph({ engine: markets, clock: () => new Date(AS_OF_MS), minScore: MIN_SCORE })
  return { graph, index: createSavableBarter(graph, markets) }
}

type SavablePart = Parameters<ReturnType<typeof newSavable>['index']['loadInSteps']>[0]
