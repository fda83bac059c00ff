import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { errorTable } from '../src/platform/http/error-pages/explanations.ts'
import { temporaryFolder } from './support/folder.ts'
import { spawnCli, until } from './support/process.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const readme = read('README.md')
const guides = [...readme.matchAll(/\((docs\/guides\/\S+\.md)\)/g)].map(([, path = '']) => path)
const missing = ['bash', 'curl', 'npm'].filter((tool) => spawnSync(tool, ['--version']).error)

t.test(
  'the snippets of the README run as they stand, and those of each guide after them',
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

    const pages = [readme, ...guides.map(read)].map((text) => snippetsOf(text, t))
    t.ok(pages.flat().length >= 40)
    const [first = '', ...others] = pages.map((snippets) => snippets.join('\n'))
    // A guide runs in a shell that has only followed the README. An HTTP error fails the snippet.
    const script = [
      'set -euo pipefail',
      'curl() { command curl --fail-with-body "$@"; }',
      first.replace('http://127.0.0.1:3000', address ?? ''),
      ...others.map((snippets, index) => `( ${snippets}\n)\necho "end of ${guides[index]}"`),
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
    for (const guide of guides) t.match(output.out, `end of ${guide}`)

    const answersOf = (text: string) => output.out.split('\n').filter((line) => line.startsWith(text))
    const [ranked] = answersOf('{"data":[{"need_id"')
    const page = JSON.parse(ranked ?? '{}')
    t.equal(page.data.length, 3, 'the example need finds three free offers')
    t.ok(
      page.data.every(
        (match: { score: number; factors: unknown[] }) => match.score > 0 && match.factors.length === 10,
      ),
    )
    t.match(JSON.parse(answersOf('{"need_id"')[0] ?? '{}'), { eligible: true, blockers: [] })
    t.match(JSON.parse(answersOf('[{"label"')[0] ?? '[]'), [
      { skill: { id: 'bookkeeping' } },
      { skill: { id: 'wordpress' }, method: 'spelling' },
      { skill: null, method: 'none' },
    ])
    const [reading] = JSON.parse(answersOf('[{"sentence"')[0] ?? '[]')
    const found = reading?.skills.map(({ skill }: { skill: { id: string } }) => skill.id)
    for (const id of ['data-cleaning', 'greeting-card-writing']) t.ok(found?.includes(id), id)
    t.match(output.out, /(^0\.\d\d {2}\S.*\n){3}/m, 'the README shows three matches')
    t.match(output.out, />1 of 1 placed \(stable\)</, 'the student of the template gets a place')
    t.match(output.out, /^Riverside makers: profile$/m, 'the log shows who saw the student')
    t.match(output.out, /"type":"webhook_endpoint\.tested"/, 'the receiver gets the message')
    t.match(output.out, /delivered$/m, 'and its delivery is logged')
    t.match(output.out, /^noor@example\.com$/m, 'contacts are shown after both said yes')
    t.match(
      output.out,
      /^Books that keep themselves\n0\.\d\d \S/m,
      'the client prints the need and its matches',
    )
    t.match(output.out, /^6 hours a week\nprecondition_failed$/m, 'the client changes what it read')
    t.match(output.out, /^\d+ of \d+ bytes\n(\d rows\n)+1 created, 0 rejected$/m, 'the client uploads a file')
    t.match(output.out, /^verified webhook_endpoint\.tested of endpoint_/m, 'the client verifies a webhook')
  },
)

t.test('the README links to every guide', async (t) => {
  const files = readdirSync(new URL('../docs/guides', import.meta.url)).map((name) => `docs/guides/${name}`)
  t.same(guides.toSorted(), files.sort())
})

t.test('the guide of conventions has the table of error codes as it is generated', async (t) => {
  t.equal(
    read('docs/guides/conventions.md')
      .split(/(?=\| Status \|)/)
      .at(-1),
    errorTable(),
  )
})

/** What a reader runs on a page, in order. JavaScript is saved in the file that the text before it names. */
function snippetsOf(page: string, t: Test): string[] {
  return [...page.matchAll(/(?:Save this as `(\S+)`[^`]*)?```(sh|js)\n(.*?)```/gs)].flatMap(
    ([, file, language, snippet = '']) => {
      if (language === 'sh') return snippet.includes('npm ci') ? [] : [`${snippet}echo`]
      t.ok(file, 'the text says where to save the JavaScript')
      t.teardown(() => rmSync(new URL(`../${file}`, import.meta.url), { force: true }))
      return [`cat > ${file} <<'JS'\n${snippet}JS`]
    },
  )
}
