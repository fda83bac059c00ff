import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import { check } from 'recheck'
import { z } from 'zod'

// Fails if a regular expression may take more than linear time, since callers control the texts. Checks all
// TypeScript below a folder (default: src) and the zod patterns that schemas use.
const folder = process.argv[2] ?? new URL('..', import.meta.url).pathname

interface Pattern {
  /** The file, or another description of where the pattern is. */
  where: string
  source: string
  flags: string
}

const faults: string[] = []
const patterns = new Map<string, Pattern>()

function add({ where, source, flags }: Pattern): void {
  patterns.set(`/${source}/${flags}`, { where, source, flags })
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Collects the patterns of a syntax tree. */
function collect(where: string, node: unknown): void {
  if (!isNode(node)) return
  if (node.type === 'RegExpLiteral') add({ where, source: String(node.pattern), flags: String(node.flags) })
  const makesPattern = node.type === 'NewExpression' || node.type === 'CallExpression'
  if (makesPattern && isNode(node.callee) && node.callee.value === 'RegExp')
    faults.push(`${where}: a pattern that is made by RegExp() cannot be checked; write it as a literal`)
  for (const child of Object.values(node)) collect(where, child)
}

for (const file of globSync('**/*.ts', { cwd: folder }))
  collect(file, parseSync(readFileSync(join(folder, file), 'utf8'), { syntax: 'typescript' }))
const { email, date, datetime } = z.regexes
for (const pattern of [email, date, datetime({ offset: true })]) add({ where: 'zod', ...partsOf(pattern) })

function partsOf({ source, flags }: RegExp): Pick<Pattern, 'source' | 'flags'> {
  return { source, flags }
}

/** The other checker, a fuzzer, proves nothing and may give another result each time. */
const options = { checker: 'automaton', timeout: 60_000 } as const

// One after the other, because concurrent checks each start a process.
for (const [pattern, { where, source, flags }] of patterns) {
  const result = await check(source, flags, options)
  if (result.status === 'vulnerable')
    faults.push(`${where}: ${pattern} takes ${result.complexity.summary} time`)
  if (result.status === 'unknown')
    faults.push(`${where}: ${pattern} cannot be proven to be linear; write it without lookaround`)
}

if (faults.length > 0) process.stderr.write(`${faults.join('\n')}\n`)
// Otherwise the checker's process would keep this one alive for a minute.
process.exit(faults.length > 0 ? 1 : 0)
