import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from '@swc/core'
import t from 'tap'
import { createTestDatabase } from '../../support/database.ts'

const src = fileURLToPath(new URL('../../../src', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const sources = files.map((file) => ({ file, source: readFileSync(join(src, file), 'utf8') }))

/** `features/postings` of `features/postings/needs/needs.table.ts`. */
const unitOf = (file: string) => file.split(/[\\/]/).slice(0, 2).join('/')

const { pool } = await createTestDatabase(t)
const { rows } = await pool.query<{ table_name: string }>(
  `select table_name from information_schema.tables
  where table_schema = 'public' and table_type in ('BASE TABLE', 'VIEW') and table_name <> 'migrations'`,
)
const tables = rows.map((row) => row.table_name)

const owners = Map.groupBy(
  sources.flatMap(({ file, source }) =>
    [...source.matchAll(/\bpg(?:Table|View)\(\s*'(\w+)'/g)].map(([, table = '']) => ({
      table,
      unit: unitOf(file),
    })),
  ),
  ({ table }) => table,
)

t.test('each table and each view is declared once', async (t) => {
  t.same(
    [...owners].map(([table, { length }]) => `${table} ${length}`).sort(),
    tables.map((table) => `${table} 1`).sort(),
  )
})

t.test('the name of a table stands in SQL of its owner only', async (t) => {
  t.same(
    sources.flatMap(({ file, source }) => foreignNames(file, source)),
    [],
  )
})

t.test('a name is found wherever SQL is written', async (t) => {
  const found = (source: string) => foreignNames('features/sprints/some.repository.ts', source)
  const needs = ['features/sprints/some.repository.ts names needs of features/postings']
  t.same(found('sql`select from needs`'), needs)
  t.same(found('sql<number>`select count(*) from "needs" n`'), needs)
  t.same(found(`const is = () => sql\`exists (\${sql\`select from needs\`})\``), needs)
  t.same(found("sql.raw('needs')"), needs)
  t.same(found("sql.identifier('needs')"), needs)
  t.same(found("pool.query('select from needs')"), needs)
  t.same(found(`pool.query(\`\n  delete from needs where id = \${id}\`)`), needs)
  t.same(found(`sql\`select from \${needs}\``), [], 'a table that is imported is known to the compiler')
  t.same(found('sql`select from sprints -- needs`'), [])
  t.same(found("const path = '/v1/needs'"), [])
  t.same(foreignNames('features/postings/some.repository.ts', 'sql`select from needs`'), [])
})

/** The tables of other units that the SQL of a file names. */
function foreignNames(file: string, source: string): string[] {
  const words = new Set(sqlIn(source).flatMap((text) => text.replaceAll(/--.*$/gm, '').match(/\w+/g) ?? []))
  return tables.flatMap((table) => {
    const owner = owners.get(table)?.[0]?.unit
    return words.has(table) && owner !== unitOf(file) ? [`${file} names ${table} of ${owner}`] : []
  })
}

/** The SQL that a file writes: templates with the tag `sql`, what `sql.raw` and the like take, and plain statements. */
function sqlIn(source: string): string[] {
  const found: string[] = []
  const visit = (node: unknown, isSql: boolean): void => {
    if (Array.isArray(node)) for (const one of node) visit(one, isSql)
    if (!isNode(node)) return
    if (node.type === 'StringLiteral' || node.type === 'TemplateElement') {
      const text = String(node.type === 'StringLiteral' ? node.value : node.cooked)
      if (isSql || /^\s*(?:with|select|insert|update|delete|copy|lock|truncate)\s/.test(text))
        found.push(text)
      return
    }
    const isTagged = node.type === 'TaggedTemplateExpression' && isSqlTag(node.tag)
    const isCall = node.type === 'CallExpression' && isRawSql(node.callee)
    for (const [key, child] of Object.entries(node))
      visit(child, isTagged || isCall || (isSql && (key === 'quasis' || key === 'expression')))
  }
  visit(parseSync(source, { syntax: 'typescript', target: 'esnext' }), false)
  return found
}

type Node = Record<string, unknown>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** `sql.raw` or `sql.identifier`. */
function isRawSql(value: unknown): boolean {
  if (!isNode(value) || !isSqlTag(value.object) || !isNode(value.property)) return false
  return value.property.value === 'raw' || value.property.value === 'identifier'
}

function isSqlTag(value: unknown): boolean {
  return isNode(value) && value.type === 'Identifier' && value.value === 'sql'
}
