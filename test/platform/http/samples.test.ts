import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { Script } from 'node:vm'
import t from 'tap'
import { pythonOf, shellOf } from '../../../src/platform/http/reference/sample-literals.ts'
import type { CodeSample } from '../../../src/platform/http/reference/samples.ts'
import { startTestService } from '../../support/service.ts'

const run = promisify(execFile)
const hasPython = (() => {
  try {
    return execFileSync('python3', ['--version']).length > 0
  } catch {
    return false
  }
})()

interface Operation {
  operationId: string
  requestBody?: unknown
  'x-codeSamples'?: CodeSample[]
}

const service = await startTestService(t)
const address = await service.app.listen({ port: 0, host: '127.0.0.1' })
const document: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
  await (await fetch(`${address}/docs/openapi.json`)).text(),
)
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
const sourceOf = (operation: Operation, lang: string): string => {
  const sample = operation['x-codeSamples']?.find((one) => one.lang === lang)
  if (!sample) throw new Error(`${operation.operationId} has no sample in ${lang}`)
  // Of a service that has no public address, the one of its tests.
  return sample.source.replaceAll(service.services.access.issuer(), address)
}

t.test('every operation has a sample in three languages, each of which is well formed', async (t) => {
  const with3 = operations.filter((one) => one['x-codeSamples']?.length === 3)
  t.equal(with3.length, operations.length)
  for (const operation of with3)
    t.doesNotThrow(
      () => new Script(`(async () => {${sourceOf(operation, 'javascript')}})`),
      operation.operationId,
    )
  execFileSync('bash', ['-n'], { input: with3.map((one) => sourceOf(one, 'shell')).join('\n\n') })
  if (!hasPython) return t.comment('no Python here')
  const check = 'import json, sys\nfor source in json.load(sys.stdin): compile(source, "sample", "exec")'
  execFileSync('python3', ['-c', check], {
    input: JSON.stringify(with3.map((one) => sourceOf(one, 'python'))),
  })
})

t.test('samples run as they are pasted, with a token in the environment', async (t) => {
  const { token, clientId, clientSecret } = await service.newPartner()
  const env = { ...process.env, TOKEN: token, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret }
  // Ids of the examples are nobody's here; the answer is the service's all the same.
  const expected: [operationId: string, answer: RegExp][] = [
    ['listNeeds', /"has_more":false/],
    ['createOrganization', /"id":"org_/],
    ['updateNeed', /need_not_found/],
    ['createToken', /"access_token":/],
    ['getLivez', /ok/],
    ['createImport', /"type":"candidates"/],
  ]
  for (const [operationId, answer] of expected) {
    const operation = operations.find((one) => one.operationId === operationId)
    if (!operation) throw new Error(`there is no operation ${operationId}`)
    const programs: [lang: string, command: string, parameters: string[]][] = [
      ['shell', 'bash', ['-c']],
      ['javascript', process.execPath, ['--input-type=module', '-e']],
      ...(hasPython ? [['python', 'python3', ['-c']] as [string, string, string[]]] : []),
    ]
    for (const [lang, command, parameters] of programs) {
      const { stdout } = await run(command, [...parameters, sourceOf(operation, lang)], { env })
      t.match(stdout, answer, `${operationId} in ${lang}`)
    }
  }
})

t.test('texts of any kind stay what they are in a sample', async (t) => {
  const texts = ["it's", '"quoted" \\ and `back` $HOME', 'zwei\nZeilen', '…ñ']
  for (const text of texts) {
    t.equal(execFileSync('bash', ['-c', `printf %s ${shellOf(text)}`]).toString(), text)
    if (hasPython)
      t.equal(execFileSync('python3', ['-c', `print(${pythonOf(text)}, end="")`]).toString(), text)
  }
  const value = { a: null, b: [true, false, 1.5], c: {}, d: [] }
  if (hasPython)
    t.same(
      JSON.parse(
        execFileSync('python3', ['-c', `import json; print(json.dumps(${pythonOf(value)}))`]).toString(),
      ),
      value,
    )
})
