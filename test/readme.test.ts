import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { answers } from '../src/platform/http/problem.ts'
import type { ErrorCode } from '../src/shared/errors.ts'
import { temporaryFolder } from './support/folder.ts'
import { spawnCli, until } from './support/process.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
/** What is JavaScript is run like the rest, with the values that the snippets before it have set. */
const snippets = [...readme.matchAll(/```(sh|js)\n(.*?)```/gs)].map(([, language, snippet = '']) =>
  language === 'sh'
    ? snippet
    : `export CLIENT_ID CLIENT_SECRET NEED\nnode --input-type=module <<'JS'\n${snippet}JS\n`,
)
const missing = ['bash', 'curl', 'npm'].filter((tool) => spawnSync(tool, ['--version']).error)

t.test(
  'the snippets run as they stand, one after the other',
  { skip: missing.length > 0 && `no ${missing}` },
  async (t) => {
    const env = { DATA_DIR: temporaryFolder(t), PORT: '0' }
    const demo = spawnCli(['demo'], env)
    t.teardown(async () => {
      demo.child.kill('SIGINT')
      await once(demo.child, 'exit')
    })
    await until(() => demo.stdout().includes('Serving until Ctrl-C'))
    const address = /Reference page: (.*)\/docs/.exec(demo.stdout())?.[1]
    t.ok(address)

    const usable = snippets.filter((snippet) => !snippet.includes('npm ci'))
    t.ok(usable.length >= 10)
    // An HTTP error fails the snippet; each is followed by a mark that tells where its output ends.
    const script = [
      'set -euo pipefail',
      'curl() { command curl --fail-with-body "$@"; }',
      ...usable.map(
        (snippet, index) =>
          `${snippet.replace('http://127.0.0.1:3000', address ?? '')}\necho; echo "end of ${index}"`,
      ),
    ].join('\n')
    const child = spawn('bash', ['-c', script], {
      cwd: root,
      env: { ...process.env, ...env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    })
    const output = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (output.out += chunk))
    child.stderr.on('data', (chunk) => (output.err += chunk))
    await once(child, 'close')
    t.equal(child.exitCode, 0, output.err || output.out.slice(-2000))
    t.match(output.out, `end of ${usable.length - 1}`)

    const answersOf = (text: string) => output.out.split('\n').filter((line) => line.startsWith(text))
    const [ranked] = answersOf('{"data":[{"need_id"')
    const page = JSON.parse(ranked ?? '{}')
    t.equal(page.data.length, 3, 'the example need finds three free offers')
    t.ok(
      page.data.every(
        (match: { score: number; factors: unknown[] }) => match.score > 0 && match.factors.length === 9,
      ),
    )
    t.match(JSON.parse(answersOf('{"need_id"')[0] ?? '{}'), { eligible: true, blockers: [] })
    t.match(JSON.parse(answersOf('[{"label"')[0] ?? '[]'), [
      { skill: { id: 'bookkeeping' } },
      { skill: { id: 'wordpress' }, method: 'spelling' },
      { skill: null, method: 'none' },
    ])
    t.match(JSON.parse(answersOf('[{"sentence"')[0] ?? '[]'), [
      { skills: [{ skill: { id: 'greeting-card-writing' } }, { skill: { id: 'data-cleaning' } }] },
    ])
  },
)

t.test('the README names every code of a refusal, and no other', async (t) => {
  const listed = [...(/Codes of refusals: (.*?)\.\n/s.exec(readme)?.[1] ?? '').matchAll(/`(\w+)`/g)].map(
    ([, code]) => code,
  )
  const partnersNeverSee: ErrorCode[] = ['client_not_found']
  const all = Object.keys(answers).filter((code) => !partnersNeverSee.some((hidden) => hidden === code))
  t.same(listed.sort(), all.sort())
})
