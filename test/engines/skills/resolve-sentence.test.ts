import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import t from 'tap'
import { mergeTaxonomies } from '../../../src/engines/skills/merge-taxonomies.ts'
import { NAMED_CONFIDENCE } from '../../../src/engines/skills/named-skills.ts'
import { CONFIDENCE } from '../../../src/engines/skills/resolve.ts'
import { MAX_SKILLS_OF_SENTENCE } from '../../../src/engines/skills/resolve-sentence.ts'
import { createTaxonomy } from '../../../src/engines/skills/taxonomy.ts'
import { createTextSkills } from '../../../src/engines/skills/text-skills.ts'
import { readEsco } from '../../../src/features/skills/esco-files.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/frequent-words.ts'
import { readLearntWords } from '../../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'
import { entry } from '../../support/skill-entries.ts'
import { HELD_OUT, type JudgedSentence, TUNED } from './sentences.ts'

const curated = readCuratedTaxonomy()
const skillsOfText = createTextSkills(curated, rankOfWord, readEverydayWords(), readLearntWords())
const taxonomy = createTaxonomy(curated, skillsOfText)
const idsIn = (sentence: string, of = taxonomy) =>
  of.resolveSentence(sentence).skills.map(({ skill }) => skill.id)

t.test('skills are found in a sentence that names none, with the words they rest on', async (t) => {
  const sentence = 'We need someone to keep our donor spreadsheet tidy and send thank-you letters'
  const reading = taxonomy.resolveSentence(sentence)
  t.equal(reading.sentence, sentence)
  const found = new Map(reading.skills.map((one) => [one.skill.id, one]))
  t.match(found.get('data-cleaning'), { skill: { label: 'Data cleaning' }, because: ['spreadsheet tidy'] })
  t.match(found.get('greeting-card-writing'), { because: ['donor', 'thank-you letters'] })
})

t.test('words that already express a surer skill show no other that they express less', async (t) => {
  const sentence = 'We need someone to keep our donor spreadsheet tidy and send thank-you letters'
  const ids = idsIn(sentence)
  for (const other of ['spreadsheets', 'donor-stewardship', 'appeal-letters'])
    t.notOk(ids.includes(other), other)
})

t.test(
  'a sentence has the skills that the same words have in a posting, with the same confidence',
  async (t) => {
    const expected = (text: string) =>
      skillsOfText({ title: '', description: text })
        .slice(0, MAX_SKILLS_OF_SENTENCE)
        .map(({ skill, label, confidence, because }) => ({
          skill: { id: skill, label },
          confidence,
          because,
        }))
    for (const { text } of TUNED) t.same(taxonomy.resolveSentence(text).skills, expected(text), text)
  },
)

t.test('words of five languages and symptoms name a skill in a sentence', async (t) => {
  t.ok(idsIn('Hilfe mit der Buchhaltung gesucht').includes('bookkeeping'))
  t.ok(idsIn('We keep losing jobs to voicemail').includes('phone-answering'))
})

t.test('a sentence that speaks of two things yields both', async (t) => {
  const set = 'Set up Mailchimp and write our monthly newsletter.'
  t.same(idsIn(set).sort(), ['mailchimp', 'newsletter-writing'])
  t.same(idsIn('Our bylaws are old, and we need to file the 990 by November.').sort(), ['bylaws', 'form-990'])
})

t.test('a sentence that speaks of no work yields nothing', async (t) => {
  for (const { text, speaksOf } of [...TUNED, ...HELD_OUT]) {
    if (speaksOf.length === 0) t.same(idsIn(text), [], text)
  }
  for (const text of ['', ' ', '🔥', '\ud800', '+ #', 'the of and', 'Thank you very much!', 'xyzzy plugh']) {
    t.same(idsIn(text), [], text)
  }
})

t.test('typos, inflections and other forms of a word are seen through', async (t) => {
  const ids = idsIn('A spreadsheeet with formulas, and vollunteer shedules')
  t.equal(ids[0], 'spreadsheets')
  t.ok(ids.includes('volunteer-scheduling'), ids.join(', '))
  t.ok(idsIn('nobody has kept the books since March').includes('bookkeeping'))
  t.ok(idsIn('please translate the menu into French').includes('french-translation'))
})

t.test('a word of a longer name is not read as a name of its own', async (t) => {
  t.notOk(idsIn('I need business cards').includes('crafts'))
  t.notOk(idsIn('The front door does not close').includes('door-to-door-canvassing'))
})

t.test('a name in brackets is needed to tell skills apart, not to find one', async (t) => {
  const languages = createTaxonomy([
    entry('esco:1', 'Java (computer programming)'),
    entry('esco:2', 'Pascal (computer programming)'),
    entry('esco:3', 'cook pastry'),
    entry('esco:4', 'prune trees'),
  ])
  t.same(idsIn('the Java scripts on our server', languages), ['esco:1'])
})

t.test('confidence falls from the surest on', async (t) => {
  for (const { text } of [...TUNED, ...HELD_OUT]) {
    const found = taxonomy.resolveSentence(text).skills
    const values = found.map(({ confidence }) => confidence)
    t.same(
      values,
      values.toSorted((a, b) => b - a),
      text,
    )
    t.ok(values.every((value) => value > 0 && value < 1))
    t.ok(found.length <= MAX_SKILLS_OF_SENTENCE)
  }
})

t.test('a skill known by its names only is less certain than any label that is known', async (t) => {
  t.ok(NAMED_CONFIDENCE.most < CONFIDENCE.oneEdit)
  const named = createTaxonomy(curated)
  for (const { text } of TUNED)
    for (const { confidence } of named.resolveSentence(text).skills)
      t.ok(confidence >= NAMED_CONFIDENCE.least && confidence <= NAMED_CONFIDENCE.most, text)
})

t.test(
  'of sentences that were not tuned on, four things in five are found, and nine finds in ten are right',
  async (t) => {
    const tuned = judge(TUNED)
    const heldOut = judge(HELD_OUT)
    t.comment(`tuned ${JSON.stringify(tuned)}, held out ${JSON.stringify(heldOut)}`)
    t.ok(heldOut.recall >= 0.8, `recall ${heldOut.recall}`)
    t.ok(heldOut.precision >= 0.9, `precision ${heldOut.precision}`)
    t.ok(tuned.recall >= 0.7 && tuned.precision >= 0.9)
  },
)

/** Recall: of the things asked for, those of which a skill is found. Precision: of the skills found, those judged right. */
function judge(sentences: readonly JudgedSentence[]) {
  let things = 0
  let met = 0
  let found = 0
  let right = 0
  for (const { text, speaksOf, mayFind = [] } of sentences) {
    const ids = idsIn(text)
    const wanted = speaksOf.flat()
    const near = wanted.flatMap((id) => taxonomy.relatedSkills(id).filter(({ strength }) => strength >= 0.5))
    const fitting = new Set([...wanted, ...mayFind, ...near.map(({ skill }) => skill)])
    things += speaksOf.length
    met += speaksOf.filter((oneOf) => oneOf.some((id) => ids.includes(id))).length
    found += ids.length
    right += ids.filter((id) => fitting.has(id)).length
  }
  return { things, recall: met / things, found, precision: right / found }
}

t.test('any string is answered, the same each time, with passages that stand in it', async () => {
  const word = fc.constantFrom(
    'book',
    'keeping',
    'our',
    'C++',
    "Raiser's",
    'grant',
    'é',
    '🔥',
    '.',
    '\n',
    'web-site',
  )
  const sentence = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(sentence, (given) => {
      const { skills } = taxonomy.resolveSentence(given)
      const again = taxonomy.resolveSentence(given).skills
      const passages = skills.flatMap(({ because }) => because)
      const ids = skills.map(({ skill }) => skill.id)
      return (
        JSON.stringify(skills) === JSON.stringify(again) &&
        passages.every((passage) => passage !== '' && given.includes(passage)) &&
        skills.every(({ because }) => because.length > 0) &&
        new Set(ids).size === ids.length
      )
    }),
  )
})

t.test('the order of the entries changes nothing', async () => {
  const some = curated.slice(0, 60)
  const sentences = TUNED.map(({ text }) => text).concat(
    some.map(({ label }) => `Help with ${label}, please`),
  )
  const expected = createTaxonomy(some)
  fc.assert(
    fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
      const again = createTaxonomy(shuffled)
      return sentences.every(
        (one) => JSON.stringify(again.resolveSentence(one)) === JSON.stringify(expected.resolveSentence(one)),
      )
    }),
    { numRuns: 5 },
  )
})

t.test('a sentence before the index is whole is answered as after it', async (t) => {
  const text = 'Payroll takes me a whole day and the taxes scare me.'
  const early = createTaxonomy(curated)
  const building = early.indexSentences()
  const answer = early.resolveSentence(text)
  await building
  const whole = createTaxonomy(curated)
  await whole.indexSentences()
  t.same(answer, whole.resolveSentence(text))
  t.same(early.resolveSentence(text), answer)
})

const published = new URL('../../../../shared/data/esco/', import.meta.url)
const skip = existsSync(published) ? false : 'no ESCO download at ../shared/data/esco'

t.test('imported skills are found in sentences beside the curated ones', { skip }, async (t) => {
  const all = createTaxonomy(mergeTaxonomies(curated, await readEsco(fileURLToPath(published))), skillsOfText)
  await all.indexSentences()
  const labels = all
    .resolveSentence(
      'Somebody who can repair clocks and watches, and supervise correctional procedures for us.',
    )
    .skills.map(({ skill }) => skill.label)
  t.ok(labels.includes('supervise correctional procedures'), `${labels}`)
  t.ok(
    labels.some((label) => /clock|watch/i.test(label)),
    `${labels}`,
  )
})
