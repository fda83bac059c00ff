import t from 'tap'
import { Concepts } from '../../../../src/engines/matching/wording/concepts.ts'
import { countWords } from '../../../../src/engines/matching/wording/counted-words.ts'

const none = new Concepts([])
const posting = (title: string, description = '', labels: string[] = []) => ({
  title,
  description,
  skills: labels.map((label) => ({ label })),
  languages: ['en'],
  side: 'offer' as const,
  knowsWork: () => true,
  partsTelling: () => null,
})

t.test('titles and labels are counted apart from the description', async (t) => {
  const counted = countWords(posting('Tidy garden', 'A garden of roses', ['Gardening']), none)
  t.same(counted, {
    words: [
      { stem: 'garden', inTitle: 2, inDescription: 1, opens: true },
      { stem: 'rose', inTitle: 0, inDescription: 1, opens: true },
      { stem: 'tidi', inTitle: 1, inDescription: 0, opens: true },
    ],
    titleLength: 3,
    descriptionLength: 2,
  })
})

t.test('of a title that runs on, the sentences behind the first count as description', async (t) => {
  const counted = countWords(posting('Gardener. Roses and hedges'), none)
  t.equal(counted.titleLength, 1)
  t.same(
    counted.words.filter(({ inTitle }) => inTitle > 0).map(({ stem }) => stem),
    ['garden'],
  )
  t.equal(countWords(posting('Node.js 3.5 developer'), none).descriptionLength, 0)
})

t.test('a named skill is a further stem that adds no length', async (t) => {
  const concepts = new Concepts([{ id: 'gardening', label: 'Gardening', aliases: ['rose'] }])
  const counted = countWords(posting('Garden', 'Roses, roses and roses'), concepts)
  t.same(counted.words.at(-1), { stem: 'skill:gardening', inTitle: 1, inDescription: 1, opens: true })
  t.equal(counted.titleLength + counted.descriptionLength, 4)
})

t.test('the first words of a description open, later ones and repeats of them do not', async (t) => {
  const words = Array.from({ length: 60 }, (_, at) => `w${at}`)
  const description = words.flatMap((word) => [word, 'w0', word]).join(' ')
  const { words: counted } = countWords(posting('Title w59', description), none)
  t.same(
    counted
      .filter(({ opens }) => opens)
      .map(({ stem }) => stem)
      .sort(),
    [...words.slice(0, 24), 'w59', 'titl'].sort(),
  )
})

t.test('an empty posting has no words', async (t) => {
  t.same(countWords(posting(''), none), { words: [], titleLength: 0, descriptionLength: 0 })
})

t.test(
  'a known skill posted in another language keeps its words, and one posted in English is read by its label',
  async (t) => {
    const stemsOf = (posted: string, languages: string[]) =>
      countWords(
        { ...posting(''), skills: [{ label: 'Filing', posted }], languages },
        new Concepts([{ id: 'filing', label: 'Filing', aliases: [] }]),
      ).words.map(({ stem }) => stem)
    t.same(
      stemsOf('Ablage und Aktenführung', ['de']).filter((stem) => stem === 'skill:filing'),
      ['skill:filing'],
    )
    t.ok(stemsOf('Ablage und Aktenführung', ['de']).includes('ablag'))
    t.notOk(stemsOf('keeping documents in order', ['en']).includes('document'))
  },
)
