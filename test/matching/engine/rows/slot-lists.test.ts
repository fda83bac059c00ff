import t from 'tap'
import { Lexicon } from '../../../src/matching/engine/lexicon.ts'
import { PostingIndex } from '../../../src/matching/engine/posting-index.ts'
import { type OfferProfile, profileOfOffer } from '../../../src/matching/engine/profile.ts'
import { offer, offered } from './postings.ts'

t.test('a posting is found once by any of its skills and stems, and not at all once removed', async (t) => {
  const lexicon = new Lexicon()
  const index = new PostingIndex<OfferProfile>(lexicon)
  const add = (id: string, title: string, skill: string) =>
    index.add(
      id,
      profileOfOffer(offer({ id, title, description: '', skills: [offered(skill, { label: '' })] }), lexicon),
    )
  const found = (skills: string[], words: string[]) =>
    [
      ...index.having(
        skills,
        words.map((word) => lexicon.idOf(word)),
      ),
    ]
      .map((one) => one.offer.id)
      .sort()

  add('offer_1', 'dog cat', 'a')
  add('offer_2', 'cat', 'b')
  t.same(found(['a', 'b'], ['dog', 'cat']), ['offer_1', 'offer_2'])
  t.same(found(['a'], []), ['offer_1'])
  t.same(found([], ['dog']), ['offer_1'])
  t.same(found([], ['cat']), ['offer_1', 'offer_2'])
  t.equal(index.countWithSkill('a'), 1)

  index.remove('offer_1')
  add('offer_3', 'bird', 'c')
  t.same(found(['a'], ['dog']), [], 'nor what came into its slot')
  t.same(found([], ['cat']), ['offer_2'])
  t.same(found(['c'], ['bird']), ['offer_3'])
  t.equal(index.countWithSkill('a'), 0)
  t.equal(index.size, 2)
})
