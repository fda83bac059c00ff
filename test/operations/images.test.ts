import { readFileSync } from 'node:fs'
import { load, YAML11_SCHEMA } from 'js-yaml'
import t from 'tap'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

interface Service {
  image?: string
  build?: string | { context: string; target: string }
  command?: string[]
  environment: Record<string, string>
  mem_limit?: string
  pids_limit?: number
  security_opt?: string[]
}
const { services } = load(read('docker-compose.yml'), { schema: YAML11_SCHEMA }) as {
  services: Record<string, Service>
}

t.test('every image is pinned by its digest', async (t) => {
  const froms = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image)
  const stages = [...read('Dockerfile').matchAll(/ AS (\S+)$/gm)].map(([, name = '']) => name)
  const images = [
    ...froms.filter((one) => !stages.includes(one)),
    ...Object.values(services).map((one) => one.image),
  ]
  const named = images.filter((image) => image !== undefined)
  t.ok(named.length >= 2)
  for (const image of named) t.match(image, /^[a-z]+:[\w.-]+@sha256:[0-9a-f]{64}$/)
})

t.test('every container has limits of memory and processes, and gains no privileges', async (t) => {
  for (const [name, service] of Object.entries(services)) {
    t.ok(service.mem_limit, name)
    t.ok(service.pids_limit, name)
    t.has(service.security_opt, ['no-new-privileges:true'], name)
  }
})

t.test("only the migration gets the owner's password", async (t) => {
  const knowing = Object.entries(services).filter(([, service]) =>
    Object.values(service.environment).some((value) => value.includes('POSTGRES_PASSWORD')),
  )
  t.same(
    knowing.map(([name]) => name),
    ['postgres', 'migrate'],
  )
  t.equal(services.migrate?.command?.at(-1), 'migrate')
})
