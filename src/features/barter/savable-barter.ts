import type { SavableBarter, SavableMarkets } from '../matches/index.ts'
import type { BarterGraph } from './barter-graph.ts'
import type { SavedPosting } from './barter-ids.ts'

/** So many postings take about a millisecond to write or to read. */
const POSTINGS_PER_PART = 500

/** Combines the graph and the markets in which its engine ranks into one index that can be saved. */
export function createSavableBarter(graph: BarterGraph, markets: SavableMarkets): SavableBarter {
  return {
    *save() {
      yield* markets.save()
      // Last, because a row without its party belongs to nobody, and a party without its row has changed meanwhile.
      for (const postings of inGroups(graph.postings()))
        yield { market: '', kind: 'parties', bytes: Buffer.from(JSON.stringify(postings)) }
    },
    *loadInSteps(part) {
      if (part.kind !== 'parties') return yield* markets.loadInSteps(part)
      // Written above.
      const postings = JSON.parse(new TextDecoder().decode(part.bytes)) as SavedPosting[]
      for (const posting of postings) {
        graph.load(posting)
        yield
      }
    },
    endLoading: () => markets.endLoading(),
    clear() {
      markets.clear()
      graph.clear()
    },
  }
}

function* inGroups(postings: Generator<SavedPosting, void>): Generator<SavedPosting[], void> {
  let group: SavedPosting[] = []
  for (const posting of postings) {
    group.push(posting)
    if (group.length < POSTINGS_PER_PART) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
