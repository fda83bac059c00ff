import { readFileSync } from 'node:fs'
import { createSkillHints, createTaxonomy, shownSkills } from '../../src/engines/skills/index.ts'
import { readEverydayWords } from '../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../src/features/skills/index.ts'
import { readLearntWords } from '../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../src/features/skills/taxonomy-files.ts'

// How well labels and sentences are understood: npm run -s bench:understanding
// Compares with the right skills of test/bench/data/labels.tsv, sentences.tsv and troubles.tsv (text, ids or `-`, half; troubles
// are in five languages, and each of their ids would do). The halves `dev` and `fresh` were looked at while thresholds were
// chosen and words were added, and so was `open`; `held`, `apart` and `sealed` are the other halves of the same sets. Prints one JSON object: for labels, the
// part that got a skill of those that have one, and the part of the answers that are right; for sentences, precision and recall
// of the skills that `resolve` finds, which are those that matching infers; for troubles, the part whose surest skill is right,
// and precision. `languages` are the same figures for labels-by-language.tsv and sentences-by-language.tsv, of which the half
// `seen` was in sight while words were added. A sentence has a third figure: the part of its skills that are among the hints.
// `needs` are the sentences of sentences-of-needs.tsv, whose writers say who they are beside what they seek. `dailyLife` are
// labels and sentences of small shops, charities and students in all five languages, half of them never looked at. `kinds` are
// sentences of two kinds, judged as troubles: `Our studio needs somebody for the books` (sentences-of-things-asked.tsv), and things
// with a trouble that are parts of others (sentences-of-parts.tsv).

const LANGUAGES = ['es', 'fr', 'de', 'pt']

interface Judged {
  text: string
  right: readonly string[]
  half: string
  language: string
}

const curated = readCuratedTaxonomy()
const hintsOfText = createSkillHints(curated, rankOfWord, readEverydayWords(), readLearntWords())
const skillsOfText = shownSkills(hintsOfText)
const taxonomy = createTaxonomy(curated, skillsOfText)
await taxonomy.indexSentences()
const labels = readJudged('labels.tsv')
const sentences = readJudged('sentences.tsv')
const troubles = readJudged('troubles.tsv')

const report = Object.fromEntries(
  ['dev', 'held', 'fresh', 'apart', 'open', 'sealed'].map((half) => {
    const own = ({ half: of }: Judged) => of === half
    return [
      half,
      {
        labels: ofLabels(labels.filter(own)),
        sentences: ofSentences(sentences.filter(own)),
        ...(troubles.some(own) && { troubles: ofTroubles(troubles.filter(own)) }),
      },
    ]
  }),
)
const labelsByLanguage = readJudged('labels-by-language.tsv')
const sentencesByLanguage = readJudged('sentences-by-language.tsv')
const languages = Object.fromEntries(
  ['seen', 'unseen'].map((half) => [
    half,
    Object.fromEntries(
      LANGUAGES.map((language) => {
        const own = (one: Judged) => one.half === half && one.language === language
        return [
          language,
          {
            labels: ofLabels(labelsByLanguage.filter(own)),
            sentences: ofSentences(sentencesByLanguage.filter(own)),
            hinted: ofHints(sentencesByLanguage.filter(own)),
          },
        ]
      }),
    ),
  ]),
)
const sentencesOfNeeds = readJudged('sentences-of-needs.tsv')
const needs = Object.fromEntries(
  ['seen', 'unseen'].map((half) => [
    half,
    ofSentences(sentencesOfNeeds.filter(({ half: of }) => of === half)),
  ]),
)
const labelsOfDailyLife = readJudged('labels-of-daily-life.tsv')
const sentencesOfDailyLife = readJudged('sentences-of-daily-life.tsv')
const dailyLife = Object.fromEntries(
  ['seen', 'unseen'].map((half) => {
    const own = (one: Judged) => one.half === half
    return [
      half,
      {
        labels: ofLabels(labelsOfDailyLife.filter(own)),
        sentences: ofSentences(sentencesOfDailyLife.filter(own)),
        hinted: ofHints(sentencesOfDailyLife.filter(own)),
      },
    ]
  }),
)
const kinds = Object.fromEntries(
  ['things-asked', 'parts'].map((kind) => {
    const all = readJudged(`sentences-of-${kind}.tsv`)
    const ofHalf = (half: string) => [half, ofTroubles(all.filter(({ half: of }) => of === half))] as const
    return [kind, Object.fromEntries(['seen', 'unseen'].map(ofHalf))]
  }),
)
process.stdout.write(`${JSON.stringify({ ...report, languages, needs, dailyLife, kinds })}\n`)

function readJudged(file: string): Judged[] {
  const lines = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [text = '', ids = '', half = '', language = 'en'] = line.split('\t').map((cell) => cell.trim())
    return { text, right: ids === '-' ? [] : ids.split(/\s+/), half, language }
  })
}

function ofLabels(judged: readonly Judged[]) {
  const answers = judged.map(({ text, right }) => ({ right, id: taxonomy.resolve(text).skill?.id }))
  const resolved = answers.filter(({ id }) => id !== undefined)
  const meant = answers.filter(({ right }) => right.length > 0)
  return {
    labels: judged.length,
    resolved: round(meant.filter(({ id }) => id !== undefined).length / meant.length),
    right: round(resolved.filter(({ right, id }) => right.includes(id ?? '')).length / resolved.length),
  }
}

function ofSentences(judged: readonly Judged[]) {
  const idsOf = (text: string) => taxonomy.resolveSentence(text).skills.map(({ skill }) => skill.id)
  return { sentences: judged.length, ...compare(judged, idsOf) }
}

function ofHints(judged: readonly Judged[]) {
  const idsOf = (text: string) => hintsOfText({ title: text, description: '' }).map(({ skill }) => skill)
  return compare(judged, idsOf).recall
}

function ofTroubles(judged: readonly Judged[]) {
  const idsOf = (text: string) => skillsOfText({ title: text, description: '' }).map(({ skill }) => skill)
  const understood = judged.filter(({ text, right }) => right.includes(idsOf(text)[0] ?? '')).length
  const { precision } = compare(judged, idsOf)
  return { troubles: judged.length, understood: round(understood / judged.length), precision }
}

function compare(judged: readonly Judged[], idsOf: (text: string) => string[]) {
  let found = 0
  let right = 0
  for (const one of judged) {
    const ids = idsOf(one.text)
    found += ids.length
    right += ids.filter((id) => one.right.includes(id)).length
  }
  const wanted = judged.reduce((sum, one) => sum + one.right.length, 0)
  return { precision: round(right / found), recall: round(right / wanted) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
