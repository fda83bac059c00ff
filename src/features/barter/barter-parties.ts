import type { PartnerId } from '../../shared/ids.ts'
import { int32At } from '../../shared/item-at.ts'
import type { PartyId, PostingParty } from '../matches/index.ts'
import type { BarterPosting, BarterPostingId } from './barter-ids.ts'
import { NumberedIds } from './numbered-ids.ts'

export type BarterSide = 'gives' | 'wants'

/** Words of a posting: its party, the next posting of that party, its partner, and flags. */
const POSTING = { party: 0, next: 1, partner: 2, flags: 3 } as const
const POSTING_WORDS = 4
const FLAGS = { gives: 1, wants: 2, isForNetwork: 4 } as const
const NOBODY = -1

/**
 * The parties of barter and their postings, each of which is given, wanted or both. Kept as numbers: an object for each
 * posting and party took as much memory as what the engine stores of them.
 */
export class BarterParties {
  readonly #ids = new NumberedIds()
  readonly #partyIds = new NumberedIds()
  readonly #partnerIds = new NumberedIds()
  #postings = new Int32Array(0)
  /** By party: its first posting. */
  #firsts = new Int32Array(0)
  /** Of postings whose party has a second record or blocks others. */
  readonly #special = new Map<number, Pick<PostingParty, 'partyIds' | 'partyBlocks'>>()

  has(id: string, side: BarterSide): boolean {
    const number = this.#ids.find(id)
    return number >= 0 && (this.#read(number, POSTING.flags) & FLAGS[side]) !== 0
  }

  /** Returns a posting that is given, wanted or both. */
  get(id: string): BarterPosting | undefined {
    const number = this.#ids.find(id)
    if (number < 0) return undefined
    // Casts: only such ids are added.
    const partyId = this.#partyIds.idOf(this.#read(number, POSTING.party)) as PartyId
    const partnerId = this.#partnerIds.idOf(this.#read(number, POSTING.partner)) as PartnerId
    const isForNetwork = (this.#read(number, POSTING.flags) & FLAGS.isForNetwork) !== 0
    return {
      partyId,
      partyIds: [partyId],
      partyBlocks: [],
      ...this.#special.get(number),
      partnerId,
      visibility: isForNetwork ? 'network' : 'partner',
    }
  }

  /** Adds one side of a posting. Its other side has the same party and partner from now on. */
  put(id: BarterPostingId, side: BarterSide, posting: BarterPosting): void {
    const { partyId, partyIds, partyBlocks, partnerId, visibility } = posting
    const before = this.#ids.find(id)
    const sides = before < 0 ? 0 : this.#read(before, POSTING.flags) & (FLAGS.gives | FLAGS.wants)
    if (before >= 0) this.#leaveParty(before)
    const number = this.#ids.add(id)
    this.#postings = withRoom(this.#postings, (number + 1) * POSTING_WORDS)
    const party = this.#partyIds.add(partyId)
    this.#write(number, POSTING.partner, this.#partnerIds.add(partnerId))
    this.#write(
      number,
      POSTING.flags,
      sides | FLAGS[side] | (visibility === 'network' ? FLAGS.isForNetwork : 0),
    )
    this.#joinParty(number, party)
    if (partyIds.length === 1 && partyIds[0] === partyId && partyBlocks.length === 0)
      this.#special.delete(number)
    else this.#special.set(number, { partyIds, partyBlocks })
  }

  /** Removes both sides of a posting. */
  remove(id: string): void {
    const number = this.#ids.find(id)
    if (number < 0) return
    this.#leaveParty(number)
    this.#special.delete(number)
    this.#ids.remove(number)
  }

  clear(): void {
    for (const known of [this.#ids, this.#partyIds, this.#partnerIds, this.#special]) known.clear()
  }

  parties(): string[] {
    const parties: string[] = []
    for (let party = 0; party < this.#partyIds.end; party++)
      if (this.#partyIds.isUsed(party)) parties.push(this.#partyIds.idOf(party))
    return parties
  }

  /** Returns what a party gives or wants. */
  postingsOf(partyId: string, side: BarterSide): BarterPostingId[] {
    const party = this.#partyIds.find(partyId)
    const postings: BarterPostingId[] = []
    if (party < 0) return postings
    for (let at = int32At(this.#firsts, party); at !== NOBODY; at = this.#read(at, POSTING.next))
      if ((this.#read(at, POSTING.flags) & FLAGS[side]) !== 0) postings.push(this.#idOf(at))
    return postings
  }

  /** Yields all postings. They may change meanwhile: one that is put then may be missing. */
  *all(): Generator<BarterPostingId, void> {
    for (let number = 0; number < this.#ids.end; number++)
      if (this.#ids.isUsed(number)) yield this.#idOf(number)
  }

  #joinParty(number: number, party: number): void {
    const before = this.#firsts.length
    this.#firsts = withRoom(this.#firsts, party + 1)
    if (this.#firsts.length > before) this.#firsts.fill(NOBODY, before)
    this.#write(number, POSTING.party, party)
    this.#write(number, POSTING.next, int32At(this.#firsts, party))
    this.#firsts[party] = number
  }

  #leaveParty(number: number): void {
    const party = this.#read(number, POSTING.party)
    const next = this.#read(number, POSTING.next)
    let before = int32At(this.#firsts, party)
    if (before === number) this.#firsts[party] = next
    else {
      while (this.#read(before, POSTING.next) !== number) before = this.#read(before, POSTING.next)
      this.#write(before, POSTING.next, next)
    }
    if (int32At(this.#firsts, party) === NOBODY) this.#partyIds.remove(party)
  }

  #idOf(number: number): BarterPostingId {
    // Cast: only such ids are added.
    return this.#ids.idOf(number) as BarterPostingId
  }

  #read(number: number, word: number): number {
    return int32At(this.#postings, number * POSTING_WORDS + word)
  }

  #write(number: number, word: number, value: number): void {
    this.#postings[number * POSTING_WORDS + word] = value
  }
}

/** Returns the array if it has room, else a copy with an eighth more. */
function withRoom(array: Int32Array<ArrayBuffer>, length: number) {
  if (array.length >= length) return array
  const wider = new Int32Array(Math.ceil(length * 1.125) + 64)
  wider.set(array)
  return wider
}
