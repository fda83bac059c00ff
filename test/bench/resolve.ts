import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SkillEntry } from '../../src/engines/skills/skill.ts'
import { labelKey } from '../../src/engines/skills/skill-label.ts'
import { createTaxonomy } from '../../src/engines/skills/taxonomy.ts'
import { readEsco } from '../../src/features/skills/esco-files.ts'

// How well and how fast sentences are resolved: node test/bench/resolve.ts DIR [--esco DIR]
// DIR holds queries.tsv (id, text), docs.tsv (id, text) and qrels.tsv (query, doc, grade). Each document becomes an
// imported skill; with --esco one that is named as in ESCO has its aliases and relations too. The figures are of
// what the API answers: at most five skills, and nothing that is not likely enough; what is left out is a miss.

const { positionals, values } = parseArgs({ allowPositionals: true, options: { esco: { type: 'string' } } })
const [dir] = positionals
if (dir === undefined) throw new Error('usage: node test/bench/resolve.ts DIR [--esco DIR]')

const queries = readTable('queries.tsv')
const docs = readTable('docs.tsv')
const relevant = new Map<string, Set<string>>()
for (const [query = '', doc = ''] of readTable('qrels.tsv')) {
  relevant.set(query, (relevant.get(query) ?? new Set()).add(doc))
}

const entries = docs.map(([id = '', label = '']) => entry(id, label))
if (values.esco !== undefined) addEsco(entries, await readEsco(values.esco))
const taxonomy = createTaxonomy(entries)
const started = performance.now()
await taxonomy.indexSentences()
const indexMs = performance.now() - started

const ranks: number[] = []
const timesMs: number[] = []
for (const [id = '', text = ''] of queries) {
  const begun = performance.now()
  const { skills } = taxonomy.resolveSentence(text)
  timesMs.push(performance.now() - begun)
  ranks.push(1 + skills.findIndex(({ skill }) => relevant.get(id)?.has(skill.id.replace(/^esco:/, ''))))
}
timesMs.sort((a, b) => a - b)

const report = {
  queries: queries.length,
  docs: docs.length,
  mrr: round(mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0)))),
  hit1: round(mean(ranks.map((rank) => Number(rank === 1)))),
  hit5: round(mean(ranks.map((rank) => Number(rank > 0)))),
  p50_ms: round(percentile(timesMs, 0.5)),
  p95_ms: round(percentile(timesMs, 0.95)),
  index_ms: Math.round(indexMs),
}
process.stdout.write(`${JSON.stringify(report)}\n`)

function readTable(file: string): string[][] {
  const lines = readFileSync(join(dir ?? '', file), 'utf8').split(/\r?\n/)
  return lines.filter((line) => line !== '').map((line) => line.split('\t'))
}

function entry(doc: string, label: string): SkillEntry {
  const id = `esco:${doc}`
  return { id, label, category: 'ESCO', aliases: [], related: {}, source: 'esco', uri: null }
}

/** Gives each entry what ESCO says of the skill of the same label. */
function addEsco(own: readonly SkillEntry[], esco: readonly SkillEntry[]): void {
  const byLabel = new Map(own.map((one) => [labelKey(one.label), one]))
  const ownOf = new Map(esco.map((one) => [one.id, byLabel.get(labelKey(one.label))]))
  for (const { id, aliases, related } of esco) {
    const one = ownOf.get(id)
    if (!one) continue
    one.aliases = aliases
    for (const [to, strength] of Object.entries(related)) {
      const other = ownOf.get(to)
      if (other) one.related[other.id] = strength
    }
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
