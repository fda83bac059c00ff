import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'parse5'
import t from 'tap'
import { explanations } from '../../../src/platform/http/error-pages/explanations.ts'
import { PAGE_POLICY } from '../../../src/platform/http/page.ts'
import { errorCodes, problem } from '../../../src/platform/http/problem.ts'
import { elementsIn, textOf } from '../../support/html.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)
const ISSUER = 'http://test.example'
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const get = (url: string, accept = '*/*') => service.inject({ method: 'GET', url, headers: { accept } })

const src = fileURLToPath(new URL('../../../src', import.meta.url))
const sources = globSync('**/*.ts', { cwd: src })
  .filter(
    (file) =>
      !file.includes('error-pages/') &&
      file !== 'shared/errors.ts' &&
      file !== 'shared/error-codes.ts' &&
      !file.endsWith('/problem.ts'),
  )
  .map((file) => readFileSync(`${src}/${file}`, 'utf8'))
const source = sources.join('\n')

t.test(
  'every code has a page for people and the same as JSON, with an example that is a problem',
  async (t) => {
    for (const code of errorCodes) {
      const page = await get(`/errors/${code}`, BROWSER)
      t.equal(page.status, 200, code)
      t.match(page.headers, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PAGE_POLICY,
      })
      const json = await get(`/errors/${code}`)
      t.match(json, { status: 200, body: { code, type: `${ISSUER}/errors/${code}` } })
      const { meaning, causes, next, example } = json.body
      t.match(problem.parse(example), { code, type: `${ISSUER}/errors/${code}` })
      const text = elementsIn(parse(page.body))
        .filter(({ tagName }) => tagName === 'main')
        .map(textOf)
        .join()
      for (const said of [meaning, ...causes, ...next, JSON.stringify(example.detail)])
        t.ok(text.includes(said.replaceAll('`', '')), `${code}: ${said}`)
      t.ok(causes.length > 0 && next.length > 0, code)
    }
  },
)

t.test(
  'a page names the operations that can answer its code, with their place in the reference',
  async (t) => {
    const { operations } = (await get('/errors/need_not_open')).body
    const propose = operations.find(
      ({ operation_id }: { operation_id: string }) => operation_id === 'proposeIntroduction',
    )
    t.match(propose, {
      method: 'POST',
      path: '/v1/introductions',
      docs: '/docs#tag/introductions/POST/v1/introductions',
    })
    t.match((await get('/errors/need_not_open', BROWSER)).body, `href="${propose.docs}"`)
  },
)

t.test('the list of codes leads to every page, for people and for programs', async (t) => {
  const { body } = await get('/errors', BROWSER)
  const links = elementsIn(parse(body)).flatMap(
    ({ attrs }) => attrs.find(({ name }) => name === 'href')?.value ?? [],
  )
  const { data } = (await get('/errors')).body
  t.same(data.map(({ code }: { code: string }) => code).sort(), errorCodes.toSorted())
  for (const code of errorCodes) t.ok(links.includes(`/errors/${code}`), code)
})

t.test('every code is raised somewhere, and its example says what the service says', async (t) => {
  // What the source may say: each literal, with anything where a template has a value.
  // Each file for itself: a sign that opens nothing would turn the literals of all files behind it inside out.
  const literals = sources
    .flatMap((text) => [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)])
    .map(([, quoted, template]) => (quoted === undefined ? (template ?? '') : quoted.replace(/\\(.)/g, '$1')))
  const sayings = literals
    .filter((text) => /[a-z] [a-z]/.test(text))
    .map((text) => text.split(/\$\{[^}]*\}/).filter((part) => part.trim().length > 1))
    .filter((parts) => parts.length > 0)
  const isSaid = (detail: string) =>
    sayings.some((parts) => parts.join('').length >= 15 && parts.every((part) => detail.includes(part)))
  for (const code of errorCodes) {
    const isRaised = code.endsWith('_not_found') || source.includes(`'${code}'`)
    t.ok(isRaised, `${code} is raised`)
    t.ok(isSaid(explanations[code].detail), `${code}: ${explanations[code].detail}`)
  }
})

t.test('the type of every refusal leads to the page of its code', async (t) => {
  const { token } = await service.newPartner({ scopes: ['needs:read'] })
  const authorization = `Bearer ${token}`
  const refused = [
    await service.inject({ method: 'GET', url: '/v1/needs' }),
    await service.inject({ method: 'GET', url: '/v1/nothing' }),
    await service.inject({ method: 'GET', url: '/v1/offers', headers: { authorization } }),
    await service.inject({ method: 'GET', url: '/v1/needs?limit=0', headers: { authorization } }),
    await service.inject({ method: 'GET', url: `/v1/needs/${'x'.repeat(700)}`, headers: { authorization } }),
    await service.inject({ method: 'GET', url: '/public/needs?limit=0' }),
  ]
  t.same(
    refused.map(({ body }) => body.code),
    [
      'unauthenticated',
      'route_not_found',
      'scope_missing',
      'validation_failed',
      'uri_too_long',
      'validation_failed',
    ],
  )
  for (const { body } of refused) {
    t.equal(body.type, `${ISSUER}/errors/${body.code}`)
    t.match(await get(body.type.slice(ISSUER.length), BROWSER), { status: 200 }, body.type)
  }
})

t.test('an unknown code is not found', async (t) => {
  t.match(await get('/errors/no_such_code'), { status: 404, body: { code: 'route_not_found' } })
})
