import {
  type Asked,
  type Finders,
  findersOf,
  type MarketPortion,
  type MarketPortions,
  type Reach,
  type StoredPosting,
  seedsOf,
} from '../../../engines/matching/index.ts'
import type { NeedId, OfferId } from '../../../shared/ids.ts'
import { forEachSliced, runSliced } from '../../../shared/sliced-work.ts'
import type { FairQueue } from '../fair-queue.ts'
import type { Key } from '../market-columns.repository.ts'
import type { MarketIds, MatchNeed, MatchOffer } from '../market-ids.ts'
import type { Asking, Matcher } from '../matcher.ts'
import { createCandidatesRepository, type Promising } from './candidates.repository.ts'
import { createCountsRepository } from './counts.repository.ts'

/** How many postings are read at a time. */
export interface ReadSizes {
  /** Postings in the first read. Each further read doubles the number, up to `mostPostings`. */
  firstPostings: number
  mostPostings: number
}

const READ: ReadSizes = { firstPostings: 64, mostPostings: 512 }
/** Number of keys read for each posting that is read at a time. */
const KEYS_PER_POSTING = 8

type Side = 'need' | 'offer'
type Portion = MarketPortion<MarketIds>

/**
 * Ranks from rows in the database. A statement finds candidates in the order of their upper bounds, which it computes.
 * The postings are then loaded and ranked here, with the rules and word counts of the whole market, until the next
 * candidate could not change the result. So the result equals that of an index of the whole market.
 */
export function createDatabaseMatcher(
  portions: MarketPortions<MarketIds>,
  queue: FairQueue,
  { firstPostings, mostPostings }: ReadSizes = READ,
): Matcher {
  const enqueue = <T>({ actor }: Asking, work: () => T | Promise<T>): Promise<T> =>
    actor ? queue.runFor(actor.partnerId, work) : queue.run(work)

  /** Returns a portion that contains the stored form of these postings and the counts of their words. */
  async function begin(
    ctx: Asking,
    postings: readonly { side: Side; posting: MatchNeed | MatchOffer; isCompared: boolean }[],
  ): Promise<Portion> {
    const portion = portions.empty()
    await forEachSliced(postings, ({ side, posting, isCompared }) =>
      portion.expect(side, posting, isCompared),
    )
    for (const side of ['need', 'offer'] as const) {
      const keys = postings.filter((one) => one.side === side).map(({ posting }) => keyOf(posting))
      await put(ctx, portion, side, keys)
    }
    await learn(ctx, portion, postings[0]?.posting)
    return portion
  }

  async function put(ctx: Asking, portion: Portion, side: Side, keys: readonly Key[]): Promise<void> {
    await hold(ctx, portion, side, await createCandidatesRepository(ctx.db).postings(side, keys))
  }

  async function hold(
    ctx: Asking,
    portion: Portion,
    side: Side,
    stored: readonly StoredPosting[],
  ): Promise<void> {
    await enqueue(ctx, () => forEachSliced(stored, (posting) => portion.put(side, posting)))
  }

  async function learn(ctx: Asking, portion: Portion, of: MatchNeed | MatchOffer | undefined): Promise<void> {
    if (of) portion.learn(await createCountsRepository(ctx.db).read(of.partnerId, portion.unlearned()))
  }

  /** Adds candidates until no other one could change the result of `find`. */
  async function search<T>(
    ctx: Asking,
    {
      side,
      posting,
      asked,
      portion,
    }: { side: Side; posting: MatchNeed | MatchOffer; asked: Asked; portion: Portion },
    find: () => Generator<void, T>,
  ): Promise<T> {
    const question = portion.questionFor(side, posting, asked)
    const candidates = createCandidatesRepository(ctx.db)
    const read = new Set<string>()
    const findIn = async (found: readonly Promising[]) => {
      const keys = found.map(({ key }) => key)
      for (const { id } of keys) read.add(id)
      await put(ctx, portion, question.side, keys)
      await learn(ctx, portion, posting)
      return enqueue(ctx, () => runSliced(find()))
    }
    let reaches: readonly Reach[] = [{ topic: question.leastTopic, score: question.minScore }]
    const ask = (finders: Finders, limit: number) =>
      candidates.promising(question, { finders, reaches, partnerId: posting.partnerId, limit })
    // Starts with some good candidates, to exclude all that can't reach as much.
    let result = await findIn(await ask(seedsOf(question), firstPostings))
    for (let limit = KEYS_PER_POSTING * mostPostings; ; limit *= 2) {
      reaches = portion.reaches(side)
      const found = await ask(findersOf(question, reaches), limit)
      const unread = found.filter(({ key }) => !read.has(key.id))
      for (let size = firstPostings; ; size = Math.min(2 * size, mostPostings)) {
        const next = unread.filter((one) => !read.has(one.key.id) && isAmong(one, portion.reaches(side)))
        if (next.length === 0) break
        result = await findIn(next.slice(0, size))
      }
      const now = portion.reaches(side)
      const least = found.length < limit ? 0 : (found.at(-1)?.score ?? 0)
      const isWhole = now.every(({ score }) => least < score) || found.length < limit
      // Done if the last search already included everything that reaches the current minimums.
      if (isWhole && now.every((one) => isAmong(one, reaches))) return result
    }
  }

  async function rank(
    ctx: Asking,
    side: Side,
    posting: MatchNeed | MatchOffer,
    { among, ...options }: Parameters<Matcher['rankOffers']>[2],
    find: (portion: Portion) => Generator<void, Awaited<ReturnType<Matcher['rankOffers']>>>,
  ) {
    const portion = await begin(ctx, [{ side, posting, isCompared: true }])
    if (!among)
      return search(ctx, { side, posting, asked: { kind: 'rank', options }, portion }, () => find(portion))
    const other = side === 'need' ? 'offer' : 'need'
    // Cast: these are ids of the other side, as the caller passed them.
    const keys = await createCandidatesRepository(ctx.db).keysOf(other, among as (NeedId | OfferId)[])
    await put(ctx, portion, other, keys)
    await learn(ctx, portion, posting)
    return enqueue(ctx, () => runSliced(find(portion)))
  }

  async function explainOffers(ctx: Asking, need: MatchNeed, offers: readonly MatchOffer[], asOfMs: number) {
    if (offers.length === 0) return []
    const portion = await begin(ctx, [
      { side: 'need', posting: need, isCompared: true },
      ...offers.map((posting) => ({ side: 'offer' as const, posting, isCompared: false })),
    ])
    return enqueue(ctx, () => runSliced(portion.explainOffersInSteps(need, offers, asOfMs)))
  }

  return {
    rankOffers: (ctx, need, options) =>
      rank(ctx, 'need', need, options, (portion) => portion.rankOffersInSteps(need, options)),
    async rankOffersAgain(ctx, need, options) {
      const ranked = await rank(ctx, 'need', need, options, (portion) =>
        portion.rankOffersInSteps(need, options),
      )
      return { engine: {}, revision: 0, offersRevision: 0, statistics: '', ranked }
    },
    rankNeeds: (ctx, offer, options) =>
      rank(ctx, 'offer', offer, options, (portion) => portion.rankNeedsInSteps(offer, options)),
    async blockedOffers(ctx, need, options) {
      const portion = await begin(ctx, [{ side: 'need', posting: need, isCompared: true }])
      const of = { side: 'need', posting: need, asked: { kind: 'blocked', options }, portion } as const
      return search(ctx, of, () => portion.blockedOffersInSteps(need, options))
    },
    async blockedNeeds(ctx, offer, options) {
      const portion = await begin(ctx, [{ side: 'offer', posting: offer, isCompared: true }])
      const of = { side: 'offer', posting: offer, asked: { kind: 'blocked', options }, portion } as const
      return search(ctx, of, () => portion.blockedNeedsInSteps(offer, options))
    },
    async explain(ctx, need, offer, asOfMs) {
      const portion = await begin(ctx, [
        { side: 'need', posting: need, isCompared: true },
        { side: 'offer', posting: offer, isCompared: false },
      ])
      return enqueue(ctx, () => portion.explain(need, offer, asOfMs))
    },
    explainOffers,
    explainStanding: async (ctx, { need, asOfMs }, offers) => ({
      explained: await explainOffers(ctx, need, offers, asOfMs),
      isSameMarket: false,
    }),
    async explainNeeds(ctx, offer, needs, asOfMs) {
      if (needs.length === 0) return []
      // Each need is compared with the offer as in its own ranking.
      const portion = await begin(ctx, [
        { side: 'offer', posting: offer, isCompared: false },
        ...needs.map((posting) => ({ side: 'need' as const, posting, isCompared: true })),
      ])
      return enqueue(ctx, () => runSliced(portion.explainNeedsInSteps(offer, needs, asOfMs)))
    },
    keysOfNeeds: (ctx, ids) => createCandidatesRepository(ctx.db).keysOf('need', ids),
    keysOfOffers: (ctx, ids) => createCandidatesRepository(ctx.db).keysOf('offer', ids),
    // Other processes may change rows at any time.
    isCurrent: () => false,
  }
}

/** Returns whether everything that reaches `one` also reaches one of the others. */
function isAmong(one: Reach, others: readonly Reach[]): boolean {
  return others.some(({ topic, score }) => one.topic >= topic && one.score >= score)
}

function keyOf({ partnerId, id }: MatchNeed | MatchOffer): Key {
  return { partnerId, id }
}
