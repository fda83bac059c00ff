import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { RankOptions } from '../../src/engines/matching/engine-interface.ts'
import { createEngine } from '../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer } from '../../src/engines/matching/postings.ts'
import { mergeTaxonomies } from '../../src/engines/skills/merge-taxonomies.ts'
import { unknownSkillId } from '../../src/engines/skills/skill-label.ts'
import { createTaxonomy } from '../../src/engines/skills/taxonomy.ts'
import { readEsco } from '../../src/features/skills/esco-files.ts'
import { readCuratedTaxonomy } from '../../src/features/skills/taxonomy-files.ts'
import { createNgramRanker } from './rank-by-ngrams.ts'
import { type RankingMetrics, rankingMetrics } from './ranking-metrics.ts'

// How well the engine understands words: node test/bench/relevance.ts DIR [--field title|description] [--esco DIR]
// DIR holds queries.tsv (id, text), docs.tsv (id, text) and qrels.tsv (query, doc, grade). Each document becomes an
// offer with its text as title and as its one skill, each query a need with its text as title (or description) and
// without skills; all other fields are equal. --without near|concepts|relations (repeatable) and --taxonomy none
// leave a part of the understanding out, to see what it brings. --languages are those that both sides declare. --peers
// ranks by character n-grams too.

const USAGE =
  'usage: node test/bench/relevance.ts DIR [--field title|description] [--esco DIR] [--taxonomy curated|none] [--without near|concepts|relations]… [--languages en,es] [--peers]'
const NEUTRAL_TITLE = 'Help wanted'
const PARTS: Readonly<Record<string, object>> = {
  near: { nearWeight: 0 },
  concepts: { conceptWeight: 0 },
  relations: { relatedWeight: 0 },
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    field: { type: 'string', default: 'title' },
    esco: { type: 'string' },
    taxonomy: { type: 'string', default: 'curated' },
    without: { type: 'string', multiple: true, default: [] },
    peers: { type: 'boolean', default: false },
    languages: { type: 'string', default: 'en' },
  },
})
const [dir] = positionals
if (
  dir === undefined ||
  !['title', 'description'].includes(values.field) ||
  !['curated', 'none'].includes(values.taxonomy) ||
  !values.without.every((part) => Object.hasOwn(PARTS, part))
) {
  throw new Error(USAGE)
}

const queries = readTable('queries.tsv')
const docs = readTable('docs.tsv')
const grades = new Map<string, Map<string, number>>()
for (const [query = '', doc = '', grade = ''] of readTable('qrels.tsv')) {
  if (Number(grade) > 0) grades.set(query, (grades.get(query) ?? new Map()).set(doc, Number(grade)))
}

const curated = values.taxonomy === 'none' ? [] : readCuratedTaxonomy()
const imported = values.esco === undefined ? [] : await readEsco(values.esco)
const taxonomy = createTaxonomy(mergeTaxonomies(curated, imported))
const settings = {
  relatedSkills: taxonomy.relatedSkills,
  namedSkills: taxonomy.skills,
  payFloors: new Map(),
  wording: Object.assign({}, ...values.without.map((part) => PARTS[part])),
}
const engine = createEngine(settings)
const asOfMs = Date.parse('2026-03-11T10:00:00Z')
for (const [id = '', text = ''] of docs) engine.putOffer(offerOf(id, text))

const options: RankOptions = { limit: docs.length, asOfMs }
const rankByNgrams = values.peers
  ? createNgramRanker(docs.map(([id = '', text = '']) => ({ id, text })))
  : undefined
const metrics: RankingMetrics[] = []
const ngramMetrics: RankingMetrics[] = []
const timesMs: number[] = []
for (const [id = '', text = ''] of queries) {
  const relevant = grades.get(id)
  if (!relevant) continue
  const need = needOf(id, text)
  const begun = performance.now()
  const ranking = engine.rankOffers(need, options)
  timesMs.push(performance.now() - begun)
  metrics.push(
    rankingMetrics(
      ranking.map(({ offerId }) => offerId),
      relevant,
    ),
  )
  if (rankByNgrams) ngramMetrics.push(rankingMetrics(rankByNgrams(text), relevant))
}
timesMs.sort((a, b) => a - b)

const report = {
  queries: metrics.length,
  docs: docs.length,
  ...meansOf(metrics),
  p50_ms: round(percentile(0.5)),
  p95_ms: round(percentile(0.95)),
  ...(rankByNgrams && { peers: { ngrams: meansOf(ngramMetrics) } }),
}
process.stdout.write(`${JSON.stringify(report)}\n`)

function readTable(file: string): string[][] {
  const lines = readFileSync(join(dir ?? '', file), 'utf8').split(/\r?\n/)
  return lines.filter((line) => line !== '').map((line) => line.split('\t'))
}

/** What the two sides have in common, with which every gate is open and every other factor the same. */
function common() {
  return {
    partnerId: 'partner',
    modality: 'remote' as const,
    place: null,
    maxDistanceKm: null,
    languages: values.languages.split(','),
    timeZone: 'UTC',
    hoursPerWeek: null,
    startsOn: null,
    endsOn: null,
    availability: null,
    visibility: 'network' as const,
    infersSkills: true,
    meaning: null,
    track: { completed: 0, broken: 0, introductionsAnswered: 0, introductionsIgnored: 0, answerHours: 0 },
    postedAtMs: asOfMs,
  }
}

/** The skill is read as the API reads it: a label that the taxonomy understands becomes that skill, and is kept beside it. */
function skillOf(text: string): MarketOffer['skills'][number] {
  const { skill: known, method } = taxonomy.resolve(text)
  if (!known) return { skill: unknownSkillId(text), label: text, level: null }
  const isNamed = method !== 'id' && text !== known.label
  return { skill: known.id, label: known.label, ...(isNamed && { posted: text }), level: null }
}

function offerOf(id: string, text: string): MarketOffer {
  return {
    ...common(),
    id,
    helperId: `helper of ${id}`,
    title: text,
    description: '',
    skills: [skillOf(text)],
    terms: { kind: 'volunteer', causes: [] },
    credentials: [],
    openTo: [],
    connectedOrganizationIds: [],
    blockedOrganizationIds: [],
  }
}

function needOf(id: string, text: string): MarketNeed {
  const isTitle = values.field === 'title'
  return {
    ...common(),
    id,
    organizationId: 'organization',
    organizationKind: 'nonprofit',
    title: isTitle ? text : NEUTRAL_TITLE,
    description: isTitle ? '' : text,
    skills: [],
    accepts: ['volunteer'],
    deadlineAtMs: null,
    requires: [],
    gives: [],
    budget: null,
    causes: [],
    blockedHelperIds: [],
    declinedOfferIds: [],
    connectedHelperIds: [],
  }
}

function meansOf(metrics: readonly RankingMetrics[]) {
  const mean = (of: (one: RankingMetrics) => number) =>
    round(metrics.reduce((sum, one) => sum + of(one), 0) / Math.max(1, metrics.length))
  return {
    map: mean((one) => one.averagePrecision),
    mrr: mean((one) => one.reciprocalRank),
    rp5: mean((one) => one.rPrecisionAt5),
    ndcg10: mean((one) => one.ndcgAt10),
    hit1: mean((one) => one.hitAt1),
  }
}

function percentile(share: number): number {
  return timesMs[Math.min(timesMs.length - 1, Math.floor(share * timesMs.length))] ?? 0
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
