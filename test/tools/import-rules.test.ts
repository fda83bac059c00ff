import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../', import.meta.url))
const rules = join(root, '.dependency-cruiser.cjs')
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
    totalCruised: z.number(),
  }),
})
const configuration = z.object({ forbidden: z.array(z.object({ name: z.string() })) })

/** What the rules say about the folders src and test of a project. */
function checkImports(project: string): Promise<z.output<typeof report>['summary']> {
  const args = [cruiser, '--config', rules, '--output-type', 'json', 'src', 'test']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: project, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      // It exits with the number of violations.
      if (stdout === '') reject(error ?? new Error(stderr))
      else resolve(report.parse(JSON.parse(stdout)).summary)
    })
  })
}

/** Each breaks one rule: the importing file, what it says, and where the imported file is. */
const broken: Record<string, { from: string; says: string; to: string }[]> = {
  'layers-point-down': [
    {
      from: 'src/shared/a.ts',
      says: "import type { A } from '../platform/db/index.ts'",
      to: 'src/platform/db/index.ts',
    },
    {
      from: 'src/platform/db/a.ts',
      says: "import '../../engines/one/index.ts'",
      to: 'src/engines/one/index.ts',
    },
    {
      from: 'src/engines/one/a.ts',
      says: "import '../../features/access/index.ts'",
      to: 'src/features/access/index.ts',
    },
    { from: 'src/features/skills/a.ts', says: "import '../../app/app.ts'", to: 'src/app/app.ts' },
    { from: 'src/app/a.ts', says: "import '../cli/cli.ts'", to: 'src/cli/cli.ts' },
    { from: 'src/cli/a.ts', says: "import '../tools/tool.ts'", to: 'src/tools/tool.ts' },
  ],
  'layers-are-listed': [{ from: 'src/cli/b.ts', says: "import '../misc/b.ts'", to: 'src/misc/b.ts' }],
  'features-in-order': [
    {
      from: 'src/features/access/c.ts',
      says: "import type { A } from '../disclosures/index.ts'",
      to: 'src/features/disclosures/index.ts',
    },
    {
      from: 'src/features/notifications/c.ts',
      says: "export { a } from '../sandbox/index.ts'",
      to: 'src/features/sandbox/index.ts',
    },
  ],
  'platform-in-order': [
    { from: 'src/platform/events/d.ts', says: "import '../http/index.ts'", to: 'src/platform/http/index.ts' },
  ],
  'units-are-listed': [
    { from: 'src/app/e.ts', says: "import '../features/extra/index.ts'", to: 'src/features/extra/index.ts' },
    { from: 'src/app/e2.ts', says: "import '../platform/extra/index.ts'", to: 'src/platform/extra/index.ts' },
  ],
  'engines-are-pure': [
    {
      from: 'src/engines/one/f.ts',
      says: "import '../../platform/db/index.ts'",
      to: 'src/platform/db/index.ts',
    },
    { from: 'src/engines/one/f2.ts', says: "import 'node:fs'", to: 'fs' },
    {
      from: 'src/engines/one/f3.ts',
      says: "import type { A } from 'pino'",
      to: 'node_modules/pino/index.js',
    },
  ],
  'engines-stand-alone': [
    { from: 'src/engines/one/g.ts', says: "import '../two/index.ts'", to: 'src/engines/two/index.ts' },
  ],
  'enter-by-the-index': [
    { from: 'src/app/h.ts', says: "import '../features/access/h.ts'", to: 'src/features/access/h.ts' },
    { from: 'src/features/skills/h.ts', says: "import '../access/h2.ts'", to: 'src/features/access/h2.ts' },
    { from: 'src/tools/h.ts', says: "await import('../engines/one/h.ts')", to: 'src/engines/one/h.ts' },
    {
      from: 'src/features/skills/h3.ts',
      says: "import '../../platform/db/h.ts'",
      to: 'src/platform/db/h.ts',
    },
  ],
  'no-cycles': [
    { from: 'src/shared/i.ts', says: "import type { A } from './i2.ts'", to: 'src/shared/i2.ts' },
  ],
  'fastify-at-the-edge': [
    {
      from: 'src/features/access/j.ts',
      says: "import type { A } from 'fastify'",
      to: 'node_modules/fastify/index.js',
    },
    { from: 'src/cli/j.ts', says: "import '@fastify/helmet'", to: 'node_modules/@fastify/helmet/index.js' },
  ],
  'sql-in-repositories': [
    {
      from: 'src/features/access/k.ts',
      says: "import { sql } from 'drizzle-orm'",
      to: 'node_modules/drizzle-orm/index.js',
    },
    { from: 'src/app/k.ts', says: "import type { A } from 'pg'", to: 'node_modules/pg/index.js' },
  ],
  'tests-share-by-support': [
    {
      from: 'test/features/access/l.test.ts',
      says: "import '../skills/l.ts'",
      to: 'test/features/skills/l.ts',
    },
    { from: 'test/app/l.test.ts', says: "import '../bench/l.ts'", to: 'test/bench/l.ts' },
  ],
}

/** Imports that no rule refuses. The first closes the cycle above, which is reported once. */
const allowed: { from: string; says: string; to: string }[] = [
  { from: 'src/shared/i2.ts', says: "import type { B } from './i.ts'", to: 'src/shared/i.ts' },
  { from: 'src/app/m.ts', says: "import '../features/access/index.ts'", to: 'src/features/access/index.ts' },
  { from: 'src/tools/m.ts', says: "import '../app/app.ts'", to: 'src/app/app.ts' },
  {
    from: 'src/features/disclosures/m.ts',
    says: "import '../access/index.ts'",
    to: 'src/features/access/index.ts',
  },
  { from: 'src/features/access/m.ts', says: "import './sub/m.ts'", to: 'src/features/access/sub/m.ts' },
  { from: 'src/features/access/m.routes.ts', says: "import 'fastify'", to: 'node_modules/fastify/index.js' },
  {
    from: 'src/features/access/m.repository.ts',
    says: "import 'drizzle-orm'",
    to: 'node_modules/drizzle-orm/index.js',
  },
  { from: 'src/engines/one/m.ts', says: "import '../../shared/m.ts'", to: 'src/shared/m.ts' },
  { from: 'src/engines/one/m2.ts', says: "import 'highs'", to: 'node_modules/highs/index.js' },
  { from: 'test/app/m.test.ts', says: "import '../support/m.ts'", to: 'test/support/m.ts' },
]

t.test('each rule refuses what breaks it, and nothing else', async (t) => {
  const { forbidden } = configuration.parse(createRequire(import.meta.url)(rules))
  t.same(
    Object.keys(broken).sort(),
    [...new Set(forbidden.map(({ name }) => name))].sort(),
    'each rule is broken here',
  )

  const project = t.testdir({ src: {}, test: {} })
  const imports = [...Object.values(broken).flat(), ...allowed]
  for (const { to } of imports) if (to.includes('/')) write(join(project, to), '')
  for (const { from, says } of imports) write(join(project, from), `${says}\n`)

  const { violations } = await checkImports(project)
  t.same(
    violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort(),
    Object.entries(broken)
      .flatMap(([name, all]) => all.map(({ from, to }) => `${name}: ${from} → ${to}`))
      .sort(),
  )
})

t.test('this project keeps the rules', async (t) => {
  const { violations, totalCruised } = await checkImports(root)
  t.same(violations, [])
  t.ok(totalCruised > 500, 'it looked at all files')
})

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
